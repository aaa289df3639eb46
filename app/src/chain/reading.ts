/**
 * What was read from the chain, and how that stands: every figure on the page is shown through a `Reading`, so that
 * one that cannot be loaded says so, and one that is old says how old it is.
 */
import { useQuery } from "@tanstack/react-query";
import { useConsole } from "../context.ts";
import type { Node } from "./rpc.ts";

/** A value with the slot at which the node had it. */
export interface AtSlot<T> {
  readonly value: T;
  readonly slot: bigint;
}

export interface Known<T> extends AtSlot<T> {
  readonly status: "known";
  /** Milliseconds on the reader's clock. */
  readonly readAt: number;
  /** Why it could not be read again since. */
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
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: ["chain", ...key],
    queryFn: () => read(node),
    enabled: options.enabled ?? true,
    refetchInterval: (options.every ?? config.refreshSeconds) * 1000,
  });
  if (data) {
    return { status: "known", ...data, readAt: dataUpdatedAt, stale: error ?? undefined };
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
