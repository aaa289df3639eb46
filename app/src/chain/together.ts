/** Two readings as one: known when both are, as old as the older, and with the trouble of either. */
import type { Reading } from "./reading.ts";

export function together<A, B>(one: Reading<A>, other: Reading<B>): Reading<readonly [A, B]> {
  if (one.status === "failed") {
    return one;
  }
  if (other.status === "failed") {
    return other;
  }
  if (one.status === "loading" || other.status === "loading") {
    return { status: "loading" };
  }
  return {
    status: "known",
    value: [one.value, other.value],
    slot: one.slot < other.slot ? one.slot : other.slot,
    readAt: Math.min(one.readAt, other.readAt),
    stale: one.stale ?? other.stale,
  };
}
