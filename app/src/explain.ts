/** Errors in words for a person: what happened, what has not, and what to do. */
import { type Failure, TransactionExpiredError, TransactionFailedError, TransactionTimeoutError, remedyOf } from "@scrip/client";
import type { Signature } from "@solana/kit";
import { OutageError } from "./chain/outage.ts";

export interface Problem {
  readonly title: string;
  readonly detail: string;
  /** The transaction, if one was sent. */
  readonly signature?: Signature;
  /** The program's code, for the desk's support and the docs. */
  readonly code?: number;
}

export function explain(error: unknown): Problem {
  if (error instanceof TransactionFailedError) {
    return { ...explainFailure(error.failure, "after"), signature: error.signature };
  }
  if (error instanceof TransactionExpiredError) {
    return {
      title: "The transaction was never included",
      detail: "It has expired, so nothing has happened and nothing will. It is safe to try again.",
      signature: error.signature,
    };
  }
  if (error instanceof TransactionTimeoutError) {
    return {
      title: "It is not known yet what became of the transaction",
      detail: "It was sent and may still be included. Open it before you try again, so that nothing happens twice.",
      signature: error.signature,
    };
  }
  if (error instanceof OutageError) {
    return {
      title: "The node does not answer",
      detail: `It ${error.what}. Nothing was signed or sent. Try again when the page shows fresh figures.`,
    };
  }
  return { title: "This could not be done", detail: sentence(error instanceof Error ? error.message : String(error)) };
}

/** The wallet was asked and did not sign, though the person has not declined. */
export function explainWallet(error: unknown, wallet: string): Problem {
  const why = error instanceof Error && error.message ? ` It says: ${sentence(error.message)}` : "";
  return { title: `${wallet} did not sign`, detail: `Nothing was sent.${why} Unlock it, look whether the right account is chosen there, and try again.` };
}

/** After signing: whatever else went wrong, the transaction is out, and may have been included. */
export function explainSent(error: unknown, signature: Signature): Problem {
  const known = [TransactionFailedError, TransactionExpiredError, TransactionTimeoutError].some((kind) => error instanceof kind);
  if (known) {
    return explain(error);
  }
  const why = error instanceof Error ? error.message : String(error);
  return {
    title: "The outcome could not be read",
    detail: `${sentence(why)} The transaction was sent. Open it before you try again, so that nothing happens twice.`,
    signature,
  };
}

/** `before`: the node was asked in advance, so nothing was signed. `after`: it was sent, and only the fee is gone. */
export function explainFailure(failure: Failure, when: "before" | "after"): Problem {
  const outcome = when === "before" ? "Nothing was signed or sent." : "Nothing has changed on chain but the network's fee.";
  return {
    title: when === "before" ? "This would be refused" : "This was refused",
    detail: `${causeOf(failure)} ${outcome}`,
    code: failure.code,
  };
}

/** Why, and what to do about it. */
export function causeOf({ code, reason, builtin, program }: Failure): string {
  const cause = reason ? sentence(reason.text) : `The network refuses it: ${builtin ?? `code ${code} of ${program}`}.`;
  const remedy = builtin === "AccountNotFound" ? NO_MONEY : reason && remedyOf(reason.name);
  return [cause, remedy && sentence(remedy)].filter(Boolean).join(" ");
}

const NO_MONEY = "the connected wallet has no SOL to pay the network's fee with: send it some first";

function sentence(text: string): string {
  const trimmed = text.trim().replace(/\.$/, "");
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}.`;
}
