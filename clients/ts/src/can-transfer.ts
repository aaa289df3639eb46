/**
 * Asks before anybody signs whether a transfer can be made, and if not, why: the whole verdict, as the chain would give
 * it now. The very instructions are simulated, so that what Token-2022 refuses is told as well as what the hook does.
 */
import { type Address, type Rpc, type SolanaRpcApi, createNoopSigner } from "@solana/kit";
import { diagnose } from "./errors.ts";
import { simulate } from "./simulate.ts";
import { type SharesToTransfer, transferKnown, withOwner } from "./transfer.ts";
import { fetchTransferState } from "./transfer-state.ts";
import { ALLOWED, type TransferVerdict, refusedBy } from "./verdict.ts";

/** What would be given to `transferShares`, with addresses in the place of signers. */
export interface PlannedTransfer extends Omit<SharesToTransfer, "authority" | "rentPayer"> {
  /** Who would sign: default the owner of the shares. */
  readonly authority?: Address;
  readonly rentPayer?: Address;
  /** Who would pay the transaction's fee. Default: who would sign. */
  readonly feePayer?: Address;
}

/**
 * Two calls: one for the accounts, one simulation. What is refused is told and not thrown.
 *
 * @throws Error if the mint is not a share.
 *
 * @example
 * ```ts
 * const verdict = await canTransfer(rpc, { mint, from: alice, to: bob, amount: 500_000_000n });
 * if (!verdict.allowed) {
 *   console.log(verdict.code, verdict.side, verdict.sentence);
 *   // 6300 recipient The recipient is not on the register; the owner of the destination account must be onboarded.
 * }
 * ```
 */
export async function canTransfer(rpc: Rpc<SolanaRpcApi>, transfer: PlannedTransfer): Promise<TransferVerdict> {
  const { mint, from, to, rentPayer } = transfer;
  const state = await fetchTransferState(rpc, mint, from, to);
  const authority = transfer.authority ?? state.source.owner;
  const feePayer = transfer.feePayer ?? authority;
  const instructions = await transferKnown({
    ...transfer,
    share: state.share,
    from: withOwner(from, state.source),
    to: withOwner(to, state.destination),
    authority: createNoopSigner(authority),
    rentPayer: rentPayer && createNoopSigner(rentPayer),
  });
  const { err, logs } = await simulate(rpc, feePayer, instructions);
  return err ? refusedBy(diagnose(err, logs ?? []), { ...state, authority, feePayer, amount: transfer.amount }) : ALLOWED;
}
