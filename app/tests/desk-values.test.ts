/** What the desk makes of what is typed and read: references, amounts, standings, filters. */
import { AssetStatus, HaltReason, HolderKind, HolderStatus } from "@scrip/client";
import { expect, test } from "vitest";
import { ALL, countriesOn, filtered } from "../src/views/desk/holders/filter.ts";
import { readAmount } from "../src/views/desk/mint/amount.ts";
import { toReference } from "../src/views/desk/parts/reference.ts";
import { isOpen, standingOf } from "../src/views/desk/trading/standing.ts";

test("a reference is up to 32 bytes of text, or 64 hexadecimal digits", () => {
  const text = toReference("CASE-2026-17");
  expect(new TextDecoder().decode(text)).toBe(`CASE-2026-17${"\0".repeat(20)}`);
  expect(toReference("ab".repeat(32))).toEqual(new Uint8Array(32).fill(0xab));
  expect(toReference(`0x${"AB".repeat(32)}`)).toEqual(new Uint8Array(32).fill(0xab));
  expect(toReference("é".repeat(16))).toHaveLength(32);
  expect(() => toReference("é".repeat(17))).toThrow("has 34 bytes");
  expect(() => toReference("")).toThrow("has 0 bytes");
});

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
const standing = (policy: Partial<typeof POLICY>, paused = false) =>
  standingOf({ policy: { data: { ...POLICY, ...policy } }, asset: { data: { status: AssetStatus.Active } }, paused } as Parameters<typeof standingOf>[0], 1_000n);

test("a halt ends at its second, and so does a blackout", () => {
  expect(isOpen(standing({}))).toBe(true);
  expect(isOpen(standing({}, true))).toBe(false);
  expect(standing({ haltReason: HaltReason.Regulatory })).toMatchObject({ halted: true, haltReason: "Regulatory" });
  expect(standing({ haltReason: HaltReason.Regulatory, haltedUntil: 1_001n }).halted).toBe(true);
  expect(standing({ haltReason: HaltReason.Regulatory, haltedUntil: 1_000n }).halted).toBe(false);
  expect(standing({ haltReason: 9 })).toMatchObject({ halted: true, haltReason: "Reason 9" });
  expect(standing({ blackoutFrom: 1_001n, blackoutUntil: 2_000n }).blackout).toBe("to come");
  expect(standing({ blackoutFrom: 1_000n, blackoutUntil: 1_001n }).blackout).toBe("now");
  expect(standing({ blackoutFrom: 900n, blackoutUntil: 1_000n }).blackout).toBe("none");
  expect(isOpen(standing({ lockedUntil: 1_001n }))).toBe(false);
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
