/** Sends what `@solana/web3.js` 1.x built and signed, so that a story can use the tools that wallets have today. */
import { type Receipt, sendSignedAndConfirm } from "@scrip/client";
import { type Base64EncodedWireTransaction, type Signature, getBase58Decoder } from "@solana/kit";
import { type Keypair, type TransactionInstruction, Transaction } from "@solana/web3.js";
import type { Chain } from "./chain.ts";

/** The first signer pays. Confirms by polling: web3.js would wait on a WebSocket, whose messages can be lost. */
export async function sendLegacy(
  { rpc }: Chain,
  signers: readonly [Keypair, ...Keypair[]],
  instructions: readonly TransactionInstruction[],
): Promise<Receipt> {
  const { value: lifetime } = await rpc.getLatestBlockhash({ commitment: "confirmed" }).send();
  const transaction = new Transaction({
    feePayer: signers[0].publicKey,
    blockhash: lifetime.blockhash,
    lastValidBlockHeight: Number(lifetime.lastValidBlockHeight),
  }).add(...instructions);
  transaction.sign(...signers);
  const wire = transaction.serialize().toString("base64") as Base64EncodedWireTransaction;
  const signature = getBase58Decoder().decode(transaction.signature ?? new Uint8Array()) as Signature;
  return sendSignedAndConfirm(rpc, { lifetime, signature, wire });
}
