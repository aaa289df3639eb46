/** Claiming what a distribution pays: by the holder, or pushed by anybody on the holder's behalf. */
import type { Account, Address, Instruction, TransactionSigner } from "@solana/kit";
import type { ClaimTicket } from "./distribution.ts";
import type { ClaimPage, Payout } from "./generated/issuer/accounts/index.ts";
import {
  getClaimInstructionAsync,
  getCloseClaimPageInstruction,
  getOpenClaimPageInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { findPagePda } from "./generated/issuer/pdas/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { hookAccounts } from "./hook-accounts.ts";
import { withAccounts } from "./issuance.ts";
import { type PaidWith, isShare, tokenOf, vaultOf } from "./payout.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { findAssociatedToken, openAssociatedToken } from "./tokens.ts";

export interface PageToOpen {
  readonly index: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Opens a page, so that its claims can be paid. Anybody can, when the payout pays.
 *
 * @example
 * ```ts
 * const instruction = await openClaimPage(payer, payout.address, pageTicket(distribution, 0));
 * ```
 */
export function openClaimPage(payer: TransactionSigner, payout: Address, page: PageToOpen): Promise<Instruction> {
  return getOpenClaimPageInstructionAsync({ payer, payout, ...page, proof: [...page.proof] });
}

/**
 * Closes a page of a swept distribution; its rent goes back to who paid it.
 *
 * @example
 * ```ts
 * const instruction = closeClaimPage(claimPage);
 * ```
 */
export function closeClaimPage({ address: page, data }: Account<ClaimPage>): Instruction {
  return getCloseClaimPageInstruction({ payout: data.payout, page, rentReceiver: data.rentPayer });
}

export interface ClaimToPay {
  /** The share whose action pays. */
  readonly share: ShareAddresses;
  readonly payout: Account<Payout>;
  readonly paid: PaidWith;
  readonly ticket: ClaimTicket;
  /** Pays the rent of the owner's token account, if it is not open. */
  readonly payer: TransactionSigner;
}

/**
 * Pays one claim into the owner's associated token account, which is opened first.
 *
 * With the longest proof, in shares, both instructions fill 1,200 of a transaction's 1,232 bytes: whoever adds a
 * priority fee sends the first one apart, or uses a lookup table.
 *
 * @example
 * ```ts
 * const instructions = await claim({ share, payout, paid: usdc, ticket: claimTicket(distribution, alice), payer });
 * await sendAndConfirm(rpc, payer, instructions);
 * ```
 */
export async function claim({ share, payout, paid, ticket, payer }: ClaimToPay): Promise<readonly Instruction[]> {
  const { owner, index, raw, gross, withheld, proof } = ticket;
  // The vault belongs to the share that is paid with, and of cash to the share whose action pays.
  const paying = isShare(paid) ? paid : share;
  const [destination, destinationBump] = await findAssociatedToken(owner, tokenOf(paid));
  const [page] = await findPagePda({ payout: payout.address, index: ticket.page });
  const [holder] = await findHolderPda({ registry: paying.registry, wallet: owner });
  const accounts = { ...vaultOf(payout, paid), owner, page, policy: paying.policy, holder, destination };
  const instruction = await getClaimInstructionAsync({ ...accounts, index, raw, gross, withheld, destinationBump, proof: [...proof] });
  const hook = isShare(paid) ? await hookAccounts(paid, paid.asset, owner) : [];
  return [await openAssociatedToken(payer, owner, tokenOf(paid)), withAccounts(instruction, hook)];
}
