/** What moves the multiplier, kind by kind, and what changes the name. */
import { ActionKind, MULTIPLIER_ONE, multiplierAfter, nameTerms, quoteRedemption, reinvestmentRatio } from "@scrip/client";
import { type KeyPairSigner, unwrapOption } from "@solana/kit";
import { fetchMint, isExtension } from "@solana-program/token-2022";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Action, announce, approve, inForce, ratioAction, schedule, scheduleAction, settle, split } from "../harness/actions.ts";
import { type Cash, DOLLAR, TOKEN, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { change } from "../harness/governance.ts";
import { request, settle as settleRedemption } from "../harness/primary.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let cash: Cash;

beforeAll(async () => {
  cash = await newCash(story.market, TOKEN);
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
});

beforeEach(async () => {
  share = await createShare(story.market, APPLE);
  for (const [{ address }, amount] of [[alice, 10n * ONE_SHARE], [bob, 300_000_001n]] as const) {
    await openAccount(share, address);
    await mintShares(share, address, amount);
  }
});

const balance = async ({ address }: KeyPairSigner) => story.chain.tokenBalance(await tokenAccountOf(share, address));
const shown = async () => Promise.all([alice, bob].map(async (holder) => (await balance(holder)).ui));
const tomorrow = async () => (await story.chain.now()) + DAY;

async function happens(action: Action): Promise<void> {
  const scheduled = await scheduleAction(share, action);
  await story.validator.timeTravel(action.dates.effectiveAt);
  await settle(share, scheduled.action);
}

test("SPLR with odd lots: nobody is cashed out, fractions move and are redeemed like all else, and come back", async () => {
  const { market, chain } = story;
  const payingAgent = await newHolder(market);
  await accept(share, cash);
  await change(market, { __kind: "SettlementWindow", seconds: Number(HOUR) }, share.mint);
  await fund(market, cash, payingAgent.address, 10_000n * DOLLAR);
  await fund(market, cash, bob.address, 1n);
  await happens(ratioAction(ActionKind.SPLR, [1n, 7n], await tomorrow()));
  const multiplier = 142_857_142_857_142_857n;
  expect(await inForce(share)).toBe(multiplier);
  expect(await shown()).toEqual(["1.42857142", "0.42857143"]);

  await transfer(share, alice.address, bob.address, 1n, alice);
  const amount = 300_000_002n;
  const [price, deadline] = [1_400n * DOLLAR, await tomorrow()];
  const { redemption } = await request(share, bob, { id: 1n, amount, deadline, payment: { cash, minPrice: price } });
  await settleRedemption(share, cash, redemption, { amount, price, paymentAuthority: payingAgent });
  const { net } = quoteRedemption({ amount, multiplier, price, feeBps: 0 });
  expect(net).toBe(600_000_003n);
  expect(await cashOf(chain, cash, bob.address)).toBe(1n + net);

  await happens(split([7n, 1n], await tomorrow()));
  expect(await inForce(share)).toBe(999_999_999_999_999_999n);
  expect((await balance(alice)).ui).toBe("9.99999999");
});

test.each([
  ["BONU", [11n, 10n], ["11", "3.30000001"]],
  ["DVSE", [21n, 20n], ["10.5", "3.15000001"]],
] as const)("%s: shares on top for everybody", async (kind, ratio, expected) => {
  await happens(ratioAction(ActionKind[kind], ratio, await tomorrow()));
  expect(await inForce(share)).toBe(multiplierAfter(MULTIPLIER_ONE, ratio));
  expect(await shown()).toEqual(expected);
});

test("DVCA reinvested on the day of a split: dividend and price as announced, of the shares after it", async () => {
  const splitAt = await tomorrow();
  const dividendAt = splitAt + 8n * HOUR;
  const terms = { __kind: "Reinvestment", gross: 260_000n, withholdingBps: 1_500, price: 67_430_000n } as const;
  const { action } = await announce(share, { kind: ActionKind.DVCA, terms, dates: { effectiveAt: dividendAt } });
  await approve(share, action);
  await happens(split([3n, 1n], splitAt));
  await schedule(share, action);
  await story.validator.timeTravel(dividendAt);
  const ratio = reinvestmentRatio(terms.gross, terms.withholdingBps, terms.price);
  expect(ratio).toEqual([67_651_000n * 20n, 67_430_000n * 20n]);
  expect(await inForce(share)).toBe(multiplierAfter(3n * MULTIPLIER_ONE, ratio));
  expect(await shown()).toEqual(["30.09832418", "9.02949728"]);
  await settle(share, action);
});

test("CHAN: name and symbol change when it is settled, the mint and the multiplier do not", async () => {
  const action = { kind: ActionKind.CHAN, terms: nameTerms("Orchard xStock", "ORCHx"), dates: { effectiveAt: await tomorrow() } };
  const before = await shown();
  await happens(action);
  const { extensions } = (await fetchMint(story.chain.rpc, share.mint, { commitment: "confirmed" })).data;
  const metadata = unwrapOption(extensions)?.find((extension) => isExtension("TokenMetadata", extension));
  expect(metadata).toMatchObject({ name: "Orchard xStock", symbol: "ORCHx", uri: "https://example.com/AAPLx.json" });
  expect(await shown()).toEqual(before);
});
