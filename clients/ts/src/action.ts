/**
 * The life of a corporate action: announced by a maker, approved by a checker, scheduled, in force by the clock,
 * settled by anybody; amended or cancelled until it is in force.
 */
import type { Account, Address, Instruction, Rpc, SolanaRpcApi, TransactionSigner } from "@solana/kit";
import type { ActionKind } from "./action-vocabulary.ts";
import { findCorporateAction } from "./calendar.ts";
import { type CorporateAction, fetchAsset } from "./generated/issuer/accounts/index.ts";
import {
  getAmendActionInstructionAsync,
  getAnnounceActionInstructionAsync,
  getApproveActionInstructionAsync,
  getCancelActionInstructionAsync,
  getScheduleActionInstructionAsync,
  getSettleActionInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { findRolePda } from "./generated/issuer/pdas/index.ts";
import type { ActionDatesArgs, ActionTermsArgs } from "./generated/issuer/types/index.ts";
import type { ShareAddresses } from "./share-addresses.ts";

/** Unix seconds. What is left out, the action does not have. */
export type ChosenDates = Partial<ActionDatesArgs> & Pick<ActionDatesArgs, "effectiveAt">;

/**
 * All dates of an action, those it does not have as zeros.
 *
 * @example
 * ```ts
 * actionDates({ effectiveAt: now + 86_400n }); // all others are 0n: the action does not have them
 * ```
 */
export function actionDates(chosen: ChosenDates): ActionDatesArgs {
  return { exAt: 0n, recordAt: 0n, payableAt: 0n, electBy: 0n, blackoutFrom: 0n, blackoutUntil: 0n, ...chosen };
}

interface ByStaff {
  readonly share: ShareAddresses;
  /** A member of staff with the permission for corporate actions. */
  readonly actor: TransactionSigner;
}

interface Announcement {
  readonly dates: ChosenDates;
  readonly terms: ActionTermsArgs;
  /** SHA-256 of the company's announcement. */
  readonly documentHash: Uint8Array;
}

export interface NewAction extends ByStaff, Announcement {
  /** Pays the rent; an action is never closed. */
  readonly payer: TransactionSigner;
  readonly kind: ActionKind;
  /** How many actions the share has so far, if the caller knows; otherwise it is read. */
  readonly sequence?: number;
}

/** What to sign, and where the action will lie. */
export interface PreparedAction {
  readonly instruction: Instruction;
  readonly action: Address;
}

/**
 * Puts an action into the share's calendar. The share's minimum notice runs from here.
 *
 * @example
 * ```ts
 * // A 4-for-1 split in a day.
 * const announced = await announceAction(rpc, {
 *   share,
 *   actor: maker,
 *   payer,
 *   kind: ActionKind.SPLF,
 *   terms: { __kind: "Ratio", numerator: 4n, denominator: 1n },
 *   dates: { effectiveAt: now + 86_400n },
 *   documentHash,
 * });
 * await sendAndConfirm(rpc, payer, [announced.instruction]);
 * ```
 */
export async function announceAction(rpc: Rpc<SolanaRpcApi>, details: NewAction): Promise<PreparedAction> {
  const { share, actor, payer, kind, terms, documentHash } = details;
  const sequence = details.sequence ?? (await fetchAsset(rpc, share.asset, { commitment: "confirmed" })).data.actionCount;
  const action = await findCorporateAction(share.asset, sequence);
  const accounts = { actor, payer, role: await roleOf(share, actor), asset: share.asset, action };
  const dates = actionDates(details.dates);
  return { instruction: await getAnnounceActionInstructionAsync({ ...accounts, kind, dates, terms, documentHash }), action };
}

/**
 * Approves what somebody else announced. `actor` may check; the account says what the checker has read.
 *
 * @example
 * ```ts
 * const read = await issuer.fetchCorporateAction(rpc, action.address);
 * const instruction = await approveAction({ share, actor: checker }, read);
 * ```
 */
export async function approveAction({ share, actor }: ByStaff, action: Account<CorporateAction>): Promise<Instruction> {
  const accounts = { actor, role: await roleOf(share, actor), asset: share.asset, action: action.address };
  return getApproveActionInstructionAsync({ ...accounts, amendments: action.data.amendments });
}

/**
 * Makes an action binding. `expectedMultiplier` is what the caller believes to be in force, 18 decimals.
 *
 * @example
 * ```ts
 * const instruction = await scheduleAction({ share, actor: maker }, action.address, multiplierInForce(asset, now));
 * ```
 */
export function scheduleAction(by: ByStaff, action: Address, expectedMultiplier: bigint): Promise<Instruction> {
  return getScheduleActionInstructionAsync({ ...named(by), action, expectedMultiplier });
}

/**
 * Changes an action that is not in force: it is announced anew. `reason` is a case reference, 32 bytes, not zeros.
 *
 * @example
 * ```ts
 * const amendment = { terms: action.data.terms, dates: { effectiveAt: now + 172_800n }, documentHash, reason: reference };
 * const instruction = await amendAction({ share, actor: maker }, action.address, amendment);
 * ```
 */
export function amendAction(by: ByStaff, action: Address, amendment: Announcement & { readonly reason: Uint8Array }): Promise<Instruction> {
  const dates = actionDates(amendment.dates);
  return getAmendActionInstructionAsync({ ...named(by), action, ...amendment, dates });
}

/**
 * Cancels an action that is not in force, for ever. `reason` is a case reference, 32 bytes, not zeros.
 *
 * @example
 * ```ts
 * const instruction = await cancelAction({ share, actor: maker }, action.address, reference);
 * ```
 */
export function cancelAction(by: ByStaff, action: Address, reason: Uint8Array): Promise<Instruction> {
  return getCancelActionInstructionAsync({ ...named(by), action, reason });
}

/**
 * Closes the books on an action that has paid all it pays. Anybody can.
 *
 * @example
 * ```ts
 * const instruction = await settleAction(payer, share, action.address);
 * ```
 */
export function settleAction(payer: TransactionSigner, { mint }: ShareAddresses, action: Address): Promise<Instruction> {
  return getSettleActionInstructionAsync({ payer, mint, action });
}

function named({ share, actor }: ByStaff) {
  return { actor, issuer: share.issuer, mint: share.mint };
}

async function roleOf({ issuer }: ShareAddresses, { address }: TransactionSigner): Promise<Address> {
  const [role] = await findRolePda({ issuer, member: address });
  return role;
}
