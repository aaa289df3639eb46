/** What people type as shares, and what that comes to raw. */
import { sharesOf } from "@scrip/client";
import { expect, test } from "vitest";
import { entryOf } from "../src/views/holder/entry.ts";

const ONE = 10n ** 18n;
const ODD = 1_003_456_075_896_837_600n;

test("whole and broken shares, with spaces as people paste them", () => {
  expect(entryOf("12.5", 10_000_000_000n, ONE).amount).toEqual({ raw: 1_250_000_000n, shares: 1_250_000_000n, exact: true });
  expect(entryOf(" 1\u202f000 ", 100_000_000_000n, ONE).amount?.raw).toBe(100_000_000_000n);
  expect(entryOf("", 1n, ONE)).toEqual({});
});

test("rounds down to raw units, and says when that is not what was typed", () => {
  const { amount } = entryOf("2.5", 100_000_000_000n, ODD);
  expect(amount).toEqual({ raw: 249_138_956n, shares: 249_999_999n, exact: false });
});

test("all that is shown means all that is there, to the last raw unit, whatever the multiplier", () => {
  for (const multiplier of [ONE, ODD, 4n * ONE, ONE / 3n, 7n]) {
    for (const held of [1n, 7n, 99_999_999n, 100_000_012_345n, 2n ** 63n]) {
      const most = sharesOf(held, multiplier, "down");
      if (most > 0n) {
        const text = `${most / 100_000_000n}.${(most % 100_000_000n).toString().padStart(8, "0")}`;
        expect(entryOf(text, held, multiplier).amount?.raw).toBe(held);
      }
    }
  }
});

test("never more than is held, nor more than was typed", () => {
  for (const shares of [1n, 3n, 99_999_999n, 100_000_001n, 123_456_789n]) {
    const text = `${shares / 100_000_000n}.${(shares % 100_000_000n).toString().padStart(8, "0")}`;
    const { amount } = entryOf(text, 200_000_000n, ODD);
    expect(amount ? amount.shares <= shares && amount.raw <= 200_000_000n : shares === 1n).toBe(true);
  }
});

test("what cannot be is said with what can be", () => {
  expect(entryOf("2,5", 1n, ONE).problem).toContain("as 12 or 12.5");
  expect(entryOf("0.000000001", 1n, ONE).problem).toContain("8 decimals");
  expect(entryOf("-1", 1n, ONE).problem).toContain("as 12 or 12.5");
  expect(entryOf("0", 1n, ONE).problem).toContain("more than 0");
  expect(entryOf("2", 150_000_000n, ONE).problem).toContain("1.5 shares");
  expect(entryOf("0.00000001", 100n, 4n * ONE).problem).toContain("less than one raw unit");
});
