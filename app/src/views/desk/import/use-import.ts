/** An import as the page sees it: checked, forecast, under way, paused, done. */
import { packOnboarding } from "@scrip/client";
import type { Address, TransactionSigner } from "@solana/kit";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Node } from "../../../chain/rpc.ts";
import { useConsole } from "../../../context.ts";
import { type Problem, explain } from "../../../explain.ts";
import { type Compared, compare, notWallets } from "./compare.ts";
import { type Fault, type Row, type Rules, readHolders } from "./holder-file.ts";
import { AT_ONCE, MORE_THAN_FIT, type Outcome, type Stage, runImport } from "./importer.ts";

export interface Plan {
  readonly rows: readonly Row[];
  readonly compared: Compared;
  readonly transactions: number;
  /** How often the wallet asks. */
  readonly questions: number;
  /** Lamports: deposits for the records, which come back when they are closed, and the network's fees. */
  readonly rent: bigint;
  readonly fees: bigint;
  /** Lamports that the connected wallet has. */
  readonly balance: bigint;
}

export interface Progress {
  readonly plan: Plan;
  /** Rows of the file that are on the register by now. */
  readonly registered: number;
  readonly stage: Stage;
  /** Transactions that are being signed or sent. */
  readonly transactions: number;
  readonly pausing: boolean;
  /** Once it has ended. */
  readonly outcome?: Outcome;
}

export type ImportState =
  | { readonly step: "idle" }
  | { readonly step: "checking" }
  | { readonly step: "faulty"; readonly faults: readonly Fault[] }
  | { readonly step: "failed"; readonly problem: Problem }
  | { readonly step: "ready"; readonly plan: Plan }
  | { readonly step: "running"; readonly progress: Progress };

export interface Import {
  readonly state: ImportState;
  check(file: Uint8Array, rules: Rules, signer: TransactionSigner, registry: Address): Promise<void>;
  /** Also continues. */
  start(plan: Plan, signer: TransactionSigner, registry: Address): Promise<void>;
  pause(): void;
  reset(): void;
}

export function useImport(): Import {
  const { node } = useConsole();
  const queries = useQueryClient();
  const [state, setState] = useState<ImportState>({ step: "idle" });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const advance = (change: (now: Progress) => Partial<Progress>) =>
    setState((now) => (now.step === "running" ? { step: "running", progress: { ...now.progress, ...change(now.progress) } } : now));
  return {
    state,
    async check(file, rules, signer, registry) {
      setState({ step: "checking" });
      setState(await check(node, file, rules, signer, registry).catch((error: unknown): ImportState => ({ step: "failed", problem: explain(error) })));
    },
    async start(plan, signer, registry) {
      const controller = new AbortController();
      stop.current = controller;
      const rows = plan.compared.absent;
      const already = plan.rows.length - rows.length;
      setState((now) => {
        const registered = now.step === "running" ? now.progress.registered : already;
        return { step: "running", progress: { plan, registered, stage: "reading", transactions: 0, pausing: false } };
      });
      const onStage = (stage: Stage, transactions: number) => advance(() => ({ stage, transactions }));
      // Nobody leaves the register by an import: while it is read again, what was known stays known.
      const onRegistered = (count: number) => advance(({ registered }) => ({ registered: Math.max(registered, already + count) }));
      const outcome = await runImport({ node, signer, registry, rows, pause: controller.signal, onStage, onRegistered });
      advance(() => ({ outcome }));
      void queries.invalidateQueries({ queryKey: ["chain"] });
    },
    pause() {
      stop.current?.abort();
      advance(() => ({ pausing: true }));
    },
    reset: () => setState({ step: "idle" }),
  };
}

/** Bytes of a record. */
const RECORD = 128n;
/** Lamports for each signature. */
const FEE = 5_000n;

async function check(node: Node, file: Uint8Array, rules: Rules, signer: TransactionSigner, registry: Address): Promise<ImportState> {
  const read = await readHolders(file, rules);
  if ("faults" in read) {
    return { step: "faulty", faults: read.faults };
  }
  const { rows } = read;
  const [compared, owned] = await Promise.all([compare(node, registry, rows), notWallets(node, rows)]);
  const faults = [...compared.faults, ...owned].sort((one, other) => one.line - other.line);
  if (faults.length > 0) {
    return { step: "faulty", faults };
  }
  const newcomers = compared.absent;
  // All newcomers take as much room as one another.
  const [full] = await packOnboarding({ officer: signer, payer: signer, registry }, newcomers.slice(0, MORE_THAN_FIT));
  const transactions = full ? Math.ceil(newcomers.length / full.size) : 0;
  const [each, { value: balance }] = await Promise.all([
    node.getMinimumBalanceForRentExemption(RECORD).send(),
    node.getBalance(signer.address, { commitment: "confirmed" }).send(),
  ]);
  const costs = { rent: each * BigInt(newcomers.length), fees: FEE * BigInt(transactions), balance };
  return { step: "ready", plan: { rows, compared, transactions, questions: Math.ceil(transactions / AT_ONCE), ...costs } };
}
