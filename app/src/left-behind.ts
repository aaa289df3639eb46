/** Acts whose view was left before their outcome was known: told in a corner of the page, wherever the person is now. */
import { useSyncExternalStore } from "react";
import type { ActState } from "./act.ts";

/** By what identifies an act. */
type Acts = ReadonlyMap<object, ActState>;

let acts: Acts = new Map();
const listeners = new Set<() => void>();

/** From now on it is told there how the act stands. */
export function leaveBehind(act: object, state: ActState): void {
  publish(new Map(acts).set(act, state));
}

export function dismiss(act: object): void {
  publish(new Map([...acts].filter(([other]) => other !== act)));
}

export function useLeftBehind(): Acts {
  return useSyncExternalStore(subscribe, () => acts);
}

function publish(next: Acts): void {
  acts = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
