/**
 * What happens between a button and the chain: the instructions are made, tried on the node, shown to the wallet,
 * sent, and watched until it is known what became of them. While one act is under way no other begins.
 */
import { type Receipt, foresee, sign } from "@scrip/client";
import type { Instruction, Signature, TransactionSigner } from "@solana/kit";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { deliver, signedBy } from "./chain/deliver.ts";
import { useConsole } from "./context.ts";
import { type Problem, explain, explainFailure, explainSent, explainWallet } from "./explain.ts";
import { leaveBehind } from "./left-behind.ts";
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
  const tell = useTeller(setState);
  const signer = connected?.signer;
  const wallet = connected?.wallet.name ?? "The wallet";

  const run: Act["run"] = useCallback(
    async (instructions) => {
      if (!signer || under.current) {
        return undefined;
      }
      under.current = true;
      let step: Progress = "preparing";
      try {
        tell({ step });
        const made = await instructions(signer);
        const failure = await foresee(node, signer.address, made);
        if (failure) {
          tell({ step: "failed", problem: explainFailure(failure, "before") });
          return undefined;
        }
        const { value: lifetime } = await node.getLatestBlockhash({ commitment: "confirmed" }).send();
        step = "signing";
        tell({ step });
        const signed = signedBy(await sign(signer, made, lifetime), lifetime);
        step = signed.signature;
        tell({ step: "sending", signature: step });
        const receipt = await deliver(node, signed);
        tell({ step: "done", receipt });
        return receipt;
      } catch (error) {
        if (step === "signing" && isDeclined(error)) {
          tell({ step: "declined" });
        } else {
          tell({ step: "failed", problem: problemAt(step, error, wallet) });
        }
        return undefined;
      } finally {
        under.current = false;
        // Everything on the page may be different now.
        void queries.invalidateQueries({ queryKey: ["chain"] });
      }
    },
    [node, signer, wallet, queries, tell],
  );
  const reset = useCallback(() => setState({ step: "idle" }), []);
  return { state, busy: isUnderWay(state), run, reset };
}

/** Tells the view how the act stands; and once the view is gone, the corner of the page. */
function useTeller(show: (state: ActState) => void): (state: ActState) => void {
  const act = useRef({ left: false, last: { step: "idle" } as ActState });
  useEffect(() => {
    const { current } = act;
    current.left = false;
    return () => {
      current.left = true;
      if (isUnderWay(current.last)) {
        leaveBehind(current, current.last);
      }
    };
  }, []);
  return useCallback(
    (state) => {
      act.current.last = state;
      if (act.current.left) {
        leaveBehind(act.current, state);
      } else {
        show(state);
      }
    },
    [show],
  );
}

function isUnderWay({ step }: ActState): boolean {
  return step === "preparing" || step === "signing" || step === "sending";
}

/** How far it has come: a signature, once there is one. */
type Progress = "preparing" | "signing" | Signature;

function problemAt(step: Progress, error: unknown, wallet: string): Problem {
  switch (step) {
    case "preparing":
      return explain(error);
    case "signing":
      return explainWallet(error, wallet);
    default:
      return explainSent(error, step);
  }
}
