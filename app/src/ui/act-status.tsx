/** What an act is doing, in one place below its button that does not jump. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Act } from "../act.ts";
import { Notice } from "./controls.tsx";
import { short } from "./address.tsx";

interface ActStatusProps {
  readonly act: Pick<Act, "state">;
  /** What is so now that it is done. */
  readonly done: ReactNode;
}

export function ActStatus({ act: { state }, done }: ActStatusProps) {
  switch (state.step) {
    case "idle":
      return null;
    case "preparing":
      return <Notice live>Asking the node what this would do…</Notice>;
    case "signing":
      return (
        <Notice live title="Confirm in your wallet">
          Nothing is sent before you sign.
        </Notice>
      );
    case "sending":
      return (
        <Notice live title="Sent">
          Waiting for the network to confirm <TransactionLink signature={state.signature} />
        </Notice>
      );
    case "done":
      return (
        <Notice live tone="good" title="Done">
          {done} <TransactionLink signature={state.receipt.signature} />
        </Notice>
      );
    case "declined":
      return (
        <Notice live tone="warn" title="You declined to sign">
          Nothing was sent, and nothing has changed.
        </Notice>
      );
    case "failed":
      return (
        <Notice live tone="bad" title={state.problem.title}>
          {state.problem.detail} {state.problem.code === undefined ? null : `(code ${state.problem.code}) `}
          {state.problem.signature ? <TransactionLink signature={state.problem.signature} /> : null}
        </Notice>
      );
  }
}

export function TransactionLink({ signature }: { readonly signature: string }) {
  return <Link href={`/transaction/${signature}`}>Transaction {short(signature)}</Link>;
}
