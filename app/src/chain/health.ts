/** Whether the node answers: since when it has not, for the line across the page. */
import { useSyncExternalStore } from "react";

export interface Health {
  /** When the node answered last, milliseconds on the reader's clock; 0: not yet. */
  readonly answeredAt: number;
  /** Why the last request failed, since the last answer. */
  readonly failure?: string;
}

let health: Health = { answeredAt: 0 };
const listeners = new Set<() => void>();

export function answered(): void {
  publish({ answeredAt: Date.now() });
}

export function failed(failure: string): void {
  publish({ answeredAt: health.answeredAt, failure });
}

export function useHealth(): Health {
  return useSyncExternalStore(subscribe, () => health);
}

function publish(next: Health): void {
  // While all is well, nothing on the page changes with every answer.
  const wasWell = health.failure === undefined && health.answeredAt > 0;
  health = wasWell && next.failure === undefined ? Object.assign(health, next) : next;
  if (health === next) {
    listeners.forEach((listener) => listener());
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
