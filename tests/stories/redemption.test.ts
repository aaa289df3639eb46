/** The way out: paid for shares in escrow, or the shares come back; with nobody's consent after the deadline. */
import { HaltReason, HolderStatus, issuer, quoteRedemption } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { fetchMint } from "@solana-program/token-2022";
import { beforeAll, expect, test } from "vitest";
import { inForce, scheduleAction, split } from "../harness/actions.ts";
import { type Cash, DOLLAR, TOKEN, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { halt, resume } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { reclaim, reject, request, settle, settleOffChain } from "../harness/primary.ts";
import { newHolder, setStatus } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOUR = 3_600n;
const PRICE = 271_828_183n;
const FEE_BPS = 61;

const story = beginStory();
let share: Share;
let cash: Cash;
let alice: KeyPairSigner;
let paymentAuthority: KeyPairSigner;

beforeAll(async () => {
  const { market } = story;
  share = await createShare(market, APPLE);
  cash = await newCash(market, TOKEN);
  await accept(share, cash);
  await change(market, { __kind: "Fees", purchaseBps: 0, redemptionBps: FEE_BPS }, share.mint);
  await change(market, { __kind: "SettlementWindow", seconds: Number(HOUR) }, share.mint);
  [alice, paymentAuthority] = await Promise.all([newHolder(market), generateKeyPairSigner()]);
  await openAccount(share, alice.address);
  await mintShares(share, alice.address, 100n * ONE_SHARE);
  await fund(market, cash, paymentAuthority.address, 100_000n * DOLLAR);
  await fund(market, cash, alice.address, 1n);
});

const shares = async () => (await story.chain.tokenBalance(await tokenAccountOf(share, alice.address))).raw;
const supply = async () => (await fetchMint(story.chain.rpc, share.mint, { commitment: "confirmed" })).data.supply;
const later = async (seconds: bigint) => (await story.chain.now()) + seconds;
const exists = async (redemption: Address) =>
  (await issuer.fetchMaybeRedemption(story.chain.rpc, redemption, { commitment: "confirmed" })).exists;

async function ask(id: bigint, amount: bigint) {
  const { redemption } = await request(share, alice, { id, amount, deadline: await later(2n * HOUR), payment: { cash, minPrice: PRICE } });
  return redemption;
}

const pay = (redemption: Address, amount: bigint, price = PRICE) =>
  settle(share, cash, redemption, { amount, price, paymentAuthority });

test("settled in part with a payment, to the unit, and the rest is rejected and comes back", async () => {
  const before = await shares();
  const redemption = await ask(1n, 10n * ONE_SHARE);
  expect(await shares()).toBe(before - 10n * ONE_SHARE);
  await expectRefusal(pay(redemption, ONE_SHARE, PRICE - 1n), 7122, "PriceBeyondLimit");
  await expectRefusal(pay(redemption, 10n * ONE_SHARE + 1n), 7126, "OverEscrow");

  const amount = 333_333_333n;
  const quote = quoteRedemption({ amount, multiplier: await inForce(share), price: PRICE, feeBps: FEE_BPS });
  expect(quote.fee).toBeGreaterThan(0n);
  const outstanding = await supply();
  const { events } = await pay(redemption, amount);
  const { value, fee, net } = quote;
  expect(events).toMatchObject([{ name: "RedemptionSettled", data: { amount, value, fee, last: false, newSupply: outstanding - amount } }]);
  expect(await cashOf(story.chain, cash, alice.address)).toBe(1n + net);
  expect(await cashOf(story.chain, cash, story.market.admin.address)).toBe(fee);
  expect(await cashOf(story.chain, cash, paymentAuthority.address)).toBe(100_000n * DOLLAR - value);
  expect(await supply()).toBe(outstanding - amount);

  const rejected = await reject(share, redemption);
  const returned = 10n * ONE_SHARE - amount;
  expect(rejected.events).toMatchObject([{ name: "RedemptionReturned", data: { owner: alice.address, returned, reason: 4 } }]);
  expect([await shares(), await exists(redemption)]).toEqual([before - amount, false]);
});

test("nobody acts: after the deadline the holder takes the shares back, trading halted and the record suspended", async () => {
  const before = await shares();
  const redemption = await ask(2n, 5n * ONE_SHARE);
  await expectRefusal(reclaim(share, redemption, alice), 7125, "DeadlineNotReached");
  await halt(share, HaltReason.Regulatory);
  await setStatus(story.market, alice.address, HolderStatus.Suspended);
  await story.validator.timeTravel(await later(2n * HOUR));
  const { events } = await reclaim(share, redemption, alice);
  expect(events.find(({ name }) => name === "RedemptionReturned")).toMatchObject({ data: { actor: alice.address, returned: 5n * ONE_SHARE, reason: 0 } });
  expect([await shares(), await exists(redemption)]).toEqual([before, false]);
  await setStatus(story.market, alice.address, HolderStatus.Active);
  await resume(share);
});

test("a halt stops neither the request nor the settlement", async () => {
  await halt(share, HaltReason.NewsPending);
  const redemption = await ask(3n, ONE_SHARE);
  const { events } = await pay(redemption, ONE_SHARE);
  expect(events).toMatchObject([{ name: "RedemptionSettled", data: { last: true } }]);
  expect(await exists(redemption)).toBe(false);
  await resume(share);
});

test("after a split between request and settlement the same units are paid as twice the shares", async () => {
  const before = await cashOf(story.chain, cash, alice.address);
  const effectiveAt = await later(HOUR + 60n);
  await scheduleAction(share, split([2n, 1n], effectiveAt));
  const redemption = await ask(4n, 10n * ONE_SHARE);
  await story.validator.timeTravel(effectiveAt);
  const multiplier = await inForce(share);
  const quote = quoteRedemption({ amount: 10n * ONE_SHARE, multiplier, price: PRICE, feeBps: FEE_BPS });
  expect(quote.value).toBe(20n * PRICE);
  const { events } = await pay(redemption, 10n * ONE_SHARE);
  expect(events).toMatchObject([{ data: { value: 20n * PRICE, multiplier, last: true } }]);
  expect((await cashOf(story.chain, cash, alice.address)) - before).toBe(quote.net);
});

test("paid by bank: the shares are burnt against the payment order, where the holder asked for that", async () => {
  const { redemption } = await request(share, alice, { id: 5n, amount: ONE_SHARE, deadline: await later(HOUR) });
  const { events } = await settleOffChain(share, redemption, ONE_SHARE);
  expect(events).toMatchObject([{ name: "RedemptionSettled", data: { amount: ONE_SHARE, price: 0n, last: true } }]);
  const onChain = await ask(6n, ONE_SHARE);
  await expectRefusal(settleOffChain(share, onChain, ONE_SHARE), 7131, "PaidOnChain");
});
