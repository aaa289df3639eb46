/** Asks a program something: simulates one instruction and reads its return data. Nothing is signed or paid. */
import {
  type Address,
  type Instruction,
  type ReadonlyUint8Array,
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

/**
 * Returns what the instruction returns. Nodes cut trailing zeros from return data, so a number that is zero arrives
 * as no bytes at all.
 *
 * @param feePayer any funded account: even a simulation needs one that could pay.
 * @throws Error with the program's logs when the instruction fails.
 */
export async function simulateReturnData(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: Address,
  instruction: Instruction,
): Promise<ReadonlyUint8Array> {
  const { value: lifetime } = await rpc.getLatestBlockhash({ commitment: "confirmed" }).send();
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
    throw new Error(`${instruction.programAddress} did not answer: ${(value.logs ?? []).join("; ")}`);
  }
  return value.returnData ? getBase64Encoder().encode(value.returnData.data[0]) : new Uint8Array();
}
