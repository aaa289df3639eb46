/** Signing many transactions with one question to the wallet, and sending each until it is known what became of it. */
import { type Lifetime, type OnboardingBatch, TransactionTimeoutError, sendSignedAndConfirm } from "@scrip/client";
import {
  type TransactionSigner,
  appendTransactionMessageInstruction,
  compileTransaction,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  isTransactionModifyingSigner,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from "@solana/kit";
import type { Node } from "../../../chain/rpc.ts";
import { throughOutages } from "../../../act.ts";

export interface Signed {
  /** How many wallets it puts on the register. */
  readonly size: number;
  send(node: Node): Promise<void>;
}

/** The wallet is asked once for all of them. */
export async function signAll(signer: TransactionSigner, batches: readonly OnboardingBatch[], lifetime: Lifetime): Promise<readonly Signed[]> {
  if (!isTransactionModifyingSigner(signer)) {
    throw new Error("the connected wallet cannot sign transactions");
  }
  const transactions = batches.map(({ instruction }) =>
    compileTransaction(
      pipe(
        createTransactionMessage({ version: 0 }),
        (message) => setTransactionMessageFeePayer(signer.address, message),
        (message) => setTransactionMessageLifetimeUsingBlockhash(lifetime, message),
        (message) => appendTransactionMessageInstruction(instruction, message),
      ),
    ),
  );
  const signed = await signer.modifyAndSignTransactions(transactions as Parameters<typeof signer.modifyAndSignTransactions>[0]);
  return signed.map((transaction, index) => {
    const signature = getSignatureFromTransaction(transaction);
    const wire = getBase64EncodedWireTransaction(transaction);
    return { size: batches[index]?.size ?? 0, send: (node) => untilKnown(node, { lifetime, signature, wire }) };
  });
}

/** The very same bytes again and again, through outages, until they are on a block or have expired. */
async function untilKnown(node: Node, transaction: Parameters<typeof sendSignedAndConfirm>[1]): Promise<void> {
  for (;;) {
    try {
      await throughOutages(() => sendSignedAndConfirm(node, transaction));
      return;
    } catch (error) {
      if (!(error instanceof TransactionTimeoutError)) {
        throw error;
      }
    }
  }
}
