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
import { diagnose } from "./errors.ts";

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
  const { err, logs, returnData } = await simulate(rpc, feePayer, instruction);
  if (err) {
    throw new Error(`${instruction.programAddress} did not answer: ${(logs ?? []).join("; ")}`);
  }
  return returnData ? getBase64Encoder().encode(returnData.data[0]) : new Uint8Array();
}

/** The code with which the instruction would be refused now, `undefined` if it would not. */
export async function refusalOfSimulation(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: Address,
  instruction: Instruction,
): Promise<number | undefined> {
  const { err, logs } = await simulate(rpc, feePayer, instruction);
  return err ? diagnose(err, logs ?? []).code : undefined;
}

async function simulate(rpc: Rpc<SolanaRpcApi>, feePayer: Address, instruction: Instruction) {
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
  return value;
}
