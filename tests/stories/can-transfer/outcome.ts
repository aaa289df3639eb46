/**
 * What became of a transaction that was really sent: nothing of it comes from a simulation, nor from the code that is
 * tested.
 */
import { type Lifetime, sign, transferKnown, transferShares } from "@scrip/client";
import { type Instruction, type Rpc, type Signature, type SolanaRpcApi, getBase64EncodedWireTransaction, getSignatureFromTransaction } from "@solana/kit";
import { getSetComputeUnitLimitInstruction } from "@solana-program/compute-budget";
import type { Case } from "./cases.ts";

export interface Outcome {
  readonly signature: Signature;
  readonly succeeded: boolean;
  /** The custom code, or the runtime's name for the error. */
  readonly error?: number | string;
  /** What the node said that did not take it. */
  readonly refusal?: string;
  /** The program that was the first to fail, by the logs. */
  readonly program?: string;
}

export async function instructionsOf(rpc: Rpc<SolanaRpcApi>, { share, from, to, ...details }: Case): Promise<readonly Instruction[]> {
  // Wallets need no call; what is given as an account does, and an odd one is given an owner so that it can be sent at all.
  if (typeof from === "string" && typeof to === "string") {
    return transferKnown({ share, from, to, ...details });
  }
  const owned = (place: Case["from"]) => (typeof place === "string" ? place : { ...place, owner: details.authority.address });
  const found = await transferShares(rpc, { mint: share.mint, from, to, ...details }).catch(() => undefined);
  return found ?? transferKnown({ share, from: owned(from), to: owned(to), ...details });
}

/** Each is unique by a limit of its own, without which the network would take equal transfers for one. */
const UNITS = 300_000;

export async function send(rpc: Rpc<SolanaRpcApi>, planned: Case, number: number, lifetime: Lifetime): Promise<Outcome> {
  const limit = getSetComputeUnitLimitInstruction({ units: UNITS + number });
  const transaction = await sign(planned.feePayer, [limit, ...(await instructionsOf(rpc, planned))], lifetime);
  const signature = getSignatureFromTransaction(transaction);
  try {
    const wire = getBase64EncodedWireTransaction(transaction);
    await rpc.sendTransaction(wire, { encoding: "base64", skipPreflight: true, maxRetries: 0n }).send();
  } catch (error) {
    return { signature, succeeded: false, error: NOT_INCLUDED, refusal: (error as Error).message };
  }
  return confirmed(rpc, signature, lifetime);
}

/** What nobody pays the fee of is in no block, which is certain only when the transaction has expired. */
export const NOT_INCLUDED = "not included in any block";
const POLL = 8;
/** After how many polls to ask whether there is still anything to wait for. */
const PATIENCE = 25;

async function confirmed(rpc: Rpc<SolanaRpcApi>, signature: Signature, lifetime: Lifetime): Promise<Outcome> {
  for (let polls = 1; ; polls += 1) {
    // Asked before the transaction is, so that none is missed that came last.
    const expired = polls % PATIENCE === 0 && (await rpc.getBlockHeight({ commitment: "confirmed" }).send()) > lifetime.lastValidBlockHeight;
    const found = await rpc
      .getTransaction(signature, { commitment: "confirmed", encoding: "json", maxSupportedTransactionVersion: 0 })
      .send();
    if (found?.meta) {
      const { err, logMessages } = found.meta;
      const program = (logMessages ?? []).map((line) => /^Program (\w+) failed: /.exec(line)?.[1]).find(Boolean);
      return { signature, succeeded: err === null, error: err === null ? undefined : errorOf(err), program };
    }
    if (expired) {
      return { signature, succeeded: false, error: NOT_INCLUDED };
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

function errorOf(err: unknown): number | string {
  const detail = (err as { InstructionError?: readonly [unknown, unknown] }).InstructionError?.[1] ?? err;
  const custom = (detail as { Custom?: bigint | number }).Custom;
  return custom === undefined ? (typeof detail === "string" ? detail : (Object.keys(detail as object)[0] ?? "")) : Number(custom);
}
