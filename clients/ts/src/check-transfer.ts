/**
 * Asks the policy alone, by simulating the hook's own `check_transfer`: may these two deal in so many shares now? It asks
 * neither for a balance nor for a signer's right, so that a venue can tell before it matches an order.
 */
import type { Rpc, SolanaRpcApi } from "@solana/kit";
import type { PlannedTransfer } from "./can-transfer.ts";
import { getCheckTransferInstructionAsync } from "./generated/transferHook/instructions/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { simulateReturnData } from "./simulate.ts";
import { fetchTransferState } from "./transfer-state.ts";
import { ALLOWED, type TransferVerdict, refusedByHook } from "./verdict.ts";

/**
 * Whose records count is decided by the owners of the two token accounts, which must both be open, as in the transfer
 * itself. Two calls.
 *
 * @example
 * ```ts
 * const { allowed, sentence } = await checkTransfer(rpc, { mint, from: alice, to: bob, amount: 500_000_000n, feePayer: payer.address });
 * ```
 */
export async function checkTransfer(rpc: Rpc<SolanaRpcApi>, transfer: PlannedTransfer): Promise<TransferVerdict> {
  const { mint, from, to, amount } = transfer;
  const { policy, source, destination } = await fetchTransferState(rpc, mint, from, to);
  const [sourceHolder] = await findHolderPda({ registry: policy.registry, wallet: source.owner });
  const [destinationHolder] = await findHolderPda({ registry: policy.registry, wallet: destination.owner });
  const authority = transfer.authority ?? source.owner;
  const ends = { source: source.account, destination: destination.account, sourceHolder, destinationHolder };
  const instruction = await getCheckTransferInstructionAsync({ mint, amount, authority, ...ends });
  const [low = 0, high = 0] = await simulateReturnData(rpc, transfer.feePayer ?? authority, instruction);
  const code = low | (high << 8);
  return code === 0 ? ALLOWED : requireKnown(code, refusedByHook(code, { policy, amount }));
}

function requireKnown(code: number, verdict: TransferVerdict | undefined): TransferVerdict {
  if (!verdict) {
    throw new Error(`check_transfer answered ${code}, which this version of the client does not know: take a newer one`);
  }
  return verdict;
}
