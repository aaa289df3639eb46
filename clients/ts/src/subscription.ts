/** Buying shares from the issuer: cash in escrow that shares are delivered against, or both in one transaction. */
import type { Account, Address, Instruction, TransactionSigner } from "@solana/kit";
import type { Subscription } from "./generated/issuer/accounts/index.ts";
import {
  getCancelSubscriptionInstructionAsync,
  getFillSubscriptionInstructionAsync,
  getPurchaseSharesInstructionAsync,
  getRejectSubscriptionInstructionAsync,
  getSubscribeInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { findRolePda } from "./generated/issuer/pdas/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { type Issuance, issueAccounts, withAccounts } from "./issuance.ts";
import { custodyAccounts } from "./reserves.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { type PaymentToken, associatedToken, shareAccount } from "./tokens.ts";

export interface NewSubscription {
  readonly share: ShareAddresses;
  readonly investor: TransactionSigner;
  /** Pays the rent, and gets it back. */
  readonly payer: TransactionSigner;
  readonly token: PaymentToken;
  /** Each open subscription of an investor to a share has another. */
  readonly id: bigint;
  /** Base units of the payment token, the fee included. */
  readonly amount: bigint;
  /** The most for one whole share, base units of the payment token, without the fee. */
  readonly limitPrice: bigint;
  /** Unix seconds from which on the investor may take back what is left. */
  readonly deadline: bigint;
}

/**
 * Puts cash from the investor's associated token account into escrow.
 *
 * @example
 * ```ts
 * const order = { id: 1n, amount: 500_000_000n, limitPrice: 230_000_000n, deadline: now + 604_800n };
 * const instruction = await subscribe({ share, investor: holder, payer, token: usdc, ...order });
 * ```
 */
export async function subscribe({ share, token, ...details }: NewSubscription): Promise<Instruction> {
  const { asset, policy, registry } = share;
  const investor = details.investor.address;
  const [holder] = await findHolderPda({ registry, wallet: investor });
  const paymentSource = await associatedToken(investor, token);
  return getSubscribeInstructionAsync({ ...details, asset, policy, holder, ...paid(token), paymentSource });
}

export interface SubscriptionFill extends Issuance {
  readonly subscription: Account<Subscription>;
  readonly token: PaymentToken;
  /** The owner of the treasury's token accounts: `treasury` of the issuer. */
  readonly treasury: Address;
  /** Raw units to mint. */
  readonly amount: bigint;
  /** For one whole share, base units of the payment token, without the fee. */
  readonly price: bigint;
  /** The multiplier that the caller believes to be in force, 18 decimals. */
  readonly expectedMultiplier: bigint;
  /** Whether what is left goes back now. */
  readonly last: boolean;
}

/**
 * Mints to the investor against the payment in escrow. All token accounts are the associated ones.
 *
 * @example
 * ```ts
 * const deal = { amount: 500_000_000n, price: 228_450_000n, expectedMultiplier: multiplierInForce(asset, now), last: true };
 * const issuance = { share, actor: maker, custodians: [custodian], reference };
 * const instruction = await fillSubscription({ ...issuance, ...deal, subscription, token: usdc, treasury: treasury.address });
 * ```
 */
export async function fillSubscription(fill: SubscriptionFill): Promise<Instruction> {
  const { share, actor, subscription, token, treasury, amount, price, expectedMultiplier, last, reference } = fill;
  const { investor, rentPayer: rentReceiver } = subscription.data;
  const accounts = {
    actor,
    ...(await issueAccounts(fill, actor.address)),
    ...(await delivery(share, investor, token, treasury)),
    subscription: subscription.address,
    refund: await associatedToken(investor, token),
    rentReceiver,
  };
  const terms = { amount, price, expectedMultiplier, last, reference };
  const instruction = await getFillSubscriptionInstructionAsync({ ...accounts, ...terms });
  return withAccounts(instruction, await custodyAccounts(share, fill.custodians));
}

export interface Purchase extends Issuance {
  readonly investor: TransactionSigner;
  readonly token: PaymentToken;
  /** The owner of the treasury's token accounts: `treasury` of the issuer. */
  readonly treasury: Address;
  /** Raw units to mint. */
  readonly amount: bigint;
  /** For one whole share, base units of the payment token, without the fee. */
  readonly price: bigint;
  /** The most that the investor pays, the fee included. */
  readonly maxPayment: bigint;
  /** The multiplier that both believe to be in force, 18 decimals. */
  readonly expectedMultiplier: bigint;
}

/**
 * Shares against payment in one instruction that both sides sign. All token accounts are the associated ones.
 *
 * @example
 * ```ts
 * const expectedMultiplier = multiplierInForce(asset, now);
 * const deal = { amount: 500_000_000n, price: 228_450_000n, maxPayment: 1_150_000_000n, expectedMultiplier };
 * const issuance = { share, actor: maker, custodians: [custodian], reference };
 * const instruction = await purchaseShares({ ...issuance, ...deal, investor: holder, token: usdc, treasury: treasury.address });
 * ```
 */
export async function purchaseShares(purchase: Purchase): Promise<Instruction> {
  const { share, actor, investor, token, treasury, amount, price, maxPayment, expectedMultiplier, reference } = purchase;
  const accounts = {
    actor,
    investor,
    ...(await issueAccounts(purchase, actor.address)),
    ...(await delivery(share, investor.address, token, treasury)),
    paymentSource: await associatedToken(investor.address, token),
  };
  const terms = { amount, price, maxPayment, expectedMultiplier, reference };
  const instruction = await getPurchaseSharesInstructionAsync({ ...accounts, ...terms });
  return withAccounts(instruction, await custodyAccounts(share, purchase.custodians));
}

export interface RejectedSubscription {
  readonly share: ShareAddresses;
  readonly subscription: Account<Subscription>;
  /** A member of staff with the permission to mint. */
  readonly actor: TransactionSigner;
  readonly token: PaymentToken;
  /** The issuer's own code, not 0. */
  readonly reason: number;
  /** Case reference, 32 bytes. */
  readonly reference: Uint8Array;
}

/**
 * Gives back what is left of a subscription.
 *
 * @example
 * ```ts
 * const instruction = await rejectSubscription({ share, subscription, actor: maker, token: usdc, reason: 1, reference });
 * ```
 */
export async function rejectSubscription(rejected: RejectedSubscription): Promise<Instruction> {
  const { share, subscription, actor, token, reason, reference } = rejected;
  const [role] = await findRolePda({ issuer: share.issuer, member: actor.address });
  const accounts = { actor, role, ...(await returned(subscription, token)) };
  return getRejectSubscriptionInstructionAsync({ ...accounts, reason, reference });
}

/**
 * Takes back what is left of a subscription after its deadline.
 *
 * @example
 * ```ts
 * const instruction = await cancelSubscription(holder, subscription, usdc);
 * ```
 */
export async function cancelSubscription(
  investor: TransactionSigner,
  subscription: Account<Subscription>,
  token: PaymentToken,
): Promise<Instruction> {
  return getCancelSubscriptionInstructionAsync({ investor, ...(await returned(subscription, token)) });
}

const paid = ({ mint, program }: PaymentToken) => ({ paymentMint: mint, paymentTokenProgram: program });

async function delivery({ mint, issuer, registry }: ShareAddresses, investor: Address, token: PaymentToken, treasury: Address) {
  const [holder] = await findHolderPda({ registry, wallet: investor });
  const destination = await shareAccount(investor, mint);
  return { issuer, holder, destination, ...paid(token), treasuryAccount: await associatedToken(treasury, token) };
}

async function returned({ address: subscription, data }: Account<Subscription>, token: PaymentToken) {
  const { asset, investor, rentPayer: rentReceiver } = data;
  return { asset, subscription, refund: await associatedToken(investor, token), rentReceiver, ...paid(token) };
}
