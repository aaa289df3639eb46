/** The primary market: subscriptions, purchases and redemptions; each function is one transaction. */
import {
  type Receipt,
  cancelSubscription,
  fillSubscription,
  issuer,
  purchaseShares,
  reclaimRedemption,
  rejectRedemption,
  requestRedemption,
  settleRedemption,
  settleRedemptionOffChain,
  subscribe as openSubscription,
} from "@scrip/client";
import type { Address, KeyPairSigner } from "@solana/kit";
import type { Cash } from "./cash.ts";
import { inForce } from "./actions.ts";
import { REFERENCE, type Share } from "./share.ts";

/** Code and reference with which stories decline. */
const REASON = 4;

export interface Offer {
  readonly id: bigint;
  /** Base units of cash, the fee included. */
  readonly amount: bigint;
  readonly limitPrice: bigint;
  readonly deadline: bigint;
}

/** An investor puts cash into escrow. Returns the subscription's address as well. */
export async function subscribe(
  share: Share,
  cash: Cash,
  investor: KeyPairSigner,
  offer: Offer,
): Promise<{ readonly subscription: Address; readonly receipt: Receipt }> {
  const { chain, payer } = share.market;
  const receipt = await chain.send(payer, [await openSubscription({ share, investor, payer, token: cash, ...offer })]);
  const [subscription] = await issuer.findSubscriptionPda({ asset: share.asset, investor: investor.address, id: offer.id });
  return { subscription, receipt };
}

export interface Trade {
  /** Raw units. */
  readonly amount: bigint;
  /** For one whole share. */
  readonly price: bigint;
}

/** The minter delivers against a subscription. */
export async function fill(
  share: Share,
  cash: Cash,
  subscription: Address,
  trade: Trade & { readonly last?: boolean; readonly custodians?: readonly Address[] },
): Promise<Receipt> {
  const { chain, payer, admin, staff } = share.market;
  const instruction = await fillSubscription({
    share,
    actor: staff.minter,
    subscription: await issuer.fetchSubscription(chain.rpc, subscription, { commitment: "confirmed" }),
    token: cash,
    treasury: admin.address,
    expectedMultiplier: await inForce(share),
    last: false,
    reference: REFERENCE,
    ...trade,
  });
  return chain.send(payer, [instruction]);
}

/** The investor takes back what is left. */
export async function cancelOffer(share: Share, cash: Cash, investor: KeyPairSigner, subscription: Address): Promise<Receipt> {
  const { chain, payer } = share.market;
  const account = await issuer.fetchSubscription(chain.rpc, subscription, { commitment: "confirmed" });
  return chain.send(payer, [await cancelSubscription(investor, account, cash)]);
}

/** Shares against cash in one transaction that investor and minter sign. */
export async function purchase(
  share: Share,
  cash: Cash,
  investor: KeyPairSigner,
  trade: Trade & { readonly maxPayment: bigint },
): Promise<Receipt> {
  const { chain, payer, admin, staff } = share.market;
  const sides = { share, actor: staff.minter, investor, token: cash, treasury: admin.address };
  const expectedMultiplier = await inForce(share);
  return chain.send(payer, [await purchaseShares({ ...sides, ...trade, expectedMultiplier, reference: REFERENCE })]);
}

export interface Demand {
  readonly id: bigint;
  /** Raw units. */
  readonly amount: bigint;
  readonly deadline: bigint;
  /** Paid off chain if left out. */
  readonly payment?: { readonly cash: Cash; readonly minPrice: bigint };
}

/** A holder puts shares into escrow. Returns the redemption's address as well. */
export async function request(
  share: Share,
  owner: KeyPairSigner,
  { id, amount, deadline, payment }: Demand,
): Promise<{ readonly redemption: Address; readonly receipt: Receipt }> {
  const { chain, payer } = share.market;
  const quantity = { __kind: "Raw", amount } as const;
  const terms = { id, quantity, deadline, paymentMint: payment?.cash.mint, minPrice: payment?.minPrice ?? 0n };
  const receipt = await chain.send(payer, [await requestRedemption({ share, owner, payer, ...terms })]);
  const [redemption] = await issuer.findRedemptionPda({ asset: share.asset, owner: owner.address, id });
  return { redemption, receipt };
}

/** The redeemer burns shares in escrow, and `paymentAuthority` pays for them. */
export async function settle(
  share: Share,
  cash: Cash,
  redemption: Address,
  trade: Trade & { readonly paymentAuthority: KeyPairSigner },
): Promise<Receipt> {
  const { chain, payer, admin, staff } = share.market;
  const instruction = await settleRedemption({
    share,
    redemption: await fetchRedemption(share, redemption),
    actor: staff.redeemer,
    token: cash,
    treasury: admin.address,
    expectedMultiplier: await inForce(share),
    reference: REFERENCE,
    ...trade,
  });
  return chain.send(payer, [instruction]);
}

/** The redeemer burns shares in escrow that are paid for by bank transfer. */
export async function settleOffChain(share: Share, redemption: Address, amount: bigint): Promise<Receipt> {
  const { chain, payer, staff } = share.market;
  const settlement = { share, redemption: await fetchRedemption(share, redemption), actor: staff.redeemer };
  return chain.send(payer, [await settleRedemptionOffChain({ ...settlement, amount, paymentReference: REFERENCE })]);
}

/** The redeemer gives back what is left. */
export async function reject(share: Share, redemption: Address): Promise<Receipt> {
  const { chain, payer, staff } = share.market;
  const rejected = { share, redemption: await fetchRedemption(share, redemption), actor: staff.redeemer };
  return chain.send(payer, [await rejectRedemption({ ...rejected, reason: REASON, reference: REFERENCE })]);
}

/** The owner takes back what is left. */
export async function reclaim(share: Share, redemption: Address, owner: KeyPairSigner): Promise<Receipt> {
  const { chain, payer } = share.market;
  return chain.send(payer, [await reclaimRedemption(share, await fetchRedemption(share, redemption), owner)]);
}

function fetchRedemption({ market }: Share, redemption: Address) {
  return issuer.fetchRedemption(market.chain.rpc, redemption, { commitment: "confirmed" });
}
