/** Whether the node answers: since when it has not, for the line across the page. */
import { useSyncExternalStore } from "react";

export interface Health {
  /** When the node answered last, milliseconds on the reader's clock; 0: not yet. */
  readonly answeredAt: number;
  /** Why the last request failed, if none was answered since. */
  readonly failure?: string;
}

/** Moves with every answer, while the page is only told of the first and of failures. */
let answeredAt = 0;
let health: Health = { answeredAt };
const listeners = new Set<() => void>();

export function answered(): void {
  answeredAt = Date.now();
  if (health.failure !== undefined || health.answeredAt === 0) {
    publish({ answeredAt });
  }
}

/** `since`: when the question was asked. A node that has answered another one later is well. */
export function failed(failure: string, since: number): void {
  if (answeredAt < since || answeredAt === 0) {
    publish({ answeredAt, failure });
  }
}

export function useHealth(): Health {
  return useSyncExternalStore(subscribe, () => health);
}

function publish(next: Health): void {
  health = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
