/** A split and a dividend, scheduled in advance and effective by the clock alone. */
import { ActionKind, MULTIPLIER_ONE, issuer } from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { actionAddress, fetchAsset, scheduleAction } from "../harness/desk.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

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
});

async function balances() {
  const accounts = await Promise.all([alice, bob].map(({ address }) => tokenAccountOf(share, address)));
  return Promise.all(accounts.map((account) => story.chain.tokenBalance(account)));
}

test("a 4-for-1 split multiplies everybody's shares by four at its time, and no raw unit moves", async () => {
  expect(await balances()).toEqual([
    { raw: 1_025_000_000n, ui: "10.25" },
    { raw: 1n, ui: "0.00000001" },
  ]);
  const effectiveAt = (await story.chain.now()) + 2n * 86_400n;
  const { events } = await scheduleAction(share, { kind: ActionKind.SPLF, ratio: [4n, 1n], effectiveAt });
  expect(events.map(({ name }) => name)).toEqual(["ActionScheduled"]);

  await story.validator.timeTravel(effectiveAt - 60n);
  expect((await balances()).map(({ ui }) => ui)).toEqual(["10.25", "0.00000001"]);
  await story.validator.timeTravel(effectiveAt);
  expect(await balances()).toEqual([
    { raw: 1_025_000_000n, ui: "41" },
    { raw: 1n, ui: "0.00000004" },
  ]);
  // A node that parses the account itself agrees, once the mint has been written again.
  await mintShares(share, bob.address, 1n);
  expect(await story.chain.parsedUiAmount(await tokenAccountOf(share, alice.address))).toBe("41");
});

test("the history keeps what was done, when, why and by whom", async () => {
  const { data: action } = await issuer.fetchCorporateAction(story.chain.rpc, await actionAddress(share.asset, 0));
  expect(action.asset).toBe(share.asset);
  expect(action.kind).toBe(ActionKind.SPLF);
  expect([action.ratioNumerator, action.ratioDenominator]).toEqual([4n, 1n]);
  expect([action.oldMultiplier, action.newMultiplier]).toEqual([MULTIPLIER_ONE, 4n * MULTIPLIER_ONE]);
  expect(action.maker).toBe(story.market.staff.corporateActions.address);
  expect(action.effectiveAt - action.announcedAt).toBeGreaterThanOrEqual(2n * 86_400n - 60n);
});

test("the next action starts from what is then in force, exactly", async () => {
  const effectiveAt = (await story.chain.now()) + 7_200n;
  const ratio = [1_000_782_402_647n, 1_000_000_000_000n] as const;
  await scheduleAction(share, { kind: ActionKind.DVCA, ratio, effectiveAt });
  await expectRefusal(
    scheduleAction(share, { kind: ActionKind.SPLF, ratio: [2n, 1n], effectiveAt: effectiveAt + 86_400n }),
    7064,
    "ChangePending",
  );
  await story.validator.timeTravel(effectiveAt);
  const { data: asset } = await fetchAsset(share);
  expect(asset.nextMultiplier).toBe(4_003_129_610_588_000_000n);
  expect((await balances())[0]).toEqual({ raw: 1_025_000_000n, ui: "41.0320785" });
});

test("too little notice, too great a ratio and a ratio that shrinks are refused", async () => {
  const now = await story.chain.now();
  const refuse = (kind: number, ratio: readonly [bigint, bigint], effectiveAt: bigint, code: number, name: string) =>
    expectRefusal(scheduleAction(share, { kind, ratio, effectiveAt }), code, name);
  await refuse(ActionKind.SPLF, [2n, 1n], now + 1_800n, 7065, "NoticeTooShort");
  await refuse(ActionKind.SPLF, [2n, 1n], now - 1n, 7065, "NoticeTooShort");
  await refuse(ActionKind.SPLF, [101n, 1n], now + 86_400n, 7063, "RatioBeyondBound");
  await refuse(ActionKind.DVCA, [1_101n, 1_000n], now + 86_400n, 7063, "RatioBeyondBound");
  await refuse(ActionKind.SPLF, [1n, 2n], now + 86_400n, 7062, "RatioNotGrowing");
  await refuse(ActionKind.SPLF, [0n, 1n], now + 86_400n, 7061, "ZeroInRatio");
});

test("transfers after the split move raw units as before", async () => {
  await transfer(share, alice.address, bob.address, ONE_SHARE, alice);
  expect((await balances()).map(({ raw }) => raw)).toEqual([925_000_000n, ONE_SHARE + 2n]);
});
