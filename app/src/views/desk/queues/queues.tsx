/** The inbox of the desk: what waits for who is connected, what waits for others or for time, and a way to add to it. */
import { isInForce } from "@scrip/client";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { ActionEntry } from "../actions/action-entry.tsx";
import { ActsProvider, OutcomeOfGone } from "./acts.tsx";
import { ChangeEntry } from "./change-entry.tsx";
import { MintEntry } from "./mint-entry.tsx";
import { isMine } from "./offers.ts";
import { PayoutEntry } from "./payout-entry.tsx";
import { ProposeChange } from "./propose/propose-change.tsx";
import { AT_FORM } from "./propose/setting-form-view.tsx";
import { type AnyTask, type Inbox, useInbox } from "./tasks.ts";
import styles from "./queues.module.css";

export default function Queues() {
  const reading = useInbox();
  const inbox = reading.status === "known" ? reading.value : undefined;
  const mine = inbox?.tasks.filter(isMine);
  const others = inbox?.tasks.filter((task) => !isMine(task));
  return (
    <ActsProvider>
      {inbox ? <OutcomeOfGone present={[AT_FORM, ...inbox.tasks.map(({ key }) => key)]} /> : null}
      <Panel title={`For you to do${mine?.length ? ` (${mine.length})` : ""}`} reading={reading}>
        {mine && inbox ? (
          <Entries of={mine} inbox={inbox}>
            <Empty title="Nothing waits for you">
              What another member of staff proposes and you may check comes up here, and what you may carry out when it is due.
            </Empty>
          </Entries>
        ) : reading.status === "failed" ? null : (
          <Skeleton width={60} />
        )}
      </Panel>
      <Panel
        title={`Waiting for others or for time${others?.length ? ` (${others.length})` : ""}`}
        about="Everybody sees these, and can read in each why it waits."
      >
        {others && inbox ? (
          <Others of={others} inbox={inbox} />
        ) : reading.status === "failed" ? null : (
          <Skeleton width={60} />
        )}
      </Panel>
      <ProposeChange />
    </ActsProvider>
  );
}

/** What is in force already and waits for its books to be closed is many and never urgent. */
function Others({ of, inbox }: { readonly of: readonly AnyTask[]; readonly inbox: Inbox }) {
  const toSettle = of.filter((task) => task.kind === "action" && isInForce(task.of.action.data, inbox.now));
  const rest = of.filter((task) => !toSettle.includes(task));
  return (
    <>
      <Entries of={rest} inbox={inbox}>
        <Empty title="Nothing waits">Changes that loosen, mints above the threshold and corporate actions wait here, where everybody sees them.</Empty>
      </Entries>
      {toSettle.length > 0 ? (
        <details className={styles.settle}>
          <summary>In force, and to be settled some time ({toSettle.length})</summary>
          <Entries of={toSettle} inbox={inbox}>
            {null}
          </Entries>
        </details>
      ) : null}
    </>
  );
}

function Entries({ of, inbox, children }: { readonly of: readonly AnyTask[]; readonly inbox: Inbox; readonly children: React.ReactNode }) {
  if (of.length === 0) {
    return children;
  }
  return (
    <ul className={styles.list}>
      {of.map((task) => (
        <li key={task.key}>
          <AnyEntry task={task} inbox={inbox} />
        </li>
      ))}
    </ul>
  );
}

function AnyEntry({ task, inbox: { shares, now } }: { readonly task: AnyTask; readonly inbox: Inbox }) {
  switch (task.kind) {
    case "change":
      return <ChangeEntry task={task} shares={shares} now={now} />;
    case "mint":
      return <MintEntry task={task} now={now} />;
    case "payout":
      return <PayoutEntry payout={task.payout} of={task.of} />;
    case "action":
      return <ActionEntry task={task} now={now} />;
  }
}
