/**
 * Puts rows on the register, round by round: what is missing is read from the chain and packed, the wallet signs some
 * transactions at once, and each is sent until it is known what became of it. Nothing is remembered but the chain, so
 * that a closed tab loses nothing; and a record that exists cannot be created, so that nothing happens twice.
 */
import { TransactionExpiredError, TransactionFailedError, foresee, packOnboarding } from "@scrip/client";
import type { Address, TransactionSigner } from "@solana/kit";
import { throughOutages } from "../../../chain/deliver.ts";
import type { Node } from "../../../chain/rpc.ts";
import { type Problem, explain, explainFailure } from "../../../explain.ts";
import { isDeclined } from "../../../wallet/standard.ts";
import { type Signed, signAll } from "./batches.ts";
import { compare } from "./compare.ts";
import type { Row } from "./holder-file.ts";

/** Transactions for which the wallet is asked at once: they have to be signed and sent before their blockhash is old. */
export const AT_ONCE = 25;
/** More wallets than one transaction has room for. */
export const MORE_THAN_FIT = 10;
const WINDOW = AT_ONCE * MORE_THAN_FIT;

export type Stage = "reading" | "signing" | "sending";

export interface ImportOrder {
  readonly node: Node;
  readonly signer: TransactionSigner;
  readonly registry: Address;
  /** Those that were not on the register when the file was checked. */
  readonly rows: readonly Row[];
  /** Aborted: what is under way is finished, and nothing more is begun. */
  readonly pause: AbortSignal;
  readonly onStage: (stage: Stage, transactions: number) => void;
  /** So many of the rows are on the register by now. */
  readonly onRegistered: (count: number) => void;
}

export type Outcome = { readonly end: "complete" } | { readonly end: "paused" } | { readonly end: "declined" } | { readonly end: "stopped"; readonly problem: Problem };

export async function runImport(order: ImportOrder): Promise<Outcome> {
  const backlog = new Backlog(order);
  try {
    for (;;) {
      const outcome = await round(order, backlog);
      if (outcome) {
        return outcome;
      }
    }
  } catch (error) {
    return { end: "stopped", problem: explain(error) };
  }
}

/** Which rows are still to be done. */
class Backlog {
  private unread: readonly Row[];
  private missing: readonly Row[] = [];
  private registered = 0;

  constructor(private readonly order: ImportOrder) {
    this.unread = order.rows;
  }

  /** Rows that are not on the register, enough for a round; none: everything is done. */
  async next(): Promise<readonly Row[]> {
    const { node, registry } = this.order;
    while (this.missing.length < WINDOW && this.unread.length > 0) {
      const chunk = this.unread.slice(0, WINDOW);
      const { absent } = await throughOutages(() => compare(node, registry, chunk));
      this.unread = this.unread.slice(WINDOW);
      this.missing = [...this.missing, ...absent];
      this.done(chunk.length - absent.length);
    }
    return this.missing.slice(0, WINDOW);
  }

  done(count: number): void {
    this.registered += count;
    this.order.onRegistered(this.registered);
  }

  /** The first so many rows were sent; what became of these is to be read again. */
  sent(count: number, unsure: readonly Row[]): void {
    this.missing = this.missing.slice(count);
    this.unread = [...unsure, ...this.unread];
  }
}

/** `undefined`: there is more to do. */
async function round({ node, signer, registry, pause, onStage }: ImportOrder, backlog: Backlog): Promise<Outcome | undefined> {
  onStage("reading", 0);
  const missing = await backlog.next();
  if (missing.length === 0 || pause.aborted) {
    return { end: missing.length === 0 ? "complete" : "paused" };
  }
  const batches = (await packOnboarding({ officer: signer, payer: signer, registry }, missing)).slice(0, AT_ONCE);
  const [first] = batches;
  const refusal = first && (await throughOutages(() => foresee(node, signer.address, [first.instruction])));
  if (refusal) {
    return { end: "stopped", problem: explainFailure(refusal, "before") };
  }
  const { value: lifetime } = await throughOutages(() => node.getLatestBlockhash({ commitment: "confirmed" }).send());
  onStage("signing", batches.length);
  const signed = await signAll(signer, batches, lifetime).catch((error: unknown) => {
    if (isDeclined(error)) {
      return undefined;
    }
    throw error;
  });
  if (!signed) {
    return { end: "declined" };
  }
  onStage("sending", signed.length);
  const failures = await send(node, signed, missing, backlog);
  const strange = failures.find((error) => !(error instanceof TransactionFailedError || error instanceof TransactionExpiredError));
  // Somebody else may have onboarded a wallet, or the signing took long: the next round sees. Without any success it would not end.
  return strange || failures.length === signed.length ? { end: "stopped", problem: explain(strange ?? failures[0]) } : undefined;
}

/** Returns why some did not come through. */
async function send(node: Node, signed: readonly Signed[], missing: readonly Row[], backlog: Backlog): Promise<readonly unknown[]> {
  const results = await Promise.allSettled(signed.map(async (one) => {
    await one.send(node);
    backlog.done(one.size);
  }));
  let start = 0;
  const unsure: Row[] = [];
  signed.forEach(({ size }, index) => {
    if (results[index]?.status === "rejected") {
      unsure.push(...missing.slice(start, start + size));
    }
    start += size;
  });
  backlog.sent(start, unsure);
  return results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
}
