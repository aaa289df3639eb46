/** The life of a corporate action: announced, approved, scheduled, in force by the clock; amended or cancelled before. */
import {
  ActionKind,
  ActionState,
  FourEyes,
  MULTIPLIER_ONE,
  NO_ADDRESS,
  fetchCalendar,
  findCorporateAction,
  multiplierAt,
  onlyAtMultiplier,
  toCome,
} from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import {
  type Action,
  amend,
  announce,
  approve,
  cancel,
  fetchAction,
  reinvestment,
  schedule,
  scheduleAction,
  settle,
  split,
} from "../harness/actions.ts";
import { fetchAsset, setBlackout } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const DAY = 86_400n;

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
  await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
  await mintShares(share, alice.address, 10n * ONE_SHARE + 25_000_000n);
  await mintShares(share, bob.address, 1n);
  await change(story.market, { __kind: "FourEyes", bits: FourEyes.Actions });
});

async function balances() {
  const accounts = await Promise.all([alice, bob].map(({ address }) => tokenAccountOf(share, address)));
  return Promise.all(accounts.map((account) => story.chain.tokenBalance(account)));
}

const shown = async () => (await balances()).map(({ ui }) => ui);
const names = ({ events }: { events: readonly { name: string }[] }) => events.map(({ name }) => name);

test("a 4-for-1 split multiplies everybody's shares by four at its time, and no raw unit moves", async () => {
  const { chain, market, validator } = story;
  const effectiveAt = (await chain.now()) + 2n * DAY;
  const { action, ...announced } = await announce(share, split([4n, 1n], effectiveAt));
  expect(names(announced)).toEqual(["ActionAnnounced"]);
  expect(await shown()).toEqual(["10.25", "0.00000001"]);

  await expectRefusal(schedule(share, action), 7158, "ActionNotApproved");
  await expectRefusal(approve(share, action, market.staff.corporateActions), 7001, "RoleLacksPermission");
  await approve(share, action);
  expect(names(await schedule(share, action))).toEqual(["ActionScheduled"]);
  expect(toCome(await fetchCalendar(chain.rpc, share.asset), await chain.now())).toMatchObject([{ address: action }]);

  await validator.timeTravel(effectiveAt - 60n);
  await expectRefusal(settle(share, action), 7160, "ActionNotDue");
  expect(await shown()).toEqual(["10.25", "0.00000001"]);
  await validator.timeTravel(effectiveAt);
  expect(await balances()).toEqual([
    { raw: 1_025_000_000n, ui: "41" },
    { raw: 1n, ui: "0.00000004" },
  ]);
  await expectRefusal(cancel(share, action), 7161, "ActionFinal");
  // A node that parses the account itself agrees, once the mint has been written again.
  await mintShares(share, bob.address, 1n);
  expect(await chain.parsedUiAmount(await tokenAccountOf(share, alice.address))).toBe("41");
});

test("the history keeps what was done, when and by whom, also after anybody has settled it", async () => {
  const { chain, market } = story;
  const action = await findCorporateAction(share.asset, 0);
  await settle(share, action);
  const { data } = await fetchAction(share, action);
  expect(data).toMatchObject({ asset: share.asset, kind: ActionKind.SPLF, state: ActionState.Settled, sequence: 0 });
  expect(data.terms).toEqual({ __kind: "Ratio", numerator: 4n, denominator: 1n });
  expect([data.oldMultiplier, data.newMultiplier]).toEqual([MULTIPLIER_ONE, 4n * MULTIPLIER_ONE]);
  expect([data.maker, data.checker]).toEqual([market.staff.corporateActions.address, market.staff.checker.address]);
  expect(data.dates.effectiveAt - data.announcedAt).toBeGreaterThanOrEqual(2n * DAY - 60n);
  const [{ data: asset }, calendar] = [await fetchAsset(share), await fetchCalendar(chain.rpc, share.asset)];
  const at = (time: bigint) => multiplierAt(asset, calendar, time);
  expect([at(0n), at(data.dates.effectiveAt - 1n), at(data.dates.effectiveAt)]).toEqual([1n, 1n, 4n].map((by) => by * MULTIPLIER_ONE));
});

test("the next action starts from what is then in force, exactly; meanwhile no other is scheduled", async () => {
  const effectiveAt = (await story.chain.now()) + 7_200n;
  await scheduleAction(share, reinvestment([1_000_782_402_647n, 1_000_000_000_000n], effectiveAt));
  const later = split([2n, 1n], effectiveAt + DAY);
  await expectRefusal(scheduleAction(share, later), 7064, "ChangePending");
  const { action } = await announce(share, later);
  await story.validator.timeTravel(effectiveAt);
  const { data: asset } = await fetchAsset(share);
  expect(asset.nextMultiplier).toBe(4_003_129_610_588_000_000n);
  expect((await balances())[0]).toEqual({ raw: 1_025_000_000n, ui: "41.0320785" });
  await cancel(share, action);
});

test("a wallet's transaction fails if the multiplier moved before it is in a block", async () => {
  const { chain, market } = story;
  const at = (multiplier: bigint) => onlyAtMultiplier({ mint: share.mint, multiplier }, []);
  await chain.send(market.payer, await at(4_003_129_610_588_000_000n));
  await expectRefusal(chain.send(market.payer, await at(4n * MULTIPLIER_ONE)), 7066, "MultiplierMoved");
});

test("amended, a scheduled action is announced anew: unscheduled, its approval gone, its notice beginning again", async () => {
  const { chain } = story;
  const before = await shown();
  const effectiveAt = (await chain.now()) + DAY;
  const { action } = await scheduleAction(share, split([3n, 1n], effectiveAt));
  const { terms } = split([2n, 1n], 0n);
  await expectRefusal(amend(share, action, { terms, dates: { effectiveAt: (await chain.now()) + 60n } }), 7065, "NoticeTooShort");
  await amend(share, action, { terms, dates: { effectiveAt: effectiveAt + DAY } });
  const { data } = await fetchAction(share, action);
  expect(data).toMatchObject({ state: ActionState.Announced, amendments: 1, checker: NO_ADDRESS, newMultiplier: 0n, terms });
  await expectRefusal(schedule(share, action), 7158, "ActionNotApproved");
  await story.validator.timeTravel(effectiveAt);
  expect(await shown()).toEqual(before);
});

test("cancelled after scheduling, an action never happens: multiplier and blackout are taken back", async () => {
  const { chain, validator } = story;
  const before = await shown();
  const effectiveAt = (await chain.now()) + DAY;
  const doubling = split([2n, 1n], effectiveAt);
  const dates = { effectiveAt, blackoutFrom: effectiveAt - 3_600n, blackoutUntil: effectiveAt + 3_600n };
  const { action } = await scheduleAction(share, { ...doubling, dates });
  const { events } = await cancel(share, action);
  expect(events).toMatchObject([{ name: "BlackoutSet", data: { newUntil: 0n } }, { name: "ActionCancelled", data: { action } }]);
  await validator.timeTravel(effectiveAt);
  await transfer(share, alice.address, bob.address, 1n, alice);
  await transfer(share, bob.address, alice.address, 1n, bob);
  expect(await shown()).toEqual(before);
  const [{ data: asset }, calendar] = [await fetchAsset(share), await fetchCalendar(chain.rpc, share.asset)];
  expect(multiplierAt(asset, calendar, await chain.now())).toBe(4_003_129_610_588_000_000n);
  expect(calendar.at(-1)?.data.state).toBe(ActionState.Cancelled);
});

test("too little notice, too great a ratio, a ratio that shrinks, and a time in a blackout are refused", async () => {
  const now = await story.chain.now();
  const refuse = (action: Action, code: number, name: string) => expectRefusal(scheduleAction(share, action), code, name);
  await refuse(split([2n, 1n], now + 1_800n), 7065, "NoticeTooShort");
  await refuse(split([2n, 1n], now - 1n), 7065, "NoticeTooShort");
  await refuse(split([2n, 1n], now + 367n * DAY), 7069, "NoticeTooLong");
  await refuse(split([101n, 1n], now + DAY), 7063, "RatioBeyondBound");
  await refuse(reinvestment([1_101n, 1_000n], now + DAY), 7063, "RatioBeyondBound");
  await refuse(split([1n, 2n], now + DAY), 7062, "RatioNotGrowing");
  await refuse(split([0n, 1n], now + DAY), 7150, "UnsoundTerms");
  await setBlackout(share, now + DAY - 60n, now + DAY + 60n);
  await refuse(split([2n, 1n], now + DAY), 7153, "EffectiveInBlackout");
});

test("transfers after the split move raw units as before", async () => {
  await transfer(share, alice.address, bob.address, ONE_SHARE, alice);
  expect((await balances()).map(({ raw }) => raw)).toEqual([925_000_000n, ONE_SHARE + 2n]);
});
