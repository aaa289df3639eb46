/** The transactions of a claim: one, unless the page has to be opened first and both do not fit. */
import { type ClaimTicket, type Distribution, type PaidWith, claim, openClaimPage, pageTicket } from "@scrip/client";
import {
  type Instruction,
  type TransactionSigner,
  appendTransactionMessageInstructions,
  createTransactionMessage,
  isTransactionMessageWithinSizeLimit,
  pipe,
  setTransactionMessageFeePayerSigner,
} from "@solana/kit";
import type { Payment } from "../../../chain/claims.ts";
import { addressesOf } from "../../../chain/share.ts";

interface ClaimToMake {
  readonly payment: Payment;
  readonly distribution: Distribution;
  readonly ticket: ClaimTicket;
  readonly paid: PaidWith;
  /** Whether somebody has opened the page already. */
  readonly pageOpen: boolean;
  readonly signer: TransactionSigner;
}

export async function claimTransactions({ payment, distribution, ticket, paid, pageOpen, signer }: ClaimToMake): Promise<readonly (readonly Instruction[])[]> {
  const { payout, share } = payment;
  const pay = await claim({ share: addressesOf(share), payout, paid, ticket, payer: signer });
  if (pageOpen) {
    return [pay];
  }
  const open = [await openClaimPage(signer, payout.address, pageTicket(distribution, ticket.page))];
  const both = [...open, ...pay];
  return fitsIntoOne(both, signer) ? [both] : [open, pay];
}

function fitsIntoOne(instructions: readonly Instruction[], signer: TransactionSigner): boolean {
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (empty) => setTransactionMessageFeePayerSigner(signer, empty),
    (payable) => appendTransactionMessageInstructions(instructions, payable),
  );
  return isTransactionMessageWithinSizeLimit(message);
}
