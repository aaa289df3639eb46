/** What the chain would say to a transfer, asked again with every change and every few seconds. */
import { type PlannedTransfer, type Side, type TransferVerdict, canTransfer } from "@scrip/client";
import { useEffect, useState } from "react";
import { type Reading, useReading } from "../../../chain/reading.ts";
import { Notice } from "../../../ui/controls.tsx";
import styles from "../holder.module.css";

/** Loading while nothing is planned. */
export function useVerdict(planned: PlannedTransfer | undefined): Reading<TransferVerdict> {
  return useReading(
    ["verdict", ...(planned ? [planned.mint, JSON.stringify(planned.from), JSON.stringify(planned.to), planned.amount.toString()] : [])],
    async (node) => {
      if (!planned) {
        throw new Error("no transfer is planned");
      }
      // The verdict is of this slot or a later one.
      const slot = await node.getSlot({ commitment: "confirmed" }).send();
      return { slot, value: await canTransfer(node, planned) };
    },
    { enabled: planned !== undefined },
  );
}

/** Only a verdict of now counts: what the node cannot be asked again is not known. */
export function isAllowed(verdict: Reading<TransferVerdict>): boolean {
  return verdict.status === "known" && !verdict.stale && verdict.value.allowed;
}

/** So many milliseconds of quiet before the node is asked. */
const QUIET = 300;

export function useDebounced<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), QUIET);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const WHOM: Readonly<Record<Side, string>> = {
  asset: "It is about the share",
  sender: "It is about you, the sender",
  recipient: "It is about the recipient",
  transaction: "It is about the transaction",
};

interface VerdictProps {
  readonly of: Reading<TransferVerdict>;
  readonly complete: boolean;
  /** All is typed, and the node is about to be asked. */
  readonly waiting: boolean;
  /** What has to be known before it can be asked could not be read. */
  readonly unknown: boolean;
}

export function Verdict({ of, complete, waiting, unknown }: VerdictProps) {
  if (unknown) {
    return <NotKnown />;
  }
  if (!complete) {
    return <Notice live>{waiting ? "Asking the node whether this transfer would go through…" : "Fill in amount and recipient: the verdict appears here, before you sign."}</Notice>;
  }
  if (of.status === "loading") {
    return <Notice live>Asking the node whether this transfer would go through…</Notice>;
  }
  if (of.status === "failed" || of.stale) {
    return <NotKnown />;
  }
  const { value: verdict, slot } = of;
  if (verdict.allowed) {
    return (
      <Notice live tone="good" title="This transfer would go through">
        <span title={`As of slot ${slot} or later`}>Share, sender and recipient have been checked on chain, by the rules as they are now.</span>
      </Notice>
    );
  }
  return (
    <Notice live tone="bad" title="This transfer would be refused">
      {verdict.sentence}{" "}
      <span className={styles.why}>
        {WHOM[verdict.side]} (code {verdict.code ?? verdict.name}).
      </span>
    </Notice>
  );
}

function NotKnown() {
  return (
    <Notice live tone="warn" title="It is not known whether this transfer would go through">
      The node does not answer. It is asked again every few seconds; until then nothing can be sent.
    </Notice>
  );
}
