/** An import under way: how many are on the register, what is happening, and the buttons that hold it and go on. */
import { Button, Notice } from "../../../ui/controls.tsx";
import { useHealth } from "../../../chain/health.ts";
import styles from "./import.module.css";
import { holders } from "./preview.tsx";
import type { Progress as State } from "./use-import.ts";

interface ProgressProps {
  readonly progress: State;
  readonly onPause: () => void;
  readonly onContinue: () => void;
  readonly onAnother: () => void;
}

export function Progress({ progress, onPause, onContinue, onAnother }: ProgressProps) {
  const { plan, registered, pausing, outcome } = progress;
  const total = plan.rows.length;
  return (
    <div className={styles.stack}>
      <div>
        <label className={styles.count} htmlFor="import-progress">
          {registered} of {holders(total)} on the register
        </label>
        <progress id="import-progress" className={styles.bar} max={total} value={registered} />
      </div>
      <Word of={progress} />
      <div className={styles.buttons}>
        {outcome ? null : (
          <Button onClick={onPause} disabled={pausing}>
            {pausing ? "Pausing…" : "Pause"}
          </Button>
        )}
        {outcome && outcome.end !== "complete" ? (
          <Button look="primary" onClick={onContinue}>
            Continue
          </Button>
        ) : null}
        {outcome ? <Button onClick={onAnother}>Open another file</Button> : null}
      </div>
    </div>
  );
}

function Word({ of: { plan, registered, stage, transactions, pausing, outcome } }: { readonly of: State }) {
  const { failure } = useHealth();
  const left = plan.rows.length - registered;
  switch (outcome?.end) {
    case "complete":
      return <Notice live tone="good" title="Done">Every wallet of the file is on the register.</Notice>;
    case "paused":
      return <Notice live tone="warn" title="Paused">{holders(left)} left. Continue now, or open the same file again another day: what is there is skipped.</Notice>;
    case "declined":
      return <Notice live tone="warn" title="You declined to sign">Nothing of these transactions was sent. {holders(left)} left.</Notice>;
    case "stopped":
      return (
        <Notice live tone="bad" title={outcome.problem.title}>
          {outcome.problem.detail} {outcome.problem.code === undefined ? "" : `(code ${outcome.problem.code}) `}What was confirmed stays; {holders(left)} left.
        </Notice>
      );
  }
  if (failure) {
    return <Notice live tone="warn" title="The node does not answer">The import goes on by itself when it does: what was signed is sent again unchanged, and nothing twice.</Notice>;
  }
  const held = pausing ? " Pausing after these." : "";
  switch (stage) {
    case "reading":
      return <Notice live>Reading the register…{held}</Notice>;
    case "signing":
      return <Notice live title="Confirm in your wallet">{counted(transactions)} at once. Nothing is sent before you sign.{held}</Notice>;
    case "sending":
      return <Notice live title="Sent">Waiting for the network to confirm {counted(transactions)}.{held}</Notice>;
  }
}

function counted(transactions: number): string {
  return transactions === 1 ? "1 transaction" : `${transactions} transactions`;
}
