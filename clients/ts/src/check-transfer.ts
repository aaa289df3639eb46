/** Asks beforehand whether a transfer would be allowed, by simulating `check_transfer`. */
import { type Address, type Rpc, type SolanaRpcApi, assertAccountExists, fetchEncodedAccount, getAddressDecoder } from "@solana/kit";
import { type ProgramReason, refusalOf } from "./errors.ts";
import { fetchPolicy } from "./generated/transferHook/accounts/index.ts";
import { getCheckTransferInstructionAsync } from "./generated/transferHook/instructions/index.ts";
import { findHolderPda, findPolicyPda } from "./generated/transferHook/pdas/index.ts";
import { simulateReturnData } from "./simulate.ts";

export interface PlannedTransfer {
  /** Any funded account; it signs and pays nothing. */
  readonly feePayer: Address;
  readonly mint: Address;
  /** Token account that the shares leave. */
  readonly source: Address;
  /** Token account that the shares reach. It must exist. */
  readonly destination: Address;
  /** Who would sign: the owner or a delegate. */
  readonly authority: Address;
  /** Raw units. */
  readonly amount: bigint;
}

/** `code` is 0 when the transfer is allowed, otherwise the code of the refusal, whose name and text come along. */
export interface TransferVerdict {
  readonly code: number;
  readonly reason?: ProgramReason;
}

/** Whose record counts is decided by the owners of the two token accounts, as in the transfer itself. */
export async function checkTransfer(rpc: Rpc<SolanaRpcApi>, transfer: PlannedTransfer): Promise<TransferVerdict> {
  const { feePayer, ...accounts } = transfer;
  const [policyAddress] = await findPolicyPda({ mint: transfer.mint });
  const [policy, sender, recipient] = await Promise.all([
    fetchPolicy(rpc, policyAddress, { commitment: "confirmed" }),
    ownerOf(rpc, transfer.source),
    ownerOf(rpc, transfer.destination),
  ]);
  const { registry } = policy.data;
  const [sourceHolder] = await findHolderPda({ registry, wallet: sender });
  const [destinationHolder] = await findHolderPda({ registry, wallet: recipient });
  const instruction = await getCheckTransferInstructionAsync({ ...accounts, sourceHolder, destinationHolder });
  const [low = 0, high = 0] = await simulateReturnData(rpc, feePayer, instruction);
  const code = low | (high << 8);
  return { code, reason: code === 0 ? undefined : refusalOf(code) };
}

/** Where the owner's address lies in every token account. */
const OWNER_OFFSET = 32;

async function ownerOf(rpc: Rpc<SolanaRpcApi>, tokenAccount: Address): Promise<Address> {
  const account = await fetchEncodedAccount(rpc, tokenAccount, { commitment: "confirmed" });
  assertAccountExists(account);
  return getAddressDecoder().decode(account.data, OWNER_OFFSET);
}
