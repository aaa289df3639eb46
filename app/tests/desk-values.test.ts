/** What the desk makes of what is typed and read: references, amounts, standings, filters. */
import { AssetStatus, HaltReason, HolderKind, HolderStatus } from "@scrip/client";
import { expect, test } from "vitest";
import { ALL, countriesOn, filtered } from "../src/views/desk/holders/filter.ts";
import { readAmount } from "../src/views/desk/mint/amount.ts";
import { tradingOf } from "../src/views/desk/trading/standing.ts";
import { reasonInWords } from "../src/words/standing.ts";

test("an amount in shares holds at one multiplier, and is raw units rounded down", () => {
  const multiplier = 3n * 10n ** 18n;
  expect(readAmount("1", "shares", multiplier)).toEqual({
    raw: 33_333_333n,
    quantity: { __kind: "Shares", shares: 100_000_000n, expectedMultiplier: multiplier },
  });
  expect(readAmount(" 7 ", "raw", multiplier)).toEqual({ raw: 7n, quantity: { __kind: "Raw", amount: 7n } });
  for (const text of ["", "-1", "1.5", "1,000", "0"]) {
    expect(() => readAmount(text, "raw", multiplier), text).toThrow(RangeError);
  }
  for (const text of ["", "-1", "1,000", "0.000000001", "0.00000001"]) {
    expect(() => readAmount(text, "shares", multiplier), text).toThrow(RangeError);
  }
});

const POLICY = { haltReason: 0, haltedUntil: 0n, blackoutFrom: 0n, blackoutUntil: 0n, lockedUntil: 0n };
const trading = (policy: Partial<typeof POLICY>, paused = false) =>
  tradingOf({ policy: { data: { ...POLICY, ...policy } }, asset: { data: { status: AssetStatus.Active } }, paused } as Parameters<typeof tradingOf>[0], 1_000n);

test("a halt ends at its second, and so does a blackout", () => {
  expect(trading({})).toMatchObject({ standings: [{ kind: "trading" }], halted: false, paused: false, blackout: "none" });
  expect(trading({}, true)).toMatchObject({ paused: true, halted: false });
  expect(trading({ haltReason: HaltReason.Regulatory })).toMatchObject({ halted: true, standings: [{ kind: "halted", until: undefined }] });
  expect(trading({ haltReason: HaltReason.Regulatory, haltedUntil: 1_001n }).halted).toBe(true);
  expect(trading({ haltReason: HaltReason.Regulatory, haltedUntil: 1_000n }).halted).toBe(false);
  expect([reasonInWords(HaltReason.Regulatory), reasonInWords(9)]).toEqual(["regulatory", "reason 9"]);
  expect(trading({ blackoutFrom: 1_001n, blackoutUntil: 2_000n }).blackout).toBe("to come");
  expect(trading({ blackoutFrom: 1_000n, blackoutUntil: 1_001n }).blackout).toBe("now");
  expect(trading({ blackoutFrom: 900n, blackoutUntil: 1_000n }).blackout).toBe("none");
  expect(trading({ lockedUntil: 1_001n }).standings).toMatchObject([{ kind: "locked", until: 1_001n }]);
});

test("the register is filtered by standing, residence and the end of the check", () => {
  const record = (kind: number, status: number, jurisdiction: number, kycExpiresAt: bigint) => ({ data: { kind, status, jurisdiction, kycExpiresAt } });
  const records = [
    record(HolderKind.Wallet, HolderStatus.Active, 756, 1_000n),
    record(HolderKind.Wallet, HolderStatus.Suspended, 702, 700_000n),
    record(HolderKind.Wallet, HolderStatus.Active, 756, 9_000_000n),
    record(HolderKind.Venue, HolderStatus.Active, 0, 0n),
  ] as unknown as Parameters<typeof filtered>[0];
  const places = (filter: Partial<typeof ALL>) => filtered(records, { ...ALL, ...filter }, 2_000n).map((found) => records.indexOf(found));
  expect(places({})).toEqual([0, 1, 2, 3]);
  expect(places({ status: HolderStatus.Suspended })).toEqual([1]);
  expect(places({ country: "CH" })).toEqual([0, 2]);
  expect(places({ withinDays: 7 })).toEqual([0]);
  expect(places({ withinDays: 30 })).toEqual([0, 1]);
  expect(countriesOn(records)).toEqual([["CH", 2], ["SG", 1]]);
});
