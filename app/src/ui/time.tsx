/** Times of the chain in the reader's zone, with UTC on hover; and how long until or since. */
import { useNow } from "../chain/clock.ts";
import { localTime, utc } from "../words/moments.ts";

/** A moment, unix seconds. */
export function Time({ at, relative }: { readonly at: bigint; readonly relative?: boolean }) {
  const date = new Date(Number(at) * 1000);
  return (
    <time dateTime={date.toISOString()} title={utc(at)}>
      {relative ? <Distance at={at} /> : localTime(at)}
    </time>
  );
}

function Distance({ at }: { readonly at: bigint }) {
  const now = useNow();
  return now === undefined ? "…" : distance(at, now);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, bigint])[] = [
  ["year", 31_536_000n],
  ["month", 2_592_000n],
  ["day", 86_400n],
  ["hour", 3_600n],
  ["minute", 60n],
];

/** "in 3 days", "5 minutes ago"; of unix seconds. */
export function distance(at: bigint, now: bigint): string {
  const seconds = at - now;
  const size = seconds < 0n ? -seconds : seconds;
  const [unit, length] = UNITS.find(([, length]) => size >= length) ?? (["second", 1n] as const);
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Number(seconds / length), unit);
}

/** A span of seconds: "2 days", "90 minutes". */
export function duration(seconds: bigint | number): string {
  const size = BigInt(seconds);
  const [unit, length] = UNITS.find(([, length]) => size >= length && size % length === 0n) ?? (["second", 1n] as const);
  return new Intl.NumberFormat(undefined, { style: "unit", unit, unitDisplay: "long" }).format(Number(size / length));
}
