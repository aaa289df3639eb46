/**
 * What becomes of a transaction once it is signed: the same bytes are sent until its outcome is known, through outages
 * of the node as well. Nothing is signed anew here, so that nothing can happen twice.
 */
import {
  type Lifetime,
  type Receipt,
  type SignedTransaction,
  sendSignedAndConfirm,
} from "@scrip/client";
import {
  type Transaction,
  getBase64EncodedWireTransaction,
  getCompiledTransactionMessageDecoder,
  getSignatureFromTransaction,
} from "@solana/kit";
import { OutageError } from "./outage.ts";
import type { Node } from "./rpc.ts";

/** Longer than any transaction can wait for its block, so that the wait ends with an outcome and not with a doubt. */
const TIMEOUT = 300_000;
/** Milliseconds between two attempts while the node does not answer. */
const PAUSE = 1_000;

interface Signed extends SignedTransaction {
  /** False if the wallet has put in a blockhash of its own, of which it is not known how long it is good. */
  readonly ownLifetime: boolean;
}

export function signedBy(transaction: Transaction & Parameters<typeof getBase64EncodedWireTransaction>[0], lifetime: Lifetime): Signed {
  const { lifetimeToken } = getCompiledTransactionMessageDecoder().decode(transaction.messageBytes);
  return {
    lifetime,
    signature: getSignatureFromTransaction(transaction),
    wire: getBase64EncodedWireTransaction(transaction),
    ownLifetime: lifetimeToken === lifetime.blockhash,
  };
}

export async function deliver(node: Node, { ownLifetime, ...signed }: Signed): Promise<Receipt> {
  // No blockhash that exists by now is good for longer than the one of now.
  const lifetime = ownLifetime
    ? signed.lifetime
    : (await throughOutages(() => node.getLatestBlockhash({ commitment: "confirmed" }).send())).value;
  return throughOutages(() => sendSignedAndConfirm(node, { ...signed, lifetime }, { timeout: TIMEOUT }));
}

/** An outage says nothing about the transaction: the same is tried again until the node answers. */
export async function throughOutages<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof OutageError)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
