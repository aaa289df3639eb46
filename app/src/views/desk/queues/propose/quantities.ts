/** Quantities as people type them in the forms of the desk. */
import { UNLIMITED, parseDecimal, parseShares, rawFor } from "@scrip/client";

const SPANS: readonly (readonly [RegExp, bigint])[] = [
  [/^s(ec(ond)?s?)?$/, 1n],
  [/^m(in(ute)?s?)?$/, 60n],
  [/^h(ours?)?$/, 3_600n],
  [/^d(ays?)?$/, 86_400n],
];

/** "2 days", "90 minutes", "36h", "0": seconds. */
export function parseSpan(text: string): bigint {
  const [, count, unit = ""] = /^(\d+)\s*([a-z]*)$/i.exec(text) ?? [];
  const length = SPANS.find(([name]) => name.test(unit.toLowerCase()))?.[1];
  if (count === undefined || (length === undefined && !/^0+$/.test(text))) {
    throw new RangeError(`"${text}" is not a span of time: write a number and a unit, as 2 days, 36 hours or 90 minutes`);
  }
  return BigInt(count) * (length ?? 1n);
}

/** "0.25": basis points. */
export function parsePercent(text: string): number {
  const bps = parseDecimal(text.replace(/\s*%$/, ""), 2);
  if (bps > 10_000n) {
    throw new RangeError(`"${text}" is more than 100 %`);
  }
  return Number(bps);
}

/** Shares at this multiplier as raw units, rounded down; "no limit" is none. */
export function parseRaw(text: string, multiplier: bigint): bigint {
  return /^(no limit|unlimited|never)$/i.test(text) ? UNLIMITED : rawFor(parseShares(text), multiplier, "down");
}
