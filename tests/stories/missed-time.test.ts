/** A validator that is down when an action takes effect: nobody has to make up for it, and nothing can be slipped in. */
import { ActionState, MULTIPLIER_ONE } from "@scrip/client";
import { expect, test } from "vitest";
import { amend, announce, approve, fetchAction, inForce, schedule, scheduleAction, settle, split } from "../harness/actions.ts";
import { APPLE, ONE_SHARE, createShare } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const story = beginStory();
const until = async (time: bigint) => {
  while (BigInt(Math.floor(Date.now() / 1000)) < time) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

// Only a validator of its own can be frozen.
test.runIf(!process.env.SCRIP_RPC_URL)("the time passes while the validator is down, and afterwards the split is in force", async () => {
  const { chain, market, validator } = story;
  const share = await createShare(market, { ...APPLE, minNotice: 1 });
  const effectiveAt = (await chain.now()) + 4n;
  const { action } = await scheduleAction(share, split([4n, 1n], effectiveAt));
  expect(await chain.uiAmount(share.mint, ONE_SHARE)).toBe("1");
  const before = await chain.now();

  const thaw = validator.freeze();
  try {
    await until(effectiveAt + 1n);
  } finally {
    thaw();
  }
  // A cluster that goes on takes the time from its validators' clocks; this validator's has to be moved.
  expect(await chain.now()).toBeLessThan(effectiveAt);
  await validator.timeTravel(effectiveAt + 3_600n);
  expect(before).toBeLessThan(effectiveAt);
  expect(await chain.uiAmount(share.mint, ONE_SHARE)).toBe("4");
  expect(await inForce(share)).toBe(4n * MULTIPLIER_ONE);
  await settle(share, action);
  expect((await fetchAction(share, action)).data.state).toBe(ActionState.Settled);
});

test("an action that nobody scheduled in time is not in force, cannot be scheduled, and is amended", async () => {
  const { chain, market, validator } = story;
  const share = await createShare(market, APPLE);
  const effectiveAt = (await chain.now()) + 7_200n;
  const { action } = await announce(share, split([4n, 1n], effectiveAt));
  await approve(share, action);
  await validator.timeTravel(effectiveAt);
  expect(await chain.uiAmount(share.mint, ONE_SHARE)).toBe("1");
  await expectRefusal(schedule(share, action), 7155, "EffectivePassed");
  await expectRefusal(settle(share, action), 7159, "ActionNotScheduled");

  const { terms, dates } = split([4n, 1n], effectiveAt + 7_200n);
  await amend(share, action, { terms, dates });
  await approve(share, action);
  await schedule(share, action);
  await validator.timeTravel(dates.effectiveAt);
  expect(await chain.uiAmount(share.mint, ONE_SHARE)).toBe("4");
});
