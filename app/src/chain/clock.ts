/** The chain's own time: rules hold by it, and it may differ from the reader's clock. */
import { fetchSysvarClock } from "@solana/sysvars";
import { useEffect, useSyncExternalStore } from "react";
import { useReading } from "./reading.ts";

/** Chain's seconds minus the reader's; unknown until the first reading. While the node is gone it goes on by the reader's. */
let ahead: bigint | undefined;
const listeners = new Set<() => void>();

/** Keeps the clock set; once on the page. */
export function useClockReading(): void {
  const reading = useReading(["clock"], async (node) => {
    const { unixTimestamp, slot } = await fetchSysvarClock(node, { commitment: "confirmed" });
    return { value: unixTimestamp - here(), slot };
  });
  const measured = reading.status === "known" ? reading.value : undefined;
  useEffect(() => {
    // Both clocks count whole seconds: a difference of one is none, and would make the time go back and forth.
    if (measured === undefined || (ahead !== undefined && measured - ahead <= 1n && ahead - measured <= 1n)) {
      return;
    }
    ahead = measured;
    listeners.forEach((listener) => listener());
  }, [measured]);
}

/** Unix seconds on the chain's clock, in steps of so many seconds; `undefined` until it is known. */
export function useNow(step = 5n): bigint | undefined {
  return useSyncExternalStore(tick, () => (ahead === undefined ? undefined : ((here() + ahead) / step) * step));
}

function here(): bigint {
  return BigInt(Math.floor(Date.now() / 1000));
}

function tick(listener: () => void): () => void {
  listeners.add(listener);
  const timer = setInterval(listener, 1000);
  return () => {
    listeners.delete(listener);
    clearInterval(timer);
  };
}
