/** What a transaction did: whether it succeeded, what it cost, the events that the Scrip programs tell of it, and its logs. */
import { TransactionFailedError } from "@scrip/client";
import { type Signature, isSignature } from "@solana/kit";
import { type Reading, valueOf } from "../../chain/reading.ts";
import { explainFailure } from "../../explain.ts";
import { Page } from "../../shell/page.tsx";
import { AddressText } from "../../ui/address.tsx";
import { grouped } from "../../ui/amount.tsx";
import { Badge, Notice } from "../../ui/controls.tsx";
import { Empty, Fact, Facts, Panel } from "../../ui/panel.tsx";
import { Time } from "../../ui/time.tsx";
import { Events } from "./events.tsx";
import styles from "./fields.module.css";
import { type Included, useTransaction } from "./transaction-reading.ts";
import { Waiting } from "./waiting.tsx";
import { Whole } from "./whole.tsx";

export default function TransactionPage({ signature }: { readonly signature: string }) {
  return isSignature(signature) ? <TransactionOf key={signature} signature={signature} /> : <NoSignature text={signature} />;
}

function TransactionOf({ signature }: { readonly signature: Signature }) {
  const reading = useTransaction(signature);
  const found = valueOf(reading);
  const failure = found?.outcome instanceof TransactionFailedError ? found.outcome.failure : undefined;
  const problem = failure && explainFailure(failure, "after");
  const aside = found ? problem ? <Badge tone="bad">failed</Badge> : <Badge tone="good">succeeded</Badge> : null;
  return (
    <Page title="Transaction" aside={aside}>
      <Panel title="The transaction" reading={reading}>
        <Facts>
          <Fact name="Signature">
            <Whole text={signature} what="signature" />
          </Fact>
          {reading.status === "known" && !found ? null : <Costs of={found} reading={reading} />}
        </Facts>
        <div className={styles.after}>
          {reading.status === "known" && !found ? (
            <Empty title="The node knows no such transaction">
              It may not be included yet: this page goes on asking. If it is older than a few minutes, it was never included, or the node
              has forgotten it.
            </Empty>
          ) : null}
          {problem ? (
            <Notice tone="bad" title={problem.title}>
              {problem.detail} {problem.code === undefined ? null : `(code ${problem.code})`}
            </Notice>
          ) : null}
        </div>
      </Panel>
      {found && !(found.outcome instanceof TransactionFailedError) ? <Events of={found.outcome.events} /> : null}
      {found ? <Logs lines={found.outcome.logs} /> : null}
    </Page>
  );
}

function Costs({ of, reading }: { readonly of?: Included; readonly reading: Reading<unknown> }) {
  const waiting = <Waiting on={reading} width={12} />;
  return (
    <>
      <Fact name="Time">{of ? of.at === undefined ? "not known to the node" : <Time at={of.at} /> : waiting}</Fact>
      <Fact name="Slot">{of ? grouped(of.slot.toString()) : waiting}</Fact>
      <Fact name="Fee payer">{of ? of.feePayer ? <AddressText of={of.feePayer} /> : "none" : waiting}</Fact>
      <Fact name="Fee">{of ? `${grouped(of.fee.toString())} lamports` : waiting}</Fact>
      <Fact name="Compute units">{of ? grouped(of.outcome.computeUnits.toString()) : waiting}</Fact>
    </>
  );
}

function Logs({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Panel title="Logs">
      <details className={styles.fold}>
        <summary>{lines.length} lines that the programs and the runtime have written</summary>
        <pre className={styles.block} tabIndex={0} role="region" aria-label="Lines of the log">
          <code>{lines.join("\n")}</code>
        </pre>
      </details>
    </Panel>
  );
}

function NoSignature({ text }: { readonly text: string }) {
  return (
    <Page title="Transaction">
      <Notice tone="warn" title="This is no signature">
        <span className={styles.whole}>{text}</span> is not what signatures on Solana look like: 64 to 88 letters and digits. Part of it
        may have been lost when it was copied.
      </Notice>
    </Page>
  );
}
