/** What a confirmed transaction did: compute units, logs and Scrip events. */
import type { Address, Rpc, Signature, SolanaRpcApi } from "@solana/kit";
import { TransactionFailedError, diagnose } from "./errors.ts";
import { type InnerInstruction, type ScripEvent, decodeEvents } from "./events.ts";

export interface Receipt {
  readonly signature: Signature;
  readonly slot: bigint;
  readonly computeUnits: bigint;
  readonly logs: readonly string[];
  readonly events: readonly ScripEvent[];
}

const WAIT = 10_000;
const POLL = 20;

/**
 * Fetches a confirmed transaction. Throws `TransactionFailedError` when it failed in its block.
 *
 * @example
 * ```ts
 * const { events, computeUnits } = await fetchReceipt(rpc, signature);
 * for (const event of events) {
 *   switch (event.name) {
 *     case "AssetCreated":
 *       console.log("a new share:", event.data.mint);
 *       break;
 *     case "ActionAnnounced":
 *       console.log("announced:", event.data);
 *   }
 * }
 * ```
 */
export async function fetchReceipt(rpc: Rpc<SolanaRpcApi>, signature: Signature): Promise<Receipt> {
  const { meta, slot, transaction } = await fetchTransaction(rpc, signature);
  const logs = meta?.logMessages ?? [];
  const computeUnits = meta?.computeUnitsConsumed ?? 0n;
  if (meta?.err) {
    throw new TransactionFailedError(signature, diagnose(meta.err, logs), meta.err, logs, computeUnits);
  }
  const addresses: readonly Address[] = [
    ...transaction.message.accountKeys,
    ...(meta?.loadedAddresses?.writable ?? []),
    ...(meta?.loadedAddresses?.readonly ?? []),
  ];
  const inner: InnerInstruction[] = (meta?.innerInstructions ?? [])
    .flatMap(({ instructions }) => instructions)
    .flatMap(({ programIdIndex, data }) => {
      const program = addresses[programIdIndex];
      return program ? [{ program, data }] : [];
    });
  return { signature, slot, computeUnits, logs, events: decodeEvents(logs, inner) };
}

/** A node knows a transaction's status shortly before it can return the transaction itself. */
async function fetchTransaction(rpc: Rpc<SolanaRpcApi>, signature: Signature) {
  const deadline = Date.now() + WAIT;
  for (;;) {
    const found = await rpc
      .getTransaction(signature, { commitment: "confirmed", encoding: "json", maxSupportedTransactionVersion: 0 })
      .send();
    if (found) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`transaction ${signature} is confirmed but its node did not return it within ${WAIT} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}
