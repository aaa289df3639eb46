/** What a refused transfer means for a person: whom it concerns, and in a sentence what is the matter and what to do. */
import type { Address } from "@solana/kit";
import { type Failure, refusalOf } from "./errors.ts";
import { SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS } from "./generated/transferHook/index.ts";
import { type TransferOfShares, tokenWords } from "./token-refusal.ts";
import { policysWords } from "./policy-refusal.ts";

/**
 * Whom a refusal concerns: the asset and its policy, one of the two holders, or the transaction itself, as when nobody
 * can pay its fee.
 */
export type Side = "asset" | "sender" | "recipient" | "transaction";

export interface Allowed {
  readonly allowed: true;
  readonly code: 0;
  readonly side?: undefined;
  readonly sentence: string;
}

export interface Refused {
  readonly allowed: false;
  /** The code of the program that refuses; `undefined` where the runtime does, by a name alone. */
  readonly code: number | undefined;
  /** For programs, e.g. `SourceExpired` or `InvalidAccountData`. */
  readonly name: string;
  /** The program that refuses; `undefined` where the transaction would not even be started. */
  readonly program: Address | undefined;
  readonly side: Side;
  readonly sentence: string;
}

/** Whether a transfer can be made, and if not, why. */
export type TransferVerdict = Allowed | Refused;

export const ALLOWED: Allowed = { allowed: true, code: 0, sentence: "The transfer can be made." };

/** The words for a failure of this transfer. */
export function refusedBy(failure: Failure, transfer: TransferOfShares): Refused {
  const { code, program, builtin } = failure;
  const hook = program === SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS && code !== undefined ? refusedByHook(code, transfer) : undefined;
  const words = hook ?? tokenWords(failure, transfer);
  const name = words?.name ?? failure.reason?.name ?? builtin ?? "Unknown";
  const sentence = words?.sentence ?? `The transfer would fail: ${failure.reason?.text ?? name}.`;
  return { allowed: false, code, name, program, side: words?.side ?? "transaction", sentence };
}

/** The words for a code of the hook, which `check_transfer` answers too. */
export function refusedByHook(code: number, transfer?: Pick<TransferOfShares, "policy" | "amount">): Refused | undefined {
  const reason = refusalOf(code);
  if (!reason) {
    return undefined;
  }
  const value = transfer ? policysWords(code, transfer) : "";
  const sentence = `${reason.text}${value}.`;
  return { allowed: false, code, name: reason.name, program: SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS, side: sideOf(code, reason.name), sentence };
}

const SENDERS = 6200;
const RECIPIENTS = 6300;

/** The hundreds tell, and among the first, which are about accounts, the name. */
function sideOf(code: number, name: string): Side {
  if (code >= RECIPIENTS || name.startsWith("Destination")) {
    return "recipient";
  }
  return code >= SENDERS || name.startsWith("Source") ? "sender" : "asset";
}
