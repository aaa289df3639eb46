/** Entitlements are to the unit those of the rules: the tables are from `crates/rules/tests/entitlement`. */
import {
  MULTIPLIER_ONE as ONE,
  UNLIMITED as TOP,
  accepted,
  cashDue,
  multiplierAfter,
  otherShares,
  priceDue,
  reinvested,
  reinvestmentRatio,
} from "@scrip/client";
import { expect, test } from "vitest";

const SHARE = 100_000_000n;
/** The greatest multiplier there is. */
const MOST = ONE * ONE;

/** The answer, or nothing where it is refused. */
function answer<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return undefined;
  }
}

test.each([
  [ONE, 0n, 250_000n, 3_000, [0n, 0n, 0n]],
  [ONE, SHARE, 0n, 3_000, [0n, 0n, 0n]],
  [ONE, SHARE, 250_000n, 3_000, [250_000n, 75_000n, 175_000n]],
  [ONE, SHARE, 250_000n, 10_000, [250_000n, 250_000n, 0n]],
  [ONE, SHARE, 250_000n, 10_001, undefined],
  [ONE, SHARE + 1n, 10n, 0, [10n, 0n, 10n]],
  [ONE, 2n * SHARE - 1n, 1n, 0, [1n, 0n, 1n]],
  [ONE, SHARE, 1n, 1, [1n, 1n, 0n]],
  [ONE, SHARE, 10_000n, 1, [10_000n, 1n, 9_999n]],
  [ONE, SHARE, 10_001n, 1, [10_001n, 2n, 9_999n]],
  [4n * ONE, SHARE, 250_000n, 1_500, [1_000_000n, 150_000n, 850_000n]],
  [ONE / 10n, SHARE, 25n, 0, [2n, 0n, 2n]],
  [ONE, TOP, SHARE, 10_000, [TOP, TOP, 0n]],
  [ONE, TOP, SHARE + 1n, 0, undefined],
  [MOST, TOP, TOP, 0, undefined],
] as const)("cash: multiplier %d, %d raw at %d less %d", (multiplier, raw, rate, bps, expected) => {
  const due = answer(() => cashDue(raw, multiplier, rate, bps));
  expect(due && [due.gross, due.withheld, due.net]).toEqual(expected);
  if (bps === 0) {
    expect(answer(() => priceDue(raw, multiplier, rate))).toBe(expected?.[0]);
  }
});

test.each([
  [SHARE, ONE, [1n, 20n], ONE, 5_000_000n],
  [SHARE, ONE, [7n, 3n], ONE, 233_333_333n],
  [SHARE, 4n * ONE, [1n, 2n], ONE, 2n * SHARE],
  [SHARE, ONE, [1n, 2n], 4n * ONE, SHARE / 8n],
  [1n, ONE, [1n, 1n], ONE + 1n, 0n],
  [1n, ONE / 2n, [2n, 1n], ONE, 1n],
  [3n, ONE / 3n, [1n, 1n], ONE / 3n, 3n],
  [TOP, MOST, [TOP, TOP], MOST - 1n, TOP],
  [TOP, ONE, [TOP, TOP - 1n], ONE, undefined],
  [TOP - 1n, ONE, [TOP, TOP - 1n], ONE, TOP],
  [1n, MOST, [1n, TOP], 1n, 54_210_108_624_275_221n],
  [TOP, 1n, [TOP, 1n], MOST, 340n],
] as const)("other shares: %d raw × %d × %s ÷ %d", (raw, multiplier, ratio, other, expected) => {
  expect(answer(() => otherShares(raw, multiplier, ratio, other))).toBe(expected);
});

test.each([
  [250n, 250n, 4n * ONE, SHARE / 4n],
  [250n, 0n, ONE, undefined],
  [1n, 3n, ONE, 33_333_333n],
  [1n, SHARE + 1n, ONE, 0n],
  [1n, SHARE, ONE + 1n, 0n],
  [1n, 3n, ONE / 3n, SHARE],
  [TOP, SHARE, ONE, TOP],
  [TOP, SHARE, ONE - 1n, undefined],
  [TOP, 1n, MOST, 1_844_674_407n],
] as const)("reinvested: %d at %d × %d", (net, price, multiplier, expected) => {
  expect(answer(() => reinvested(net, price, multiplier))).toBe(expected);
});

test.each([
  [25n, 0, 20_000n, [20_025n, 20_000n]],
  [25n, 5_000, 20_000n, [40_025n, 40_000n]],
  [25n, 3_000, 20_000n, [200_175n, 200_000n]],
  [1n, 9_999, 1n, [10_001n, 10_000n]],
  [0n, 0, 20_000n, undefined],
  [25n, 0, 0n, undefined],
  [25n, 10_000, 20_000n, undefined],
  [25n, 10_001, 20_000n, undefined],
  [1n, 0, TOP, undefined],
  [1n, 5_000, TOP / 2n, [TOP, TOP - 1n]],
  [TOP, 1, 1n, undefined],
] as const)("ratio of a reinvested dividend: %d less %d at %d", (gross, bps, price, expected) => {
  expect(answer(() => reinvestmentRatio(gross, bps, price))).toEqual(expected);
});

test.each([
  [0n, 0n, 100n, 0n],
  [30n, 100n, 100n, 30n],
  [30n, 101n, 100n, 29n],
  [33n, 100n, 50n, 16n],
  [1n, 3n, 2n, 0n],
  [TOP - 1n, TOP, TOP - 1n, TOP - 2n],
  [TOP / 2n, TOP, TOP - 1n, TOP / 2n - 1n],
  [200n, 100n, 150n, 100n],
  [200n, 100n, 50n, 50n],
])("accepted: %d of %d, at most %d", (tendered, total, max, expected) => {
  expect(accepted(tendered, total, max)).toBe(expected);
});

test("a multiplier rounds half to even", () => {
  expect(multiplierAfter(4n * ONE, [1_000_782_402_647n, 10n ** 12n])).toBe(4_003_129_610_588_000_000n);
  expect([1n, 3n, 5n].map((multiplier) => multiplierAfter(multiplier, [1n, 2n]))).toEqual([0n, 2n, 2n]);
  expect(multiplierAfter(7n, [1n, 4n])).toBe(2n);
});
