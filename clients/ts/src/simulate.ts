/** Asks programs something by simulation. Nothing is signed or paid, and each question is one call. */
import {
  type Address,
  type Blockhash,
  type Instruction,
  type ReadonlyUint8Array,
  type Rpc,
  type SolanaRpcApi,
  appendTransactionMessageInstructions,
  compileTransaction,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getBase64Encoder,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from "@solana/kit";
import { type Failure, diagnose } from "./errors.ts";

/** A message needs some blockhash, and a simulation none that is recent. */
const TO_BE_REPLACED = { blockhash: "11111111111111111111111111111111" as Blockhash, lastValidBlockHeight: 0n };

/**
 * Returns what the instruction returns. Nodes cut trailing zeros from return data, so a number that is zero arrives
 * as no bytes at all.
 *
 * @param feePayer any funded account: even a simulation needs one that could pay.
 * @throws Error with the program's logs when the instruction fails.
 *
 * @example
 * ```ts
 * const question = issuer.getReserveStatusInstruction(share);
 * const answer = await simulateReturnData(rpc, payer.address, question);
 * ```
 */
export async function simulateReturnData(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: Address,
  instruction: Instruction,
): Promise<ReadonlyUint8Array> {
  const { err, logs, returnData } = await simulate(rpc, feePayer, [instruction]);
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
  const { err, logs } = await simulate(rpc, feePayer, [instruction]);
  return err ? diagnose(err, logs ?? []).code : undefined;
}

/**
 * Why the instructions would be refused now, `undefined` if they would not: to be told before anybody signs.
 *
 * @param feePayer who would pay the fee.
 *
 * @example
 * ```ts
 * const failure = await foresee(rpc, payer.address, [instruction]);
 * if (failure) {
 *   console.log(failure.code, failure.reason?.text);
 * }
 * ```
 */
export async function foresee(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: Address,
  instructions: readonly Instruction[],
): Promise<Failure | undefined> {
  const { err, logs } = await simulate(rpc, feePayer, instructions);
  return err ? diagnose(err, logs ?? []) : undefined;
}

/** What the node says of it: its error or none, logs, return data. One call; the node takes a blockhash of its own. */
export async function simulate(rpc: Rpc<SolanaRpcApi>, feePayer: Address, instructions: readonly Instruction[]) {
  const transaction = compileTransaction(
    pipe(
      createTransactionMessage({ version: 0 }),
      (message) => setTransactionMessageFeePayer(feePayer, message),
      (message) => setTransactionMessageLifetimeUsingBlockhash(TO_BE_REPLACED, message),
      (message) => appendTransactionMessageInstructions(instructions, message),
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
