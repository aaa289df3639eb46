/**
 * What happens between a button and the chain: the instructions are made, tried on the node, shown to the wallet,
 * sent, and watched until it is known what became of them. While one act is under way no other begins.
 */
import {
  type Receipt,
  TransactionExpiredError,
  TransactionTimeoutError,
  foresee,
  sendSignedAndConfirm,
  sign,
} from "@scrip/client";
import { type Instruction, type Signature, type TransactionSigner, getBase64EncodedWireTransaction, getSignatureFromTransaction } from "@solana/kit";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useConsole } from "./context.ts";
import { type Problem, explain, explainFailure } from "./explain.ts";
import { isDeclined } from "./wallet/standard.ts";
import { useWallet } from "./wallet/context.tsx";

export type ActState =
  | { readonly step: "idle" }
  | { readonly step: "preparing" }
  /** The wallet asks the person. */
  | { readonly step: "signing" }
  | { readonly step: "sending"; readonly signature: Signature }
  | { readonly step: "done"; readonly receipt: Receipt }
  | { readonly step: "declined" }
  /** Nothing has happened on chain, or the problem says what. */
  | { readonly step: "failed"; readonly problem: Problem };

export interface Act {
  readonly state: ActState;
  readonly busy: boolean;
  /** Makes the instructions for the connected wallet, and carries them out. Resolves with the receipt, if it came to that. */
  run(instructions: (signer: TransactionSigner) => Promise<readonly Instruction[]>): Promise<Receipt | undefined>;
  reset(): void;
}

export function useAct(): Act {
  const { node } = useConsole();
  const { connected } = useWallet();
  const queries = useQueryClient();
  const [state, setState] = useState<ActState>({ step: "idle" });
  const under = useRef(false);
  const signer = connected?.signer;

  const run: Act["run"] = useCallback(
    async (instructions) => {
      if (!signer || under.current) {
        return undefined;
      }
      under.current = true;
      let signing = false;
      try {
        setState({ step: "preparing" });
        const made = await instructions(signer);
        const failure = await foresee(node, signer.address, made);
        if (failure) {
          setState({ step: "failed", problem: explainFailure(failure, "before") });
          return undefined;
        }
        const { value: lifetime } = await node.getLatestBlockhash({ commitment: "confirmed" }).send();
        signing = true;
        setState({ step: "signing" });
        const transaction = await sign(signer, made, lifetime);
        signing = false;
        const signature = getSignatureFromTransaction(transaction);
        setState({ step: "sending", signature });
        const wire = getBase64EncodedWireTransaction(transaction);
        const receipt = await throughOutages(() => sendSignedAndConfirm(node, { lifetime, signature, wire }));
        setState({ step: "done", receipt });
        return receipt;
      } catch (error) {
        setState(signing && isDeclined(error) ? { step: "declined" } : { step: "failed", problem: explain(error) });
        return undefined;
      } finally {
        under.current = false;
        // Everything on the page may be different now.
        void queries.invalidateQueries({ queryKey: ["chain"] });
      }
    },
    [node, signer, queries],
  );
  const reset = useCallback(() => setState({ step: "idle" }), []);
  const busy = state.step === "preparing" || state.step === "signing" || state.step === "sending";
  return { state, busy, run, reset };
}

/** Once signed, an outage of the node says nothing about the transaction: the same bytes are sent and asked for again. */
export async function throughOutages<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      const known = error instanceof TransactionExpiredError || error instanceof TransactionTimeoutError;
      if (known || !isOutage(error)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError") || isHttp(error);
}

function isHttp(error: unknown): boolean {
  return typeof (error as { context?: { statusCode?: unknown } }).context?.statusCode === "number";
}
