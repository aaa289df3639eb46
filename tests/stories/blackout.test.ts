/** Around a split the share stands still, so that nobody trades it at the wrong price. */
import type { KeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { scheduleAction, split } from "../harness/actions.ts";
import { clearBlackout, setBlackout } from "../harness/desk.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, redeemShares, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOUR = 3_600n;

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
  await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
  await mintShares(share, alice.address, 10n * ONE_SHARE);
});

const send = () => transfer(share, alice.address, bob.address, ONE_SHARE, alice);

test("from an hour before the split to an hour after it nothing moves, and afterwards it does by itself", async () => {
  const effectiveAt = (await story.chain.now()) + 24n * HOUR;
  const [from, until] = [effectiveAt - HOUR, effectiveAt + HOUR];
  await scheduleAction(share, split([4n, 1n], effectiveAt));
  const { events } = await setBlackout(share, from, until);
  expect(events).toMatchObject([
    { name: "BlackoutSet", data: { oldUntil: 0n, newFrom: from, newUntil: until } },
    { name: "BlackoutChanged", data: { asset: share.asset, from, until } },
  ]);

  await send();
  await story.validator.timeTravel(from);
  await expectRefusal(send(), 6101, "Blackout");
  await expectRefusal(mintShares(share, alice.address, ONE_SHARE), 6101, "Blackout");
  await expectRefusal(redeemShares(share, alice, ONE_SHARE), 6101, "Blackout");
  await story.validator.timeTravel(effectiveAt);
  await expectRefusal(send(), 6101, "Blackout");
  await story.validator.timeTravel(until);
  await send();
  expect(await story.chain.tokenBalance(await tokenAccountOf(share, bob.address))).toEqual({ raw: 2n * ONE_SHARE, ui: "8" });
});

test("it can be cleared before its end, and must make sense", async () => {
  const now = await story.chain.now();
  await setBlackout(share, now - 1n, now + HOUR);
  await expectRefusal(send(), 6101, "Blackout");
  await clearBlackout(share);
  await send();
  await expectRefusal(clearBlackout(share), 6535, "NoBlackout");
  await expectRefusal(setBlackout(share, now + HOUR, now + HOUR), 6534, "BlackoutMalformed");
  await expectRefusal(setBlackout(share, now - HOUR, now - 1n), 6534, "BlackoutMalformed");
});
