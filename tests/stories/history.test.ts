/** Fifty actions later, the multiplier of every second is still what Token-2022 displayed then, from accounts alone. */
import {
  ActionKind,
  ActionState,
  type Calendar,
  MULTIPLIER_ONE,
  fetchCalendar,
  multiplierAt,
  multiplierHistory,
  shownShares,
} from "@scrip/client";
import { beforeAll, expect, test } from "vitest";
import { type Action, cancel, ratioAction, reinvestment, scheduleAction, split } from "../harness/actions.ts";
import { fetchAsset } from "../harness/desk.ts";
import { APPLE, type Share, createShare } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";

const ACTIONS = 50;
/** Every so manieth action is scheduled once before, and cancelled. */
const CANCELLED = 10;
/** So many raw units that the first fifteen digits of the multiplier are shown. */
const RAW = 10n ** 15n;

const story = beginStory();
let share: Share;
const displayed: { readonly time: bigint; readonly shown: string }[] = [];

/** Growing and shrinking by turns, so that no rounding is undone by the next. */
function plan(turn: number, effectiveAt: bigint): Action {
  switch (turn % 5) {
    case 0:
      return split([3n, 2n], effectiveAt);
    case 1:
      return reinvestment([1_000_782_402_647n + BigInt(turn), 1_000_000_000_000n], effectiveAt);
    case 2:
      return ratioAction(ActionKind.SPLR, [2n, 3n], effectiveAt);
    case 3:
      return ratioAction(ActionKind.BONU, [21n, 20n], effectiveAt);
    default:
      return ratioAction(ActionKind.DVSE, [101n, 100n], effectiveAt);
  }
}

async function record(): Promise<void> {
  const time = await story.chain.now();
  displayed.push({ time, shown: await story.chain.uiAmount(share.mint, RAW) });
}

async function read(): Promise<[Awaited<ReturnType<typeof fetchAsset>>["data"], Calendar]> {
  return [(await fetchAsset(share)).data, await fetchCalendar(story.chain.rpc, share.asset)];
}

beforeAll(async () => {
  share = await createShare(story.market, { ...APPLE, minNotice: 60 });
});

test("fifty actions are scheduled, some cancelled, and take effect one after the other", async () => {
  await record();
  for (let turn = 0; turn < ACTIONS; turn += 1) {
    const effectiveAt = (await story.chain.now()) + 600n;
    if (turn % CANCELLED === 0) {
      const { action } = await scheduleAction(share, split([2n, 1n], effectiveAt));
      await cancel(share, action);
    }
    await scheduleAction(share, plan(turn, effectiveAt));
    await record();
    await story.validator.timeTravel(effectiveAt);
    await record();
  }
  const [asset, calendar] = await read();
  expect(calendar).toHaveLength(ACTIONS + ACTIONS / CANCELLED);
  expect(multiplierHistory(asset, calendar)).toHaveLength(ACTIONS);
  expect(calendar.filter(({ data }) => data.state === ActionState.Cancelled)).toHaveLength(ACTIONS / CANCELLED);
});

test("at each recorded second the accounts give what Token-2022 displayed then, to the last digit", async () => {
  const [asset, calendar] = await read();
  expect(displayed).toHaveLength(2 * ACTIONS + 1);
  const computed = displayed.map(({ time }) => ({ time, shown: shownShares(RAW, multiplierAt(asset, calendar, time)) }));
  expect(computed).toEqual(displayed);
  expect(new Set(displayed.map(({ shown }) => shown)).size).toBe(ACTIONS + 1);
});

test("the change is to the second, and before the first the multiplier is the one that the share began with", async () => {
  const [asset, calendar] = await read();
  for (const { effectiveAt, from, to } of multiplierHistory(asset, calendar)) {
    expect([multiplierAt(asset, calendar, effectiveAt - 1n), multiplierAt(asset, calendar, effectiveAt)]).toEqual([from, to]);
  }
  expect(multiplierAt(asset, calendar, 0n)).toBe(MULTIPLIER_ONE);
});
