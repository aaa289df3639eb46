/** The list of shares: what counts as covered, how shares stand at a time, and how rows are found and ordered. */
import { AssetStatus, ReserveMode } from "@scrip/client";
import { describe, expect, test } from "vitest";
import { attestedOf, isTooOld } from "../src/chain/reserves.ts";
import type { Share } from "../src/chain/share.ts";
import { type Wanted, coverageOf, outstandingOf, pick, rowOf } from "../src/views/public/listing.ts";
import { standingsOf } from "../src/words/standing.ts";

const NOW = 1_000_000n;
const ONE = 10n ** 18n;
const SHARE = 100_000_000n;

interface Made {
  readonly symbol?: string;
  readonly supply?: bigint;
  readonly asset?: Partial<Share["asset"]["data"]>;
  readonly policy?: Partial<Share["policy"]["data"]>;
  readonly paused?: boolean;
  readonly attested?: readonly { readonly shares: bigint; readonly actionsSeen: number; readonly asOf: bigint }[];
}

function made({ symbol = "AAAx", supply = SHARE, asset, policy, paused = false, attested = [] }: Made = {}): Share {
  const assetData = { multiplier: ONE, nextMultiplier: ONE, multiplierEffectiveAt: 0n, multiplierChanges: 0, status: AssetStatus.Active, isin: new TextEncoder().encode("US0378331005"), ...asset };
  const policyData = { haltReason: 0, haltedUntil: 0n, blackoutFrom: 0n, blackoutUntil: 0n, lockedUntil: 0n, ...policy };
  return {
    mint: `mint of ${symbol}`,
    name: `${symbol} Company`,
    symbol,
    supply,
    paused,
    asset: { address: "asset", data: assetData },
    policy: { address: "policy", data: policyData },
    attestations: attested.map((data) => ({ address: "attestation", data })),
  } as unknown as Share;
}

test("outstanding is supply times the multiplier in force, exact and rounded up", () => {
  const asset = { multiplier: ONE + 1n, nextMultiplier: 4n * ONE, multiplierEffectiveAt: NOW };
  expect(outstandingOf(made({ asset }), NOW - 1n)).toBe(SHARE + 1n);
  expect(outstandingOf(made({ asset }), NOW)).toBe(4n * SHARE);
  const large = made({ supply: 2n ** 63n + 1n });
  expect(outstandingOf(large, NOW)).toBe(2n ** 63n + 1n);
});

test("counts from before the last change of the multiplier are not added to the others", () => {
  const asset = { multiplierChanges: 2, multiplierEffectiveAt: NOW };
  const attested = [
    { shares: 5n, actionsSeen: 1, asOf: 10n },
    { shares: 7n, actionsSeen: 2, asOf: 30n },
    { shares: 9n, actionsSeen: 2, asOf: 20n },
  ];
  const share = made({ asset, attested });
  expect(attestedOf(share, NOW)).toMatchObject({ shares: 16n, asOf: 20n, outdated: [{ data: { shares: 5n } }] });
  // A second earlier the second change was not in force: then the first custodian was right.
  expect(attestedOf(share, NOW - 1n)).toMatchObject({ shares: 5n, asOf: 10n });
});

test("an attestation is too old by the share's own rule alone", () => {
  const rule = { reserveMode: ReserveMode.Warn, reserveMaxAge: 100 };
  expect(isTooOld(rule, NOW - 100n, NOW)).toBe(false);
  expect(isTooOld(rule, NOW - 101n, NOW)).toBe(true);
  expect(isTooOld({ reserveMode: ReserveMode.Off, reserveMaxAge: 0 }, 0n, NOW)).toBe(false);
});

test("coverage is rounded down, and there is none without something to compare", () => {
  const covered = (shares: bigint, outstanding: bigint) => coverageOf({ attested: { comparable: [{} as never], outdated: [], shares, asOf: 1n }, outstanding });
  expect(covered(9_999_999n, 10_000_000n)).toBe(9_999n);
  expect(covered(10_000_000n, 10_000_000n)).toBe(10_000n);
  expect(covered(1n, 0n)).toBeUndefined();
  expect(coverageOf({ attested: { comparable: [], outdated: [], shares: 0n }, outstanding: 1n })).toBeUndefined();
});

describe("how a share stands", () => {
  const kinds = (share: Share, now = NOW) => standingsOf(share, now).map(({ kind }) => kind);
  test.each([
    ["trades", made(), ["trading"]],
    ["halted for ever", made({ policy: { haltReason: 2 } }), ["halted"]],
    ["halted by a reason that nobody knows", made({ policy: { haltReason: 99 } }), ["halted"]],
    ["halted until the next second", made({ policy: { haltReason: 1, haltedUntil: NOW + 1n } }), ["halted"]],
    ["halted until now", made({ policy: { haltReason: 1, haltedUntil: NOW } }), ["trading"]],
    ["blackout in its first second", made({ policy: { blackoutFrom: NOW, blackoutUntil: NOW + 1n } }), ["blackout"]],
    ["blackout over", made({ policy: { blackoutFrom: 1n, blackoutUntil: NOW } }), ["trading"]],
    ["locked", made({ policy: { lockedUntil: NOW + 1n } }), ["locked"]],
    ["no longer locked", made({ policy: { lockedUntil: NOW } }), ["trading"]],
    ["winding down", made({ asset: { status: AssetStatus.WindingDown } }), ["winding down"]],
    ["everything at once", made({ paused: true, asset: { status: AssetStatus.Closed }, policy: { haltReason: 1 } }), ["closed", "paused", "halted"]],
  ])("%s", (_, share, expected) => {
    expect(kinds(share)).toEqual(expected);
  });
});

describe("the rows that are wanted", () => {
  const shares = [
    made({ symbol: "BBBx", supply: 9n * SHARE, policy: { haltReason: 1 }, attested: [{ shares: 9n * SHARE, actionsSeen: 0, asOf: 1n }] }),
    made({ symbol: "AAAx", supply: 10n * SHARE, attested: [{ shares: 5n * SHARE, actionsSeen: 0, asOf: 1n }] }),
    made({ symbol: "CCCx", supply: 0n, paused: true }),
  ];
  const rows = shares.map((share) => rowOf(share, NOW));
  const symbols = (wanted: Partial<Wanted>) =>
    pick(rows, { query: "", filter: "all", sort: "symbol", descending: false, ...wanted }).map(({ share }) => share.symbol);

  test("by symbol, amount and coverage; those without coverage last either way", () => {
    expect(symbols({})).toEqual(["AAAx", "BBBx", "CCCx"]);
    expect(symbols({ sort: "outstanding", descending: true })).toEqual(["AAAx", "BBBx", "CCCx"]);
    expect(symbols({ sort: "coverage" })).toEqual(["AAAx", "BBBx", "CCCx"]);
    expect(symbols({ sort: "coverage", descending: true })).toEqual(["BBBx", "AAAx", "CCCx"]);
    expect(symbols({ sort: "standing" })).toEqual(["CCCx", "BBBx", "AAAx"]);
  });

  test("found by any part of what names them, and filtered", () => {
    expect(symbols({ query: "bbb comp" })).toEqual(["BBBx"]);
    expect(symbols({ query: "us0378331005" })).toHaveLength(3);
    expect(symbols({ query: "mint of ccc" })).toEqual(["CCCx"]);
    expect(symbols({ query: "zzz" })).toEqual([]);
    expect(symbols({ filter: "halted" })).toEqual(["BBBx"]);
    expect(symbols({ filter: "still" })).toEqual(["BBBx", "CCCx"]);
    expect(symbols({ filter: "short" })).toEqual(["AAAx"]);
  });
});
