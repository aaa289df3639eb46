/** What is paid on every share: a snapshot of the real holders, its tree, claims, and what nobody claims. */
import { ActionKind, ActionState, FourEyes, HolderStatus, MULTIPLIER_ONE, cashDue, distribute, quoteRedemption } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { fetchAction, inForce, scheduleAction, settle, split } from "../harness/actions.ts";
import { type Cash, DOLLAR, TOKEN, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { change } from "../harness/governance.ts";
import { YEAR } from "../harness/market.ts";
import { approve, closePage, fund as fundVault, open, openAndFund, openPage, payClaim, sweep, withdraw } from "../harness/payouts.ts";
import { fill, request, settle as settleRedemption, subscribe } from "../harness/primary.ts";
import { onboard, setStatus } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf, transfer } from "../harness/share.ts";
import { holdersOf } from "../harness/holders.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
const GROSS = 240_007n;
const TAX_BPS = 1_500;

const story = beginStory();
let share: Share;
let cash: Cash;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let stranger: KeyPairSigner;
let company: KeyPairSigner;

beforeAll(async () => {
  const { market, chain } = story;
  share = await createShare(market, APPLE);
  cash = await newCash(market, TOKEN);
  await accept(share, cash);
  await change(market, { __kind: "SettlementWindow", seconds: Number(HOUR) }, share.mint);
  await change(market, { __kind: "FourEyes", bits: FourEyes.Actions });
  [alice, bob, stranger, company] = await Promise.all([chain.newWallet(), generateKeyPairSigner(), chain.newWallet(), generateKeyPairSigner()]);
  const kycExpiresAt = (await chain.now()) + 9n * YEAR;
  for (const [{ address }, amount] of [[alice, 1_025_000_003n], [bob, 7n * ONE_SHARE + 1n]] as const) {
    await onboard(market, address, { kycExpiresAt });
    await openAccount(share, address);
    await mintShares(share, address, amount);
  }
  await fund(market, cash, company.address, 1_000_000n * DOLLAR);
});

/** In force tomorrow; the record is taken an hour before, and it is paid so much later. */
async function cashAction(kind: ActionKind, delay: bigint) {
  const effectiveAt = (await story.chain.now()) + DAY;
  const terms = { __kind: "Cash", paymentMint: cash.mint, gross: GROSS, withholdingBps: TAX_BPS } as const;
  return { kind, terms, dates: { exAt: effectiveAt - DAY, recordAt: effectiveAt - HOUR, effectiveAt, payableAt: effectiveAt + delay } };
}

/** Who is due what, by those who hold now and the multiplier that the terms are for. */
async function entitlements(multiplier: bigint, holders?: ReadonlyMap<Address, bigint>) {
  return [...(holders ?? (await holdersOf(share)))].map(([owner, raw]) => ({ owner, raw, ...cashDue(raw, multiplier, GROSS, TAX_BPS) }));
}

const cashAt = ({ address }: KeyPairSigner) => cashOf(story.chain, cash, address);
const due = async ({ address }: KeyPairSigner, multiplier: bigint) =>
  cashDue((await story.chain.tokenBalance(await tokenAccountOf(share, address))).raw, multiplier, GROSS, TAX_BPS);

test.each(["DVCA", "INTR", "CAPD"] as const)("%s in cash: snapshot, tree, claims, deadline, the rest to the treasury, settled", async (code) => {
  const { market, validator } = story;
  const aliceBefore = await cashAt(alice);
  const { dates, ...planned } = await cashAction(ActionKind[code], DAY);
  const { action } = await scheduleAction(share, { ...planned, dates });
  const plan = async () => ({ paid: cash, entitlements: await entitlements(MULTIPLIER_ONE) });
  await expectRefusal(openAndFund(share, action, await plan(), company), 7173, "RecordNotReached");
  await validator.timeTravel(dates.recordAt + 1n);
  // A snapshot that left somebody out is noticed by the checker, and taken back with what was paid in.
  const wrong = await open(share, action, { paid: cash, entitlements: (await entitlements(MULTIPLIER_ONE)).slice(1) });
  const own = await distribute(wrong.payout, await entitlements(MULTIPLIER_ONE));
  await expectRefusal(approve({ ...wrong, distribution: own }), 7185, "PayoutDiffers");
  await fundVault(wrong, company);
  expect((await withdraw(wrong)).events).toMatchObject([{ name: "PayoutWithdrawn", data: { returned: wrong.total } }]);
  const treasuryBefore = await cashAt(market.admin);

  const [aliceDue, bobDue] = [await due(alice, MULTIPLIER_ONE), await due(bob, MULTIPLIER_ONE)];
  const paying = await openAndFund(share, action, await plan(), company);
  expect(paying.distribution).toMatchObject({ total: aliceDue.net + bobDue.net, withheld: aliceDue.withheld + bobDue.withheld });
  // Sold after the record date: the seller is paid.
  await transfer(share, alice.address, bob.address, ONE_SHARE, alice);

  await expectRefusal(openPage(paying, stranger), 7177, "PayoutNotOpen");
  await validator.timeTravel(dates.payableAt);
  await openPage(paying, stranger);
  await setStatus(market, alice.address, HolderStatus.Suspended);
  await expectRefusal(payClaim(paying, alice.address, stranger), 6304, "DestinationSuspended");
  await setStatus(market, alice.address, HolderStatus.Active);
  const { events } = await payClaim(paying, alice.address, alice);
  expect(events).toMatchObject([{ name: "Claimed", data: { owner: alice.address, gross: aliceDue.gross, withheld: aliceDue.withheld } }]);
  expect((await cashAt(alice)) - aliceBefore).toBe(aliceDue.net);
  await expectRefusal(payClaim(paying, alice.address, stranger), 7180, "AlreadyClaimed");
  await expectRefusal(settle(share, action), 7162, "ActionUnpaid");

  await expectRefusal(sweep(paying), 7125, "DeadlineNotReached");
  await validator.timeTravel(paying.deadline);
  await expectRefusal(payClaim(paying, bob.address, stranger), 7178, "PayoutOver");
  expect((await sweep(paying)).events).toMatchObject([{ name: "PayoutSwept", data: { returned: bobDue.net } }]);
  expect((await cashAt(market.admin)) - treasuryBefore).toBe(bobDue.net);
  await closePage(paying);
  await settle(share, action);
  expect((await fetchAction(share, action)).data.state).toBe(ActionState.Settled);
});

test("a split on the day of a dividend, with a redemption, a subscription and the distribution open, changes none of them", async () => {
  const { chain, market, validator } = story;
  const { dates, ...planned } = await cashAction(ActionKind.DVCA, 0n);
  const { action } = await scheduleAction(share, { ...planned, dates });
  // Of the same second as the dividend, which is of the shares before it.
  const { action: doubling } = await scheduleAction(share, split([2n, 1n], dates.effectiveAt));
  const deadline = dates.payableAt + 40n * DAY;
  const [price, redeemed] = [200n * DOLLAR, 2n * ONE_SHARE];
  const demand = { id: 1n, amount: redeemed, deadline, payment: { cash, minPrice: price / 2n } };
  const { redemption } = await request(share, bob, demand);
  await fund(market, cash, alice.address, 1_000n * DOLLAR);
  const { subscription } = await subscribe(share, cash, alice, { id: 1n, amount: 1_000n * DOLLAR, limitPrice: price, deadline });

  await validator.timeTravel(dates.recordAt + 1n);
  // Shares in escrow are their owner's: the snapshot looks through the asset.
  const holders = new Map(await holdersOf(share));
  expect(holders.get(share.asset)).toBe(redeemed);
  holders.set(bob.address, (holders.get(bob.address) ?? 0n) + redeemed);
  holders.delete(share.asset);
  const bobDue = cashDue(holders.get(bob.address) ?? 0n, MULTIPLIER_ONE, GROSS, TAX_BPS);
  const paying = await openAndFund(share, action, { paid: cash, entitlements: await entitlements(MULTIPLIER_ONE, holders) }, company);
  await validator.timeTravel(dates.effectiveAt);
  await settle(share, doubling);
  expect(await inForce(share)).toBe(2n * MULTIPLIER_ONE);

  const bobBefore = await cashAt(bob);
  await openPage(paying, stranger);
  await payClaim(paying, bob.address, stranger);
  expect((await cashAt(bob)) - bobBefore).toBe(bobDue.net);

  const terms = { amount: redeemed, price: price / 2n, paymentAuthority: company };
  const { net } = quoteRedemption({ ...terms, multiplier: 2n * MULTIPLIER_ONE, feeBps: 0 });
  expect(net).toBe(2n * price);
  await settleRedemption(share, cash, redemption, terms);
  expect((await cashAt(bob)) - bobBefore).toBe(bobDue.net + net);

  const aliceShares = await tokenAccountOf(share, alice.address);
  const before = (await chain.tokenBalance(aliceShares)).raw;
  const filled = await fill(share, cash, subscription, { amount: ONE_SHARE, price: price / 2n, last: true });
  expect(filled.events).toMatchObject([{ name: "SubscriptionFilled", data: { value: price, multiplier: 2n * MULTIPLIER_ONE } }]);
  expect((await chain.tokenBalance(aliceShares)).raw - before).toBe(ONE_SHARE);
});
