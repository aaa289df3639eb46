/**
 * What an action pays in one token: its vault, opened by staff, approved by a checker, funded by whoever pays, and in
 * the end swept to the treasury. The token is one that the share is paid with, or another share of the same issuer.
 */
import type { Account, Address, Instruction, TransactionSigner } from "@solana/kit";
import type { Payout } from "./generated/issuer/accounts/index.ts";
import {
  getApprovePayoutInstructionAsync,
  getFundPayoutInstructionAsync,
  getOpenPayoutInstructionAsync,
  getSweepPayoutInstructionAsync,
  getWithdrawPayoutInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { findPaymentListingPda, findPayoutPda, findRolePda } from "./generated/issuer/pdas/index.ts";
import { hookAccounts } from "./hook-accounts.ts";
import { withAccounts } from "./issuance.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { type PaymentToken, TOKEN_2022, associatedToken } from "./tokens.ts";

/** What is paid with: cash, or a share. */
export type PaidWith = PaymentToken | ShareAddresses;

/** A share as the token that it is; cash as it is. */
export function tokenOf(paid: PaidWith): PaymentToken {
  return isShare(paid) ? { mint: paid.mint, program: TOKEN_2022 } : paid;
}

export function isShare(paid: PaidWith): paid is ShareAddresses {
  return "asset" in paid;
}

/** What a distribution publishes: see `distribute`. */
export interface PublishedTree {
  readonly root: Uint8Array;
  readonly leaves: number;
  readonly withheld: bigint;
  /** SHA-256 of the snapshot's file of leaves. */
  readonly snapshotHash: Uint8Array;
}

/** What a payout is opened with, and what a checker repeats. */
export interface PayoutPlan {
  /** Base units that must be in the vault before anybody is paid. */
  readonly total: bigint;
  /** Of a distribution. */
  readonly tree?: PublishedTree;
  /** Unix seconds from which on the rest may go to the treasury: 30 days to ten years after it opens. */
  readonly deadline: bigint;
}

export interface NewPayout extends PayoutPlan {
  readonly share: ShareAddresses;
  readonly action: Address;
  /** A member of staff with the permission for corporate actions. */
  readonly actor: TransactionSigner;
  /** Pays the rents, and gets that of the vault back. */
  readonly payer: TransactionSigner;
  readonly paid: PaidWith;
}

const NO_TREE: PublishedTree = { root: new Uint8Array(32), leaves: 0, withheld: 0n, snapshotHash: new Uint8Array(32) };

/**
 * Opens the vault, and of a distribution publishes the root.
 *
 * @example
 * ```ts
 * const plan = { total: distribution.total, deadline: now + 31_536_000n };
 * const instruction = await openPayout({ share, action: action.address, actor: maker, payer, paid: usdc, ...plan });
 * ```
 */
export async function openPayout(details: NewPayout): Promise<Instruction> {
  const { share, action, actor, payer, paid, total, tree = NO_TREE, deadline } = details;
  const { mint: paymentMint, program: paymentTokenProgram } = tokenOf(paid);
  const [listing] = await findPaymentListingPda({ asset: share.asset, paymentMint });
  const source = isShare(paid) ? { shareAsset: paid.asset } : { paymentListing: listing };
  const accounts = { actor, payer, issuer: share.issuer, mint: share.mint, action, paymentMint, paymentTokenProgram, ...source };
  return getOpenPayoutInstructionAsync({ ...accounts, total, ...tree, deadline });
}

/**
 * Where the payout of an action in a token lies.
 *
 * @example
 * ```ts
 * const address = await findPayout(action.address, usdc);
 * ```
 */
export async function findPayout(action: Address, paid: PaidWith): Promise<Address> {
  const [payout] = await findPayoutPda({ action, paymentMint: paid.mint });
  return payout;
}

export interface PayoutToApprove extends PayoutPlan {
  readonly share: ShareAddresses;
  /** A member of staff who may check, and did not open it. */
  readonly actor: TransactionSigner;
  readonly payout: Address;
}

/**
 * Approves what somebody else opened: the program refuses if the checker's plan is not what it was opened with.
 *
 * @example
 * ```ts
 * const { root, leaves, total, withheld } = distribution;
 * const tree = { root, leaves: leaves.length, withheld, snapshotHash: documentHash };
 * const plan = { total, tree, deadline: now + 31_536_000n };
 * const instruction = await approvePayout({ share, actor: checker, payout: payout.address, ...plan });
 * ```
 */
export async function approvePayout(approved: PayoutToApprove): Promise<Instruction> {
  const { share, actor, payout, total, tree = NO_TREE, deadline } = approved;
  const [role] = await findRolePda({ issuer: share.issuer, member: actor.address });
  return getApprovePayoutInstructionAsync({ actor, role, asset: share.asset, payout, total, ...tree, deadline });
}

/**
 * Moves tokens from the funder's associated token account into the vault.
 *
 * @example
 * ```ts
 * const instruction = await fundPayout(treasury, payout, usdc, distribution.total);
 * ```
 */
export async function fundPayout(funder: TransactionSigner, payout: Account<Payout>, paid: PaidWith, amount: bigint): Promise<Instruction> {
  const source = await associatedToken(funder.address, tokenOf(paid));
  const instruction = await getFundPayoutInstructionAsync({ funder, ...vaultOf(payout, paid), source, amount });
  return isShare(paid) ? withAccounts(instruction, await hookAccounts(paid, funder.address, paid.asset)) : instruction;
}

export interface PayoutToEnd {
  readonly share: ShareAddresses;
  /** A member of staff with the permission for corporate actions. */
  readonly actor: TransactionSigner;
  readonly payout: Account<Payout>;
  readonly paid: PaidWith;
  /** The owner of the treasury's token accounts: `treasury` of the issuer. */
  readonly treasury: Address;
}

/**
 * After the deadline, moves what is left to the treasury.
 *
 * @example
 * ```ts
 * const instruction = await sweepPayout({ share, actor: maker, payout, paid: usdc, treasury: treasury.address });
 * ```
 */
export async function sweepPayout(end: PayoutToEnd): Promise<Instruction> {
  return withHook(end, await getSweepPayoutInstructionAsync(await ended(end)));
}

/**
 * Takes a payout back before anybody can be paid from it. `reason` is a case reference, 32 bytes, not zeros.
 *
 * @example
 * ```ts
 * const end = { share, actor: maker, payout, paid: usdc, treasury: treasury.address };
 * const instruction = await withdrawPayout(end, reference);
 * ```
 */
export async function withdrawPayout(end: PayoutToEnd, reason: Uint8Array): Promise<Instruction> {
  return withHook(end, await getWithdrawPayoutInstructionAsync({ ...(await ended(end)), reason }));
}

/** The payout with its vault, as instructions name them. */
export function vaultOf({ address: payout, data }: Account<Payout>, paid: PaidWith) {
  const { payingAsset, paymentMint, vault } = data;
  return { payout, payingAsset, paymentMint, vault, paymentTokenProgram: tokenOf(paid).program };
}

async function ended({ share, actor, payout, paid, treasury }: PayoutToEnd) {
  const { action, rentPayer: rentReceiver } = payout.data;
  const treasuryAccount = await associatedToken(treasury, tokenOf(paid));
  const accounts = { actor, asset: share.asset, issuer: share.issuer, action, treasuryAccount, rentReceiver };
  return { ...accounts, ...vaultOf(payout, paid) };
}

async function withHook({ paid, treasury }: PayoutToEnd, instruction: Instruction): Promise<Instruction> {
  return isShare(paid) ? withAccounts(instruction, await hookAccounts(paid, paid.asset, treasury)) : instruction;
}
