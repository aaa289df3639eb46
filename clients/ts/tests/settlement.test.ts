/** Quotes are exact, and rounded once, for the issuer. What they say on chain is in the stories of the primary market. */
import { MULTIPLIER_ONE, UNLIMITED, multiplierInForce, quotePurchase, quoteRedemption } from "@scrip/client";
import { expect, test } from "vitest";

const ONE_SHARE = 100_000_000n;
const deal = { amount: ONE_SHARE, multiplier: MULTIPLIER_ONE, price: 200_000_000n, feeBps: 0 };

test("whole shares cost their price, and the multiplier counts", () => {
  expect(quotePurchase(deal)).toEqual({ value: 200_000_000n, fee: 0n, total: 200_000_000n });
  const split = { ...deal, multiplier: 4n * MULTIPLIER_ONE, feeBps: 25 };
  expect(quotePurchase(split)).toEqual({ value: 800_000_000n, fee: 2_000_000n, total: 802_000_000n });
  expect(quoteRedemption(split)).toEqual({ value: 800_000_000n, fee: 2_000_000n, net: 798_000_000n });
});

test("the least fraction of a unit is rounded up for an investor and down for a holder; the fee always up", () => {
  const dust = { ...deal, amount: 1n, price: 1n, feeBps: 1 };
  expect(quotePurchase(dust)).toEqual({ value: 1n, fee: 1n, total: 2n });
  expect(quoteRedemption(dust)).toEqual({ value: 0n, fee: 0n, net: 0n });
  const justAbove = { ...deal, multiplier: MULTIPLIER_ONE + 1n, price: 100_000_000n };
  expect(quotePurchase(justAbove).value).toBe(100_000_001n);
  expect(quoteRedemption(justAbove).value).toBe(100_000_000n);
  expect(quoteRedemption({ ...deal, price: 10_001n, feeBps: 1 })).toEqual({ value: 10_001n, fee: 2n, net: 9_999n });
});

test("what does not fit into 64 bits is no quote", () => {
  const most = { ...deal, amount: UNLIMITED, price: ONE_SHARE };
  expect(quotePurchase(most).total).toBe(UNLIMITED);
  expect(() => quotePurchase({ ...most, feeBps: 1 })).toThrow(RangeError);
  expect(() => quoteRedemption({ ...most, price: ONE_SHARE + 1n })).toThrow(/more than a token account can hold/);
});

test("a multiplier is in force from its second on", () => {
  const asset = { multiplier: 1n, nextMultiplier: 2n, multiplierEffectiveAt: 100n };
  expect([99n, 100n].map((now) => multiplierInForce(asset, now))).toEqual([1n, 2n]);
});
