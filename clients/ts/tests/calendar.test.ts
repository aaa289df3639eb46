/** A calendar is believed only if it fits together, and its history only if it is whole. */
import {
  ActionKind,
  ActionState,
  type Calendar,
  CalendarError,
  type FoundAccount,
  NO_ADDRESS,
  actionDates,
  findCorporateAction,
  isInForce,
  issuer,
  multiplierAt,
  multiplierHistory,
  readCalendar,
  toCome,
} from "@scrip/client";
import type { Address } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";

const ASSET = "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL" as Address;
const OTHER = "4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG" as Address;
const CASH = { __kind: "Cash", paymentMint: OTHER, gross: 1n, withholdingBps: 0 } as const;
const RATIO = { __kind: "Ratio", numerator: 2n, denominator: 1n } as const;

type Planned = Partial<issuer.CorporateActionArgs> & { readonly effectiveAt: bigint };

function found(sequence: number, { effectiveAt, ...given }: Planned): Promise<FoundAccount> {
  const action: issuer.CorporateActionArgs = {
    version: 2,
    bump: 255,
    kind: ActionKind.SPLF,
    state: ActionState.Scheduled,
    asset: ASSET,
    sequence,
    announcedAt: 1n,
    amendments: 0,
    dates: actionDates({ effectiveAt }),
    scheduledAt: 1n,
    settledAt: 0n,
    oldMultiplier: 1n,
    newMultiplier: 2n,
    documentHash: new Uint8Array(32),
    reason: new Uint8Array(32),
    maker: OTHER,
    checker: NO_ADDRESS,
    payouts: 0,
    openPayouts: 0,
    tendered: 0n,
    openTenders: 0,
    terms: RATIO,
    ...given,
  };
  const data = new Uint8Array(issuer.getCorporateActionEncoder().encode(action));
  return findCorporateAction(ASSET, sequence).then((address) => ({ address, data }));
}

/** Doubled at 100 and again at 200; a cash dividend at 150; a cancelled split; one that is only announced. */
const PLAN: readonly Planned[] = [
  { effectiveAt: 100n, state: ActionState.Settled },
  { effectiveAt: 200n, oldMultiplier: 2n, newMultiplier: 4n },
  { effectiveAt: 150n, oldMultiplier: 2n, newMultiplier: 2n, terms: CASH, kind: ActionKind.CAPD },
  { effectiveAt: 120n, state: ActionState.Cancelled, oldMultiplier: 0n, newMultiplier: 0n },
  { effectiveAt: 160n, state: ActionState.Announced, oldMultiplier: 0n, newMultiplier: 0n },
];
const WHOLE = { actionCount: 5, multiplierChanges: 2, multiplier: 2n, nextMultiplier: 4n };

let accounts: FoundAccount[];
let calendar: Calendar;

beforeAll(async () => {
  accounts = await Promise.all(PLAN.map((planned, sequence) => found(sequence, planned)));
  calendar = await readCalendar(ASSET, accounts.toReversed());
});

test("by sequence, and what is to come by its time", () => {
  expect(calendar.map(({ data }) => data.sequence)).toEqual([0, 1, 2, 3, 4]);
  expect(toCome(calendar, 155n).map(({ data }) => data.sequence)).toEqual([4, 1]);
  expect(calendar.map(({ data }) => isInForce(data, 150n))).toEqual([true, false, true, false, false]);
});

test("the multiplier at any second, past and scheduled", () => {
  expect(multiplierHistory(WHOLE, calendar)).toEqual([
    { effectiveAt: 100n, from: 1n, to: 2n },
    { effectiveAt: 200n, from: 2n, to: 4n },
  ]);
  const times = [0n, 99n, 100n, 150n, 199n, 200n, 10n ** 12n];
  expect(times.map((time) => multiplierAt(WHOLE, calendar, time))).toEqual([1n, 1n, 2n, 2n, 2n, 4n, 4n]);
  const fresh = { actionCount: 0, multiplierChanges: 0, multiplier: 7n, nextMultiplier: 7n };
  expect(multiplierAt(fresh, [], 5n)).toBe(7n);
});

test("a history that is not whole is refused", async () => {
  const at = (asset: typeof WHOLE, of = calendar) => () => multiplierAt(asset, of, 0n);
  expect(at(WHOLE, calendar.slice(0, 4))).toThrow("4 actions and the asset had 5");
  expect(at({ ...WHOLE, multiplierChanges: 3 })).toThrow("2 changes of the multiplier and the asset 3");
  expect(at({ ...WHOLE, nextMultiplier: 5n })).toThrow("the last change ends with 4");
  const gap = await found(1, { effectiveAt: 200n, oldMultiplier: 3n, newMultiplier: 4n });
  const broken = await readCalendar(ASSET, accounts.with(1, gap));
  expect(at(WHOLE, broken)).toThrow(CalendarError);
});

test("accounts that are not the asset's calendar are refused", async () => {
  const [first, second] = accounts as [FoundAccount, FoundAccount];
  await expect(readCalendar(ASSET, accounts.toSpliced(1, 1))).rejects.toThrow("action 1 of");
  await expect(readCalendar(OTHER, accounts)).rejects.toThrow(`is an action of ${ASSET}`);
  await expect(readCalendar(ASSET, [{ ...first, address: second.address }])).rejects.toThrow("is not where action 0");
  await expect(readCalendar(ASSET, [{ ...first, data: first.data.with(0, 0) }])).rejects.toThrow("not a corporate action");
  await expect(readCalendar(ASSET, [{ ...first, data: first.data.with(8, 1) }])).rejects.toThrow("of layout 2");
});
