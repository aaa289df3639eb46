/** A transaction as the node's ledger has it, read by the client. */
import { type Receipt, TransactionFailedError, fetchReceipt } from "@scrip/client";
import type { Address, Signature } from "@solana/kit";
import { OutageError } from "../../chain/outage.ts";
import { type Reading, useReading } from "../../chain/reading.ts";
import type { Node } from "../../chain/rpc.ts";

export interface Included {
  readonly slot: bigint;
  /** Unix seconds, where the node knows it. */
  readonly at?: bigint;
  readonly feePayer?: Address;
  /** Lamports. */
  readonly fee: bigint;
  /** What it did, or why it did nothing. */
  readonly outcome: Receipt | TransactionFailedError;
}

/** `undefined`: the node knows no such transaction. */
export function useTransaction(signature: Signature): Reading<Included | undefined> {
  return useReading(["transaction", signature], async (node) => ({
    slot: await node.getSlot({ commitment: "confirmed" }).send(),
    value: await read(node, signature),
  }));
}

async function read(node: Node, signature: Signature): Promise<Included | undefined> {
  const found = await node
    .getTransaction(signature, { commitment: "confirmed", encoding: "json", maxSupportedTransactionVersion: 0 })
    .send();
  if (!found) {
    return undefined;
  }
  const { slot, meta, transaction } = found;
  const outcome = await fetchReceipt(node, signature).catch((error: unknown) => {
    if (error instanceof TransactionFailedError) {
      return error;
    }
    throw error;
  });
  return { slot, at: await timeOf(node, slot), feePayer: transaction.message.accountKeys[0], fee: meta?.fee ?? 0n, outcome };
}

/** Of the block, and not from the transaction: Surfpool 1.5 says thousands of seconds there. Nodes forget old ones. */
async function timeOf(node: Node, slot: bigint): Promise<bigint | undefined> {
  try {
    return (await node.getBlockTime(slot).send()) ?? undefined;
  } catch (error) {
    if (error instanceof OutageError) {
      throw error;
    }
    return undefined;
  }
}
