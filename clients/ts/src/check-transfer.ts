/** Asks beforehand whether a transfer would be allowed, by simulating `check_transfer`. */
import {
  type Address,
  type Rpc,
  type SolanaRpcApi,
  appendTransactionMessageInstruction,
  compileTransaction,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getBase64Encoder,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from "@solana/kit";
import { fetchToken } from "@solana-program/token-2022";
import { type ProgramReason, refusalOf } from "./errors.ts";
import { fetchPolicy } from "./generated/transferHook/accounts/index.ts";
import { getCheckTransferInstructionAsync } from "./generated/transferHook/instructions/index.ts";
import { findHolderPda, findPolicyPda } from "./generated/transferHook/pdas/index.ts";

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
  const [policy, source, destination, { value: lifetime }] = await Promise.all([
    fetchPolicy(rpc, policyAddress, { commitment: "confirmed" }),
    fetchToken(rpc, transfer.source, { commitment: "confirmed" }),
    fetchToken(rpc, transfer.destination, { commitment: "confirmed" }),
    rpc.getLatestBlockhash({ commitment: "confirmed" }).send(),
  ]);
  const { registry } = policy.data;
  const [sourceHolder] = await findHolderPda({ registry, wallet: source.data.owner });
  const [destinationHolder] = await findHolderPda({ registry, wallet: destination.data.owner });
  const instruction = await getCheckTransferInstructionAsync({ ...accounts, sourceHolder, destinationHolder });
  const transaction = compileTransaction(
    pipe(
      createTransactionMessage({ version: 0 }),
      (message) => setTransactionMessageFeePayer(feePayer, message),
      (message) => setTransactionMessageLifetimeUsingBlockhash(lifetime, message),
      (message) => appendTransactionMessageInstruction(instruction, message),
    ),
  );
  const { value } = await rpc
    .simulateTransaction(getBase64EncodedWireTransaction(transaction), {
      commitment: "confirmed",
      encoding: "base64",
      replaceRecentBlockhash: true,
      sigVerify: false,
    })
    .send();
  if (value.err) {
    throw new Error(`the verdict on a transfer of mint ${transfer.mint} could not be had: ${(value.logs ?? []).join("; ")}`);
  }
  // Nodes cut trailing zeros from return data, so "allowed" arrives as no data at all.
  const [low = 0, high = 0] = value.returnData ? getBase64Encoder().encode(value.returnData.data[0]) : [];
  const code = low | (high << 8);
  return { code, reason: code === 0 ? undefined : refusalOf(code) };
}
