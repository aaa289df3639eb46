/** Of when a panel's figures are; and if they could not be read again, since when and why. */
import { useEffect, useState } from "react";
import type { Reading } from "../chain/reading.ts";
import styles from "./as-of.module.css";

export function AsOf({ reading }: { readonly reading: Reading<unknown> }) {
  const at = useClockOfReader(reading.status === "known" && reading.stale !== undefined);
  if (reading.status === "loading") {
    return null;
  }
  if (reading.status === "failed") {
    return (
      <span className={styles.failed} role="status">
        Not loaded: {reading.error.message}{" "}
        <button type="button" onClick={reading.retry}>
          Try again
        </button>
      </span>
    );
  }
  const slot = `slot ${reading.slot.toLocaleString()}`;
  if (!reading.stale) {
    return <span className={styles.fresh}>{slot}</span>;
  }
  const age = Math.max(0, Math.round((at - reading.readAt) / 1000));
  return (
    <span className={styles.stale} title={reading.stale.message}>
      {slot}, {ageOf(age)} old
    </span>
  );
}

/** "40 s", "12 min", "3 h". */
export function ageOf(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

/** The reader's clock in milliseconds, second by second while it is needed. */
export function useClockOfReader(ticking: boolean): number {
  const [at, setAt] = useState(Date.now);
  useEffect(() => {
    if (!ticking) {
      return;
    }
    setAt(Date.now());
    const timer = setInterval(() => setAt(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [ticking]);
  return at;
}
