/**
 * Sends a transaction and waits for it, over HTTP alone.
 *
 * A transaction is signed once. While it is neither confirmed nor expired the very same bytes are sent again, which
 * the network ignores when they have arrived; a new signature could make the same instruction happen twice.
 */
import {
  type AddressesByLookupTableAddress,
  type Base64EncodedWireTransaction,
  type Blockhash,
  type Commitment,
  type Instruction,
  type Rpc,
  type Signature,
  type SolanaRpcApi,
  type TransactionSigner,
  appendTransactionMessageInstructions,
  compressTransactionMessageUsingAddressLookupTables,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from "@solana/kit";
import { type Receipt, fetchReceipt } from "./receipt.ts";

export interface SendOptions {
  /** Milliseconds after which to give up waiting. Default 60,000. */
  readonly timeout?: number;
  /** Lookup tables with their addresses: what they hold takes a byte instead of 32. */
  readonly lookupTables?: AddressesByLookupTableAddress;
}

/**
 * The outcome is unknown: the transaction was neither seen nor has it expired. Ask for the signature again later.
 *
 * @example
 * ```ts
 * await sendAndConfirm(rpc, payer, [instruction], { timeout: 5_000 }).catch((error: unknown) => {
 *   if (error instanceof TransactionTimeoutError) {
 *     console.log("ask again later for", error.signature);
 *   }
 * });
 * ```
 */
export class TransactionTimeoutError extends Error {
  override readonly name = "TransactionTimeoutError";

  constructor(readonly signature: Signature, timeout: number, detail: string) {
    super(`transaction ${signature} was not confirmed within ${timeout} ms${detail}; it may still be`);
  }
}

/**
 * The transaction can no longer be included in a block: it is safe to build and sign it anew.
 *
 * @example
 * ```ts
 * const receipt = await sendAndConfirm(rpc, payer, [instruction]).catch((error: unknown) => {
 *   if (error instanceof TransactionExpiredError) {
 *     return sendAndConfirm(rpc, payer, [instruction]); // it cannot happen twice: the first one can no longer be included
 *   }
 *   throw error;
 * });
 * ```
 */
export class TransactionExpiredError extends Error {
  override readonly name = "TransactionExpiredError";

  constructor(readonly signature: Signature, detail: string) {
    super(`transaction ${signature} expired before it was included in a block${detail}`);
  }
}

const COMMITMENT: Commitment = "confirmed";
const DEFAULT_TIMEOUT = 60_000;
const RESEND_INTERVAL = 1_000;
const FIRST_POLL = 15;
const SLOWEST_POLL = 400;

/**
 * Signs with `feePayer` and with every signer among the instructions' accounts, sends, and waits until confirmed.
 *
 * Throws `TransactionFailedError` when a program refuses, `TransactionExpiredError` when the transaction was never
 * included, and `TransactionTimeoutError` when neither is known in time.
 *
 * @example
 * ```ts
 * const instructions = await transferShares(rpc, { mint, from: holder.address, to: bob, amount: 5n, authority: holder });
 * const { signature, events } = await sendAndConfirm(rpc, payer, instructions);
 * ```
 */
export async function sendAndConfirm(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: TransactionSigner,
  instructions: readonly Instruction[],
  options: SendOptions = {},
): Promise<Receipt> {
  const { value: lifetime } = await rpc.getLatestBlockhash({ commitment: COMMITMENT }).send();
  const transaction = await sign(feePayer, instructions, lifetime, options.lookupTables);
  const signature = getSignatureFromTransaction(transaction);
  const wire = getBase64EncodedWireTransaction(transaction);
  return sendSignedAndConfirm(rpc, { lifetime, signature, wire }, options);
}

export interface SignedTransaction {
  readonly signature: Signature;
  readonly wire: Base64EncodedWireTransaction;
  readonly lifetime: Lifetime;
}

/**
 * Like `sendAndConfirm`, for a transaction that was built and signed elsewhere, as by a wallet.
 *
 * @example
 * ```ts
 * const { value: lifetime } = await rpc.getLatestBlockhash().send();
 * const transaction = await sign(payer, [instruction], lifetime);
 * const wire = getBase64EncodedWireTransaction(transaction);
 * await sendSignedAndConfirm(rpc, { lifetime, wire, signature: getSignatureFromTransaction(transaction) });
 * ```
 */
export async function sendSignedAndConfirm(
  rpc: Rpc<SolanaRpcApi>,
  { lifetime, signature, wire }: SignedTransaction,
  options: SendOptions = {},
): Promise<Receipt> {
  await confirm(rpc, signature, wire, lifetime, options.timeout ?? DEFAULT_TIMEOUT);
  return fetchReceipt(rpc, signature);
}

export interface Lifetime {
  readonly blockhash: Blockhash;
  readonly lastValidBlockHeight: bigint;
}

/**
 * Builds a version 0 transaction and signs it with the fee payer and all signers among the accounts.
 *
 * @example
 * ```ts
 * const { value: lifetime } = await rpc.getLatestBlockhash().send();
 * const transaction = await sign(payer, [instruction], lifetime);
 * ```
 */
export function sign(
  feePayer: TransactionSigner,
  instructions: readonly Instruction[],
  lifetime: Lifetime,
  lookupTables: AddressesByLookupTableAddress = {},
) {
  return signTransactionMessageWithSigners(
    pipe(
      createTransactionMessage({ version: 0 }),
      (message) => setTransactionMessageFeePayerSigner(feePayer, message),
      (message) => setTransactionMessageLifetimeUsingBlockhash(lifetime, message),
      (message) => appendTransactionMessageInstructions(instructions, message),
      (message) => compressTransactionMessageUsingAddressLookupTables(message, lookupTables),
    ),
  );
}

async function confirm(
  rpc: Rpc<SolanaRpcApi>,
  signature: Signature,
  wire: Base64EncodedWireTransaction,
  lifetime: Lifetime,
  timeout: number,
): Promise<void> {
  const start = Date.now();
  let lastSent = Number.NEGATIVE_INFINITY;
  let refusal = "";
  for (let pause = FIRST_POLL; ; pause = Math.min(pause * 1.5, SLOWEST_POLL)) {
    if (Date.now() - lastSent >= RESEND_INTERVAL) {
      lastSent = Date.now();
      refusal = await broadcast(rpc, wire);
    }
    const expired = (await rpc.getBlockHeight({ commitment: COMMITMENT }).send()) > lifetime.lastValidBlockHeight;
    const status = (await rpc.getSignatureStatuses([signature]).send()).value[0];
    if (status?.confirmationStatus === "confirmed" || status?.confirmationStatus === "finalized") {
      return;
    }
    if (expired && !status) {
      // A node forgets statuses after a while, as during a long outage; its ledger does not.
      if (await isInLedger(rpc, signature)) {
        return;
      }
      throw new TransactionExpiredError(signature, refusal);
    }
    if (Date.now() - start > timeout) {
      throw new TransactionTimeoutError(signature, timeout, refusal);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function isInLedger(rpc: Rpc<SolanaRpcApi>, signature: Signature): Promise<boolean> {
  const { value } = await rpc.getSignatureStatuses([signature], { searchTransactionHistory: true }).send();
  return Boolean(value[0]);
}

/** Returns the node's refusal for the error message, if there is one: a node may refuse what another included. */
async function broadcast(rpc: Rpc<SolanaRpcApi>, wire: Base64EncodedWireTransaction): Promise<string> {
  try {
    // Preflight would answer from a simulation; the outcome wanted here is the one in the block.
    await rpc.sendTransaction(wire, { encoding: "base64", skipPreflight: true, maxRetries: 0n }).send();
    return "";
  } catch (error) {
    return ` (the node said: ${error instanceof Error ? error.message : String(error)})`;
  }
}
