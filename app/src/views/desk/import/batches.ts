/** Signing many transactions with one question to the wallet, and sending each until it is known what became of it. */
import type { Lifetime, OnboardingBatch } from "@scrip/client";
import {
  type TransactionSigner,
  appendTransactionMessageInstruction,
  compileTransaction,
  createTransactionMessage,
  isTransactionModifyingSigner,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from "@solana/kit";
import { deliver, signedBy } from "../../../chain/deliver.ts";
import type { Node } from "../../../chain/rpc.ts";

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
    const sealed = signedBy(transaction, lifetime);
    return { size: batches[index]?.size ?? 0, send: async (node) => void (await deliver(node, sealed)) };
  });
}
