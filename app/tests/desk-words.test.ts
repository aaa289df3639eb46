/** What makers type and checkers read at the desk, against the values on chain. */
import { ActionKind, MULTIPLIER_ONE, NO_ADDRESS, UNLIMITED, policyTerms } from "@scrip/client";
import { expect, test } from "vitest";
import { KIND_FORMS, NO_TEXTS, type Texts, readAnnouncement } from "../src/views/desk/actions/announcement.ts";
import { effectOf } from "../src/views/desk/actions/effect.ts";
import { termsByName } from "../src/views/desk/actions/terms.ts";
import { changedValues, rawInWords } from "../src/views/desk/queues/change-words.ts";
import { parsePercent, parseRaw, parseSpan } from "../src/views/desk/queues/propose/quantities.ts";
import { SETTING_FORMS, aboutWhat, readForm } from "../src/views/desk/queues/propose/setting-forms.ts";
import { hashOf, referenceOf, referenceText } from "../src/words/reference.ts";

const spaced = (text: string | undefined) => text?.replaceAll("\u202f", " ");

test("a reference is text or digits, as on the command line", () => {
  const bytes = referenceOf("CASE-2026-0142");
  expect([bytes.length, bytes[0], bytes[14]]).toEqual([32, "C".charCodeAt(0), 0]);
  expect(referenceText(bytes)).toBe("CASE-2026-0142");
  expect(referenceText(referenceOf("é".repeat(16)))).toBe("é".repeat(16));
  expect(() => referenceOf("é".repeat(17))).toThrow("34 bytes");
  expect(() => referenceOf("")).toThrow("0 bytes");
  const digits = "ab".repeat(32);
  expect(referenceOf(`0x${digits}`)).toEqual(new Uint8Array(32).fill(0xab));
  expect(referenceText(referenceOf(digits))).toBe(digits);
  expect(referenceText(new Uint8Array(32).fill(7))).toBe("07".repeat(32));
  expect(referenceText(new Uint8Array(32))).toBe("");
  expect(hashOf("ab".repeat(31))).toBeUndefined();
});

test("spans, percents and shares are read without guessing", () => {
  expect(["2 days", "36h", "90 minutes", "15 s", "0"].map(parseSpan)).toEqual([172_800n, 129_600n, 5_400n, 15n, 0n]);
  for (const wrong of ["2 weeks", "5", "1.5 days", "-1 h", ""]) {
    expect(() => parseSpan(wrong), wrong).toThrow(RangeError);
  }
  expect([parsePercent("0.25"), parsePercent("15 %")]).toEqual([25, 1_500]);
  expect(() => parsePercent("0.255")).toThrow(RangeError);
  expect(() => parsePercent("101")).toThrow("more than 100 %");
  expect(parseRaw("8", 4n * MULTIPLIER_ONE)).toBe(200_000_000n);
  expect(parseRaw("never", MULTIPLIER_ONE)).toBe(UNLIMITED);
});

test("an amount says its raw units, and whether its shares are exact", () => {
  expect(spaced(rawInWords(250_000_000_000n, 4n * MULTIPLIER_ONE))).toBe("10 000 shares (250 000 000 000 raw)");
  expect(spaced(rawInWords(1n, MULTIPLIER_ONE / 3n))).toBe("≈ 0 shares (1 raw)");
  expect(rawInWords(UNLIMITED, MULTIPLIER_ONE)).toBe("no limit");
});

test("every setting is told from what it is to what it will be", () => {
  const fees = changedValues({ __kind: "Fees", purchaseBps: 25, redemptionBps: 0 }, { __kind: "Fees", purchaseBps: 0, redemptionBps: 0 });
  expect(fees).toEqual([
    { name: "On purchases", from: "0 %", to: "0.25 %" },
    { name: "On redemptions", from: "0 %", to: "0 %" },
  ]);
  const [admin] = changedValues({ __kind: "Admin", proposed: NO_ADDRESS }, undefined);
  expect(admin).toEqual({ name: "May accept to be the admin", from: undefined, to: "nobody" });
  const [bits] = changedValues({ __kind: "FourEyes", bits: 0 }, { __kind: "FourEyes", bits: 6 });
  expect(bits).toMatchObject({ from: "every change that loosens, corporate actions", to: "nothing, but to take a checker away" });
});

test("of terms of transfers only what differs is told", () => {
  const terms = (deny: number[], lockedUntil = 0n) => ({ __kind: "PolicyTerms", terms: policyTerms({ countries: { deny }, lockedUntil }) }) as const;
  expect(changedValues(terms([840, 408]), terms([840]))).toEqual([
    { name: "Countries of residence", from: "All but United States (840).", to: "All but North Korea (408) and United States (840)." },
  ]);
  expect(changedValues(terms([], 1_800_000_000n), terms([]))).toEqual([{ name: "Locked until", from: "no lock-up", to: "2027-01-15 08:00:00 UTC" }]);
});

test("what is left empty in a form stays as it is", () => {
  const form = SETTING_FORMS.find(({ kind }) => kind === "Fees");
  const current = { __kind: "Fees", purchaseBps: 10, redemptionBps: 20 } as const;
  if (!form) {
    throw new Error("no form for fees");
  }
  expect(readForm(form, {}, current, MULTIPLIER_ONE).change).toBeUndefined();
  expect(readForm(form, { redemptionBps: "0.5" }, current, MULTIPLIER_ONE).change).toEqual({ ...current, redemptionBps: 50 });
  expect(readForm(form, { redemptionBps: "0,5" }, current, MULTIPLIER_ONE)).toMatchObject({ change: undefined, problems: { redemptionBps: expect.stringContaining("0,5") } });
  const minter = SETTING_FORMS.find(({ kind }) => kind === "Minter");
  expect(minter && aboutWhat(minter, { member: "nobody" })).toBeUndefined();
  expect(minter && aboutWhat(minter, { member: NO_ADDRESS })).toEqual({ __kind: "Minter", member: NO_ADDRESS });
});

const limits = { minNotice: 3_600, splitMax: 10, reverseSplitMax: 20, bonusMaxBps: 1_000, dividendMaxBps: 200 };
const NOW = 1_800_000_000n;
const soon = new Date(Number(NOW + 7_200n) * 1000).toISOString();

function read(kind: ActionKind, texts: Partial<Texts>) {
  const form = KIND_FORMS.find((one) => one.kind === kind);
  if (!form) {
    throw new Error(`no form for ${kind}`);
  }
  return readAnnouncement(form, { ...NO_TEXTS, effective: soon, ...texts }, limits, NOW);
}

test("limits of ratios and notice are told at their fields, to the last unit", () => {
  const ratio = (kind: ActionKind, numerator: string, denominator: string) => read(kind, { numerator, denominator });
  expect(ratio(ActionKind.SPLF, "10", "1")).toMatchObject({ terms: { numerator: 10n, denominator: 1n }, effectiveAt: NOW + 7_200n });
  expect(ratio(ActionKind.SPLF, "11", "1").problems.numerator).toContain("At most 10 for 1");
  expect(ratio(ActionKind.SPLF, "1", "1").problems.numerator).toContain("larger");
  expect(ratio(ActionKind.SPLR, "1", "20").terms).toBeDefined();
  expect(ratio(ActionKind.SPLR, "1", "21").problems.numerator).toContain("At most 1 for 20");
  expect(ratio(ActionKind.SPLR, "2", "1").problems.numerator).toContain("smaller");
  expect(ratio(ActionKind.BONU, "11", "10").terms).toBeDefined();
  expect(ratio(ActionKind.BONU, "1101", "1000").problems.numerator).toContain("10 % more shares");
  expect(ratio(ActionKind.DVSE, "1.5", "1").problems.numerator).toContain("whole number");
  const at = (seconds: bigint) => read(ActionKind.SPLF, { numerator: "2", denominator: "1", effective: new Date(Number(NOW + seconds) * 1000).toISOString() });
  expect(at(3_600n).problems).toEqual({ numerator: undefined });
  expect(at(3_599n).problems.effective).toMatch(/minimum notice is 1 hour: choose .* \(2027-01-15 09:00:00 UTC\) or later/);
  expect(at(367n * 86_400n).problems.effective).toContain("366 days");
});

test("a reinvested dividend is kept as on the command line, and told as it was typed", () => {
  const { terms, ratio } = read(ActionKind.DVCA, { gross: "0.25", withholding: "15", price: "50" });
  expect(terms).toEqual({ __kind: "Reinvestment", gross: 25_000_000n, withholdingBps: 1_500, price: 5_000_000_000n });
  expect(ratio && effectOf({ before: MULTIPLIER_ONE, ratio })[0]).toMatchObject({ from: "× 1", to: "× 1.00425" });
  expect(termsByName({ __kind: "Reinvestment", gross: 25_000_000n, withholdingBps: 1_500, price: 5_000_000_000n })).toEqual([
    ["Dividend a share, before tax", "0.25"],
    ["Tax withheld", "15 %"],
    ["Reinvested at, a share", "50 in the same currency"],
  ]);
  const cash = { __kind: "Cash", paymentMint: NO_ADDRESS, gross: 1_250_000n, withholdingBps: 0 } as const;
  expect(spaced(termsByName(cash, 6)[0]?.[1])).toBe("1.25 (1 250 000 base units)");
  expect(spaced(termsByName(cash)[0]?.[1])).toBe("1 250 000 base units");
  expect(read(ActionKind.DVCA, { gross: "2", price: "50" }).problems.gross).toContain("At most 2 % more shares");
});
