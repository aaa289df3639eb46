/** Holders give shares up: for a price, up to a maximum, or for what a merger, a liquidation or a delisting brings. */
import {
  ActionKind,
  type PaidWith,
  accepted,
  exchangeShares,
  exchangeTerms,
  issuer,
  otherShares,
  priceDue,
  settleTender,
  tenderShares,
  withdrawTender,
} from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { fetchMint } from "@solana-program/token-2022";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Action, inForce, scheduleAction, settle } from "../harness/actions.ts";
import { type Cash, DOLLAR, TOKEN, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { closeAsset, windDown } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { YEAR } from "../harness/market.ts";
import { type Paying, fetchPayout, openAndFund, sweep } from "../harness/payouts.ts";
import { onboard } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const DAY = 86_400n;
const PRICE = 187n * DOLLAR + 330_000n;
/** Shares per raw unit: the company has reinvested dividends before. */
const MULTIPLIER = 1_003_129_610_588_000_001n;
const OTHER_MULTIPLIER = 2_500_000_000_000_000_000n;
const RATIO = [2n, 3n] as const;

const story = beginStory();
let share: Share;
let acquirer: Share;
let cash: Cash;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let company: KeyPairSigner;

beforeAll(async () => {
  const { market } = story;
  cash = await newCash(market, TOKEN);
  [alice, bob, company] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner(), generateKeyPairSigner()]);
  const kycExpiresAt = (await story.chain.now()) + 9n * YEAR;
  const people = [alice, bob, company, market.admin];
  await Promise.all(people.map(({ address }) => onboard(market, address, { kycExpiresAt })));
  acquirer = await createShare(market, { name: "Acquirer xStock", symbol: "ACQx", isin: "US67066G1040", multiplier: OTHER_MULTIPLIER });
  await openAccount(acquirer, company.address);
  await mintShares(acquirer, company.address, 1_000n * ONE_SHARE);
  await fund(market, cash, company.address, 1_000_000n * DOLLAR);
});

/** Every action is of a new share, of which Alice and Bob hold some. */
beforeEach(async () => {
  share = await createShare(story.market, { ...APPLE, multiplier: MULTIPLIER });
  await accept(share, cash);
  await change(story.market, { __kind: "SettlementWindow", seconds: 3_600 }, share.mint);
  for (const [{ address }, amount] of [[alice, 10n * ONE_SHARE], [bob, 499_999_999n]] as const) {
    await openAccount(share, address);
    await mintShares(share, address, amount);
  }
});

const send = async (instructions: Parameters<typeof story.chain.send>[1]) => story.chain.send(story.market.payer, instructions);
const sharesOf = async (of: Share, { address }: KeyPairSigner) => (await story.chain.tokenBalance(await tokenAccountOf(of, address))).raw;
const cashAt = ({ address }: KeyPairSigner) => cashOf(story.chain, cash, address);
const supply = async () => (await fetchMint(story.chain.rpc, share.mint, { commitment: "confirmed" })).data.supply;

async function scheduled(kind: ActionKind, terms: Action["terms"]) {
  const effectiveAt = (await story.chain.now()) + DAY;
  const { action } = await scheduleAction(share, { kind, terms, dates: { effectiveAt } });
  return { action, effectiveAt };
}

/** Waits for the deadline and closes the books. */
async function finish(action: Address, payouts: readonly Paying[]): Promise<void> {
  await story.validator.timeTravel((await story.chain.now()) + 32n * DAY);
  for (const paying of payouts) {
    await sweep(paying);
  }
  await settle(share, action);
}

test.each(["TEND", "BIDS"] as const)("%s: over-subscribed, the same part of everybody's shares is bought, and the rest goes back", async (code) => {
  const maxRaw = 777_777_777n;
  const terms = { __kind: "Offer", paymentMint: cash.mint, price: PRICE, maxRaw } as const;
  const { action, effectiveAt } = await scheduled(ActionKind[code], terms);
  const { payer } = story.market;
  const tender = async (owner: KeyPairSigner, amount: bigint) => send([await tenderShares({ share, action, owner, payer, amount })]);
  const fetchTender = async ({ address: owner }: KeyPairSigner) => {
    const [tendered] = await issuer.findTenderPda({ action, owner });
    return issuer.fetchTender(story.chain.rpc, tendered, { commitment: "confirmed" });
  };
  await tender(alice, ONE_SHARE);
  await send([await withdrawTender(alice, share, await fetchTender(alice))]);
  await tender(alice, 9n * ONE_SHARE);
  await tender(bob, 499_999_999n);
  const total = priceDue(maxRaw, MULTIPLIER, PRICE);
  await expectRefusal(openAndFund(share, action, { paid: cash, total: total - 1n }, company), 7171, "PayoutTotal");
  const paying = await openAndFund(share, action, { paid: cash, total }, company);
  const payout = await fetchPayout(paying);

  const settleFor = async (owner: KeyPairSigner) =>
    send(await settleTender({ share, tender: await fetchTender(owner), payout, token: cash, payer }));
  await expectRefusal(settleFor(alice), 7160, "ActionNotDue");
  await story.validator.timeTravel(effectiveAt);
  const withdrawal = await withdrawTender(bob, share, await fetchTender(bob));
  await expectRefusal(send([withdrawal]), 7125, "DeadlineNotReached");
  const before = { alice: await cashAt(alice), bob: await cashAt(bob), supply: await supply() };
  await settleFor(alice);
  await settleFor(bob);
  const tendered = 9n * ONE_SHARE + 499_999_999n;
  const [fromAlice, fromBob] = [accepted(9n * ONE_SHARE, tendered, maxRaw), accepted(499_999_999n, tendered, maxRaw)];
  expect([fromAlice, fromBob]).toEqual([499_999_999n, 277_777_777n]);
  expect((await cashAt(alice)) - before.alice).toBe(priceDue(fromAlice, MULTIPLIER, PRICE));
  expect((await cashAt(bob)) - before.bob).toBe(priceDue(fromBob, MULTIPLIER, PRICE));
  expect([await sharesOf(share, alice), await sharesOf(share, bob)]).toEqual([10n * ONE_SHARE - fromAlice, 499_999_999n - fromBob]);
  expect(before.supply - (await supply())).toBe(fromAlice + fromBob);
  await finish(action, [paying]);
});

/** Opens the payouts of an exchange, of as much as all shares bring. */
async function openExchange(action: Address, paid: readonly PaidWith[]): Promise<Paying[]> {
  const all = await supply();
  const totals = paid.map((token) => ("asset" in token ? otherShares(all, MULTIPLIER, RATIO, OTHER_MULTIPLIER) : priceDue(all, MULTIPLIER, PRICE)));
  const opened: Paying[] = [];
  for (const [index, token] of paid.entries()) {
    opened.push(await openAndFund(share, action, { paid: token, total: totals[index] }, company));
  }
  return opened;
}

/** Whoever is named signs; an address alone is pushed by others. */
async function exchange(action: Address, payouts: readonly Paying[], owner: KeyPairSigner | Address, amount: bigint) {
  const of = async (wanted: boolean) => {
    const paying = payouts.find(({ paid }) => "asset" in paid === wanted);
    return paying && fetchPayout(paying);
  };
  const [cashPayout, sharePayout] = [await of(false), await of(true)];
  const [inCash, inShares] = [cashPayout && { payout: cashPayout, token: cash }, sharePayout && { payout: sharePayout, share: acquirer }];
  const { payer } = story.market;
  return send(await exchangeShares({ share, action, owner, payer, amount, cash: inCash, shares: inShares }));
}

const both = () => exchangeTerms({ shares: { mint: acquirer.mint, ratio: RATIO }, cash: { paymentMint: cash.mint, price: PRICE } });

test("EXOF: who wants to gives shares up for shares and cash; nobody else can do it for them", async () => {
  const { action, effectiveAt } = await scheduled(ActionKind.EXOF, both());
  const payouts = await openExchange(action, [cash, acquirer]);
  const amount = 3n * ONE_SHARE + 1n;
  await expectRefusal(exchange(action, payouts, alice, amount), 7160, "ActionNotDue");
  await story.validator.timeTravel(effectiveAt);
  const before = await cashAt(alice);
  await exchange(action, payouts, alice, amount);
  expect(await sharesOf(share, alice)).toBe(10n * ONE_SHARE - amount);
  expect((await cashAt(alice)) - before).toBe(priceDue(amount, MULTIPLIER, PRICE));
  expect(await sharesOf(acquirer, alice)).toBe(otherShares(amount, MULTIPLIER, RATIO, OTHER_MULTIPLIER));
  await expectRefusal(exchange(action, payouts, bob.address, 499_999_999n), 7190, "OwnerMustSign");
  await finish(action, payouts);
});

test("MRGR: in the end every share is exchanged, by its holder or pushed by anybody, and the asset is closed", async () => {
  const { action, effectiveAt } = await scheduled(ActionKind.MRGR, both());
  await expectRefusal(openExchange(action, [cash]), 7141, "NotWindingDown");
  await windDown(share);
  const payouts = await openExchange(action, [cash, acquirer]);
  await story.validator.timeTravel(effectiveAt);
  const before = { cash: await cashAt(bob), shares: await sharesOf(acquirer, alice) };
  await exchange(action, payouts, alice, 10n * ONE_SHARE);
  expect((await sharesOf(acquirer, alice)) - before.shares).toBe(otherShares(10n * ONE_SHARE, MULTIPLIER, RATIO, OTHER_MULTIPLIER));
  await expectRefusal(exchange(action, payouts, bob.address, 1n), 7191, "PushedInPart");
  await exchange(action, payouts, bob.address, 499_999_999n);
  expect((await cashAt(bob)) - before.cash).toBe(priceDue(499_999_999n, MULTIPLIER, PRICE));
  expect(await sharesOf(acquirer, bob)).toBe(otherShares(499_999_999n, MULTIPLIER, RATIO, OTHER_MULTIPLIER));
  await finish(action, payouts);
  await closeAsset(share);
});

test.each(["LIQU", "DLST"] as const)("%s: a final price for every share, and then there is none", async (code) => {
  await windDown(share);
  const { action, effectiveAt } = await scheduled(ActionKind[code], { __kind: "FinalPrice", paymentMint: cash.mint, price: PRICE });
  const payouts = await openExchange(action, [cash]);
  await story.validator.timeTravel(effectiveAt);
  const before = await cashAt(bob);
  await exchange(action, payouts, alice, 10n * ONE_SHARE);
  const pushed = exchange(action, payouts, bob.address, 499_999_999n);
  if (code === "DLST") {
    await expectRefusal(pushed, 7190, "OwnerMustSign");
    await exchange(action, payouts, bob, 499_999_999n);
  } else {
    await pushed;
  }
  expect((await cashAt(bob)) - before).toBe(priceDue(499_999_999n, MULTIPLIER, PRICE));
  expect(await inForce(share)).toBe(MULTIPLIER);
  await finish(action, payouts);
  await closeAsset(share);
});
