/** Conversions are to the unit those of the rules: the tables are from `crates/rules/tests/multiplier/cases.rs`. */
import { readFileSync } from "node:fs";
import { MULTIPLIER_ONE as SCALE, UNLIMITED as TOP, formatDecimal, formatShares, parseDecimal, parseShares, rawFor, sharesOf } from "@scrip/client";
import { expect, test } from "vitest";

const MAX = SCALE * SCALE;

test.each([
  [SCALE, 0n, 0n, 0n],
  [4n * SCALE, 100n, 400n, 400n],
  [(3n * SCALE) / 2n, 5n, 7n, 8n],
  [1n, 1n, 0n, 1n],
  [MAX, TOP, TOP * SCALE, TOP * SCALE],
])("shares: multiplier %d, %d raw", (multiplier, raw, down, up) => {
  expect([sharesOf(raw, multiplier, "down"), sharesOf(raw, multiplier, "up")]).toEqual([down, up]);
});

test.each([
  [SCALE, 0n, 0n, 0n],
  [4n * SCALE, 401n, 100n, 101n],
  [MAX, 1n, 0n, 1n],
  [MAX, TOP * SCALE, TOP, TOP],
  [1n, 18n, 18n * SCALE, 18n * SCALE],
])("raw: multiplier %d, %d shares", (multiplier, shares, down, up) => {
  expect([rawFor(shares, multiplier, "down"), rawFor(shares, multiplier, "up")]).toEqual([down, up]);
});

test.each([
  [SCALE, TOP + 1n, "down"],
  [2n * SCALE, 2n * TOP + 1n, "up"],
  [1n, 19n, "down"],
  [1n, 2n ** 128n - 1n, "down"],
  [MAX, 2n ** 128n - 1n, "down"],
] as const)("what a token account cannot hold is refused: multiplier %d, %d shares", (multiplier, shares, rounding) => {
  expect(() => rawFor(shares, multiplier, rounding)).toThrow(RangeError);
});

test("the most that rounds down to what a token account can hold", () => {
  expect(rawFor(2n * TOP + 1n, 2n * SCALE, "down")).toBe(TOP);
});

test("round trips under the recorded multipliers of mainnet gain nothing down and lose nothing up", () => {
  const data = readFileSync(new URL("../../../crates/rules/testdata/xstocks_corporate_actions.csv", import.meta.url), "utf8");
  const [, ...rows] = data.trimEnd().split("\n");
  expect(rows.length).toBeGreaterThan(20);
  for (const [index, row] of rows.entries()) {
    const multiplier = parseDecimal(row.split(",")[8] ?? "", 18);
    const raw = (TOP / 7n ** BigInt(index % 20)) ^ BigInt(index);
    expect(rawFor(sharesOf(raw, multiplier, "down"), multiplier, "down")).toBeLessThanOrEqual(raw);
    expect(rawFor(sharesOf(raw, multiplier, "down"), multiplier, "up")).toBeLessThanOrEqual(raw);
    expect(sharesOf(rawFor(raw, multiplier, "up"), multiplier, "up")).toBeGreaterThanOrEqual(raw);
    expect(formatDecimal(multiplier, 18)).toBe(row.split(",")[8]);
  }
});

test.each([
  ["0", 0n],
  ["12.5", 1_250_000_000n],
  ["0.00000001", 1n],
  ["90071992.54740993", 9_007_199_254_740_993n],
  ["184467440737.09551615", TOP],
])("%s shares are %d base units, and back", (text, shares) => {
  expect(parseShares(text)).toBe(shares);
  expect(formatShares(shares)).toBe(text);
});

test.each(["", ".5", "5.", "1e8", "-1", "+1", "1,5", " 1", "0x10", "1.123456789"])("%j is no amount of shares", (text) => {
  expect(() => parseShares(text)).toThrow(/not a number of at most 8 decimals/);
});

test("zeros in front and behind change nothing, and nothing is below zero", () => {
  expect(parseShares("007.50000000")).toBe(750_000_000n);
  expect(parseDecimal("7", 0)).toBe(7n);
  expect(formatDecimal(7n, 0)).toBe("7");
  expect(() => parseDecimal("7.0", 0)).toThrow(RangeError);
  expect(() => formatShares(-1n)).toThrow(RangeError);
  expect(() => sharesOf(-1n, SCALE, "down")).toThrow(RangeError);
  expect(() => rawFor(1n, 0n, "down")).toThrow(RangeError);
});
