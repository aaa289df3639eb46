/** Corporate actions in words: every kind has a name, every terms a sentence, and the clock says how they stand. */
import { ActionKind, ActionState, NO_ADDRESS, exchangeTerms, nameTerms } from "@scrip/client";
import type { issuer } from "@scrip/client";
import { address } from "@solana/kit";
import { describe, expect, test } from "vitest";
import { type Action, type Entry, calendarOf, isAhead, nextOf, stageOf } from "../src/chain/calendar.ts";
import type { Share } from "../src/chain/share.ts";
import { type Reading, derive } from "../src/chain/reading.ts";
import { together } from "../src/chain/together.ts";
import { byMonth, byTime } from "../src/views/public/months.ts";
import { type Mints, termsInWords } from "../src/words/action-terms.ts";
import { KINDS, actionName, datesOf, headline, kindInWords } from "../src/words/actions.ts";

const DOLLAR = address("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v");
const OTHER = address("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
const MINTS: Mints = { symbol: (mint) => (mint === OTHER ? "TSLAx" : undefined), decimals: (mint) => (mint === DOLLAR ? 6 : undefined) };
const NONE: Mints = { symbol: () => undefined, decimals: () => undefined };

test("every kind that the program knows has a name of its own", () => {
  const kinds = Object.entries(ActionKind);
  expect(kinds).toHaveLength(16);
  for (const [code, kind] of kinds) {
    expect(kindInWords(kind).code).toBe(code);
  }
  expect(new Set([...KINDS.values()].map(({ name }) => name)).size).toBe(16);
  expect(kindInWords(99).name).toBe("Unknown to this page");
});

describe("terms", () => {
  const cash = { paymentMint: DOLLAR, gross: 250_000n, withholdingBps: 1_500 };
  test.each<[string, issuer.ActionTerms, string]>([
    ["split", { __kind: "Ratio", numerator: 4n, denominator: 1n }, "each share becomes 4"],
    ["reverse split", { __kind: "Ratio", numerator: 1n, denominator: 20n }, "every 20 shares become 1"],
    ["reinvested", { __kind: "Reinvestment", gross: 25n, withholdingBps: 0, price: 22_845n }, "reinvested for everybody: about 0.1094 % of the price of a share; no tax withheld"],
    ["reinvested exactly", { __kind: "Reinvestment", gross: 25_000_000n, withholdingBps: 1_500, price: 5_000_000_000n }, "reinvested for everybody: 0.5 % of the price of a share; 15 % tax withheld"],
    ["reinvested, rounded up", { __kind: "Reinvestment", gross: 2n, withholdingBps: 0, price: 3n }, "reinvested for everybody: about 66.6667 % of the price of a share; no tax withheld"],
    ["cash", { __kind: "Cash", ...cash }, "0.25 of token EPjF…Dt1v a share; 15 % tax withheld"],
    ["choice", { __kind: "Choice", ...cash, price: 10_000_000n, default: 2 }, "0.25 of token EPjF…Dt1v a share, or shares at 10 of token EPjF…Dt1v; who does not choose gets shares; 15 % tax withheld"],
    ["spin-off", { __kind: "Shares", mint: OTHER, numerator: 1n, denominator: 3n }, "1 TSLAx for every 3 shares"],
    ["merger", { ...exchangeTerms({ shares: { mint: OTHER, ratio: [3n, 1n] }, cash: { paymentMint: DOLLAR, price: 1_500_000n } }) } as issuer.ActionTerms, "3 TSLAx for each share, and 1.5 of token EPjF…Dt1v a share"],
    ["cash merger", { ...exchangeTerms({ cash: { paymentMint: DOLLAR, price: 1_500_000n } }) } as issuer.ActionTerms, "1.5 of token EPjF…Dt1v a share"],
    ["offer", { __kind: "Offer", paymentMint: DOLLAR, price: 1n, maxRaw: 1_000_000n }, "0.000001 of token EPjF…Dt1v a share, for at most 1\u202f000\u202f000 raw units"],
    ["name", nameTerms("Ünlü xStock", "UNLx") as issuer.ActionTerms, "to be called “Ünlü xStock”, symbol UNLx"],
    ["final price", { __kind: "FinalPrice", paymentMint: DOLLAR, price: 5_000_000n }, "5 of token EPjF…Dt1v a share, which ends with it"],
  ])("%s", (_, terms, words) => {
    expect(termsInWords(terms, MINTS)).toBe(words);
  });

  test("amounts of a token whose decimals are not known are in its base units, and say so", () => {
    expect(termsInWords({ __kind: "FinalPrice", paymentMint: DOLLAR, price: 5_000_000n }, NONE)).toMatch(/^5\u202f000\u202f000 base units of token /);
  });
});

interface MadeAction {
  readonly effectiveAt?: bigint;
  readonly state?: number;
  readonly sequence?: number;
  readonly asset?: string;
}

function made({ effectiveAt = 100n, state = ActionState.Scheduled, sequence = 0, asset = "asset" }: MadeAction): Action {
  const dates = { exAt: 0n, recordAt: 0n, electBy: 0n, payableAt: 0n, blackoutFrom: 0n, blackoutUntil: 0n, effectiveAt };
  return { address: `${asset} ${sequence}`, data: { asset, state, sequence, dates, kind: ActionKind.SPLF, terms: { __kind: "Ratio", numerator: 3n, denominator: 2n } } } as unknown as Action;
}

test("what was never scheduled in time has lapsed; what was is in force by the clock", () => {
  const stage = (state: number, now: bigint) => stageOf(made({ state }).data, now);
  expect(stage(ActionState.Scheduled, 99n)).toBe("scheduled");
  expect(stage(ActionState.Scheduled, 100n)).toBe("in force");
  expect(stage(ActionState.Approved, 99n)).toBe("approved");
  expect(stage(ActionState.Approved, 100n)).toBe("lapsed");
  expect(stage(ActionState.Announced, 100n)).toBe("lapsed");
  expect(stage(ActionState.Cancelled, 1n)).toBe("cancelled");
  expect(stage(ActionState.Settled, 200n)).toBe("settled");
  expect(isAhead(made({ state: ActionState.Cancelled }).data, 1n)).toBe(false);
});

test("the next action is the earliest that can still come", () => {
  const actions = [made({ effectiveAt: 300n, sequence: 1 }), made({ effectiveAt: 200n, sequence: 2 }), made({ effectiveAt: 150n, state: ActionState.Cancelled, sequence: 3 })];
  expect(nextOf(actions, 100n)?.data.sequence).toBe(2);
  expect(nextOf(actions, 200n)?.data.sequence).toBe(1);
  expect(nextOf(actions, 300n)).toBeUndefined();
});

test("other issuers' actions are dropped, and missing ones are counted", () => {
  const share = { mint: "mint", asset: { address: "asset", data: { actionCount: 3 } } } as unknown as Share;
  const { entries, byMint, missing } = calendarOf([share], [made({ sequence: 0 }), made({ sequence: 1 }), made({ asset: "foreign" })]);
  expect(entries).toHaveLength(2);
  expect(byMint.get("mint")).toHaveLength(2);
  expect(missing).toBe(1);
});

test("headlines and dates", () => {
  expect(headline(made({}).data)).toBe("Split 3:2");
  const reinvested = { kind: ActionKind.DVCA, terms: { __kind: "Reinvestment", gross: 1n, withholdingBps: 0, price: 2n } } as const;
  expect([actionName(reinvested), headline(reinvested)]).toEqual(["Reinvested dividend", "Reinvested dividend"]);
  expect(datesOf({ ...made({}).data.dates, recordAt: 50n })).toEqual([["Record date", 50n], ["In force from", 100n]]);
});

test("what is ahead begins with the next, what was with the last; by months", () => {
  const at = (iso: string, sequence: number) => made({ effectiveAt: BigInt(Date.parse(iso) / 1000), sequence });
  const actions = [at("2026-12-15T12:00:00Z", 0), at("2026-11-10T12:00:00Z", 1), at("2026-12-05T12:00:00Z", 2)];
  expect(byTime(actions, true).map(({ data }) => data.sequence)).toEqual([1, 2, 0]);
  expect(byTime(actions, false).map(({ data }) => data.sequence)).toEqual([0, 2, 1]);
  const months = byMonth(byTime(actions.map((action): Entry => ({ action, share: {} as Share })), true));
  expect(months.map(({ entries }) => entries.length)).toEqual([1, 2]);
});

test("what follows from two readings is as old as the older, and fails with either", () => {
  const known = (value: number, slot: bigint, readAt: number) => ({ status: "known", value, slot, readAt }) as const;
  const sum = (one: Reading<number>, other: Reading<number>) => derive(together(one, other), ([first, second]) => first + second);
  expect(sum(known(1, 7n, 50), known(2, 9n, 40))).toMatchObject({ status: "known", value: 3, slot: 7n, readAt: 40 });
  expect(sum(known(1, 7n, 50), { status: "loading" })).toEqual({ status: "loading" });
  const error = new Error("gone");
  expect(sum({ status: "loading" }, { status: "failed", error, retry: () => undefined })).toMatchObject({ status: "failed", error });
});

test("zeros are nobody, and no token", () => {
  const terms = exchangeTerms({ shares: { mint: OTHER, ratio: [1n, 1n] } }) as issuer.ActionTerms;
  expect("paymentMint" in terms && terms.paymentMint).toBe(NO_ADDRESS);
  expect(termsInWords(terms, MINTS)).toBe("1 TSLAx for each share");
});
