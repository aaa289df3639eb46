/**
 * What was read from the chain, and how that stands: every figure on the page is shown through a `Reading`, so that
 * one that cannot be loaded says so, and one that is old says how old it is.
 */
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useConsole } from "../context.ts";
import { type Node, PATIENCE } from "./rpc.ts";

/** A value with the slot at which the node had it. */
export interface AtSlot<T> {
  readonly value: T;
  readonly slot: bigint;
}

export interface Known<T> extends AtSlot<T> {
  readonly status: "known";
  /** Milliseconds on the reader's clock. */
  readonly readAt: number;
  /** Why it has not been read again, though it is time. */
  readonly stale?: Error;
}

export type Reading<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: Error; readonly retry: () => void }
  | Known<T>;

export interface ReadingOptions {
  /** False while what to ask is not known yet. Default true. */
  readonly enabled?: boolean;
  /** Seconds between two readings, instead of the configured ones. */
  readonly every?: number;
}

/** Reads now, and again every few seconds. `key` names what is read: the same key is read once for the whole page. */
export function useReading<T>(
  key: readonly (string | number | undefined)[],
  read: (node: Node) => Promise<AtSlot<T>>,
  options: ReadingOptions = {},
): Reading<T> {
  const { node, config } = useConsole();
  const every = (options.every ?? config.refreshSeconds) * 1000;
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: ["chain", ...key],
    queryFn: () => read(node),
    enabled: options.enabled ?? true,
    // Goes on after failures, so that the page recovers by itself; a window that nobody sees does not ask.
    refetchInterval: every,
    // Values hold byte arrays, of which a comparison finds no two the same.
    structuralSharing: false,
  });
  const overdue = useOverdue(data ? dataUpdatedAt + 2 * every + PATIENCE : Number.POSITIVE_INFINITY);
  if (data) {
    return { status: "known", ...data, readAt: dataUpdatedAt, stale: error ?? (overdue ? OVERDUE : undefined) };
  }
  return error ? { status: "failed", error, retry: () => void refetch() } : { status: "loading" };
}

/** The same reading, of a part or of what follows from it. */
export function derive<T, U>(reading: Reading<T>, from: (value: T) => U): Reading<U> {
  return reading.status === "known" ? { ...reading, value: from(reading.value) } : reading;
}

/** The value, once there is one. */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.status === "known" ? reading.value : undefined;
}

/** As after the sleep of the machine, or in a window that was hidden: no request has failed, and yet it is old. */
const OVERDUE = new Error("it was not asked for again since");

/** Whether the reader's clock has passed this moment, milliseconds. */
function useOverdue(moment: number): boolean {
  return useSyncExternalStore(everySecond, () => Date.now() > moment);
}

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all figures of the page. */
function everySecond(listener: () => void): () => void {
  waiting.add(listener);
  timer ??= setInterval(() => waiting.forEach((one) => one()), 1_000);
  return () => {
    waiting.delete(listener);
    if (waiting.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}
