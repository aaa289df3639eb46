/** Dividends of which holders choose shares, and shares of another company on top. */
import { ActionKind, Election, cashDue, elect, fetchElections, issuer, otherShares, reinvested, withdrawElection } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner, getAddressDecoder } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { inForce, scheduleAction, settle, split } from "../harness/actions.ts";
import { type Cash, DOLLAR, TOKEN_2022, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { change } from "../harness/governance.ts";
import { YEAR } from "../harness/market.ts";
import { openAndFund, openPage, payClaim, sweep } from "../harness/payouts.ts";
import { onboard } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { holdersOf } from "../harness/holders.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
const [GROSS, TAX_BPS, PRICE] = [3n * DOLLAR, 2_600, 187n * DOLLAR];
/** What the spun-off share begins with. */
const OTHER_MULTIPLIER = 2_500_000_000_000_000_000n;

const story = beginStory();
let share: Share;
let spunOff: Share;
let cash: Cash;
let holders: Record<"alice" | "bob" | "carol" | "company", KeyPairSigner>;

beforeAll(async () => {
  const { market, chain } = story;
  share = await createShare(market, APPLE);
  spunOff = await createShare(market, { name: "Apple Retail xStock", symbol: "AAPRx", isin: "US0378331005", multiplier: OTHER_MULTIPLIER });
  cash = await newCash(market, TOKEN_2022);
  await accept(share, cash);
  const newKey = generateKeyPairSigner;
  const [alice, bob, carol, company] = await Promise.all([newKey(), newKey(), newKey(), newKey()]);
  holders = { alice, bob, carol, company };
  const kycExpiresAt = (await chain.now()) + 9n * YEAR;
  for (const { address } of Object.values(holders)) {
    await onboard(market, address, { kycExpiresAt });
    await openAccount(share, address);
  }
  await mintShares(share, alice.address, 100n * ONE_SHARE + 7n);
  await mintShares(share, bob.address, 33n * ONE_SHARE);
  await mintShares(share, carol.address, 1n);
  await fund(market, cash, company.address, 10_000n * DOLLAR);
  // After a split, so that a raw unit is not a share.
  const effectiveAt = (await chain.now()) + 2n * HOUR;
  await scheduleAction(share, split([3n, 2n], effectiveAt));
  await story.validator.timeTravel(effectiveAt);
});

const sharesOf = async (of: Share, owner: Address) => (await story.chain.tokenBalance(await tokenAccountOf(of, owner))).raw;

test("DRIP: holders choose until the deadline, the others get the default; cash and shares are two trees", async () => {
  const { chain, market, validator } = story;
  const { alice, bob, carol, company } = holders;
  await change(market, { __kind: "DefaultElection", choice: Election.Cash }, share.mint);
  const effectiveAt = (await chain.now()) + 2n * DAY;
  const dates = { recordAt: effectiveAt - HOUR, effectiveAt, electBy: effectiveAt - DAY, payableAt: effectiveAt };
  const choice = { __kind: "Choice", paymentMint: cash.mint, gross: GROSS, withholdingBps: TAX_BPS, price: PRICE } as const;
  const kind = ActionKind.DRIP;
  await expectRefusal(scheduleAction(share, { kind, dates, terms: { ...choice, default: Election.Reinvest } }), 7164, "DefaultElectionDiffers");
  const { action } = await scheduleAction(share, { kind, dates, terms: { ...choice, default: Election.Cash } });

  const choose = async (owner: KeyPairSigner, elected: Election) =>
    chain.send(market.payer, [await elect({ share, action, owner, payer: market.payer, choice: elected })]);
  const fetchElection = async ({ address: owner }: KeyPairSigner) => {
    const [election] = await issuer.findElectionPda({ action, owner });
    return issuer.fetchHolderElection(chain.rpc, election, { commitment: "confirmed" });
  };
  await choose(alice, Election.Reinvest);
  await choose(bob, Election.Reinvest);
  await chain.send(market.payer, [await withdrawElection(bob, await fetchElection(bob))]);
  await choose(bob, Election.Cash);
  await validator.timeTravel(dates.electBy);
  await expectRefusal(choose(carol, Election.Reinvest), 7194, "ElectionOver");
  const withdrawing = withdrawElection(alice, await fetchElection(alice));
  await expectRefusal(withdrawing.then((instruction) => chain.send(market.payer, [instruction])), 7195, "ElectionStands");

  await validator.timeTravel(dates.recordAt + 1n);
  const multiplier = await inForce(share);
  const elections = await fetchElections(chain.rpc, action);
  const due = [...(await holdersOf(share))].map(([owner, raw]) => ({ owner, raw, ...cashDue(raw, multiplier, GROSS, TAX_BPS) }));
  const wants = (owner: Address) => elections.get(owner) ?? Election.Cash;
  const inCash = due.filter(({ owner }) => wants(owner) === Election.Cash);
  const inShares = due
    .filter(({ owner }) => wants(owner) === Election.Reinvest)
    .map(({ owner, raw, net }) => ({ owner, raw, gross: reinvested(net, PRICE, multiplier), withheld: 0n }));
  expect(inCash.map(({ owner }) => owner).sort()).toEqual([bob.address, carol.address].sort());
  expect(inShares.map(({ owner }) => owner)).toEqual([alice.address]);

  const bought = inShares[0]?.gross ?? 0n;
  await mintShares(share, company.address, bought);
  const cashPayout = await openAndFund(share, action, { paid: cash, entitlements: inCash }, company);
  const sharePayout = await openAndFund(share, action, { paid: share, entitlements: inShares }, company);
  await validator.timeTravel(dates.payableAt);
  await Promise.all([cashPayout, sharePayout].map((paying) => openPage(paying, market.payer)));
  await payClaim(cashPayout, bob.address, market.payer);
  expect(await cashOf(chain, cash, bob.address)).toBe(inCash.find(({ owner }) => owner === bob.address)?.net);
  await payClaim(sharePayout, alice.address, market.payer);
  expect(await sharesOf(share, alice.address)).toBe(100n * ONE_SHARE + 7n + bought);
  await validator.timeTravel(cashPayout.deadline);
  await sweep(cashPayout);
  await sweep(sharePayout);
  await settle(share, action);
});

/** So many that the tree has a second page, and a claim's proof is as long as proofs can be. */
const crowd = () => Array.from({ length: 2 ** 14 }, () => getAddressDecoder().decode(crypto.getRandomValues(new Uint8Array(32))));

test("SOFF: one share of the other company for every four, whatever the two multipliers, to thousands", async () => {
  const { chain, market, validator } = story;
  const { alice, bob, company } = holders;
  const effectiveAt = (await chain.now()) + DAY;
  const dates = { recordAt: effectiveAt - HOUR, effectiveAt, payableAt: effectiveAt };
  const ratio = [1n, 4n] as const;
  const terms = { __kind: "Shares", mint: spunOff.mint, numerator: ratio[0], denominator: ratio[1] } as const;
  const { action } = await scheduleAction(share, { kind: ActionKind.SOFF, terms, dates });
  await validator.timeTravel(dates.recordAt + 1n);
  const multiplier = await inForce(share);
  const due = [...(await holdersOf(share))].map(([owner, raw]) => {
    return { owner, raw, gross: otherShares(raw, multiplier, ratio, OTHER_MULTIPLIER), withheld: 0n };
  });
  due.push(...crowd().map((owner) => ({ owner, raw: 4n, gross: 1n, withheld: 0n })));
  await openAccount(spunOff, company.address);
  await mintShares(spunOff, company.address, 1_000n * ONE_SHARE);
  const paying = await openAndFund(share, action, { paid: spunOff, entitlements: due }, company);
  await validator.timeTravel(dates.payableAt);
  await Promise.all([0, 1].map((page) => openPage(paying, market.payer, page)));
  for (const owner of [alice.address, bob.address]) {
    await payClaim(paying, owner, market.payer);
    expect(await sharesOf(spunOff, owner)).toBe(due.find((one) => one.owner === owner)?.gross);
  }
  // 33 shares, after the split 49.5, bring 12.375.
  expect((await chain.tokenBalance(await tokenAccountOf(spunOff, bob.address))).ui).toBe("12.375");
  await validator.timeTravel(paying.deadline);
  await openAccount(spunOff, market.admin.address);
  await onboard(market, market.admin.address);
  await sweep(paying);
  await settle(share, action);
});
