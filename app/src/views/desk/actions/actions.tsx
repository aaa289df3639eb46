/** Corporate actions at the desk: announced by a maker, approved by a checker, scheduled; and those that are over. */
import { Permission } from "@scrip/client";
import { isAddress } from "@solana/kit";
import { useState } from "react";
import { useActions } from "../../../chain/actions.ts";
import { stageOf } from "../../../chain/calendar.ts";
import { useNow } from "../../../chain/clock.ts";
import { may, useDuties } from "../../../chain/duties.ts";
import { valueOf } from "../../../chain/reading.ts";
import { useShares } from "../../../chain/share.ts";
import { AddressText, short } from "../../../ui/address.tsx";
import { Button } from "../../../ui/controls.tsx";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { StageBadge } from "../../../ui/stage-badge.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import { actionName } from "../../../words/actions.ts";
import { ActsProvider, OutcomeOfGone } from "../queues/acts.tsx";
import styles from "../queues/queues.module.css";
import { isOver, useJudged } from "../queues/tasks.ts";
import { ActionEntry } from "./action-entry.tsx";
import { actionTask } from "./action-task.ts";
import { termsByName } from "./terms.ts";
import own from "./actions.module.css";
import { AT_ANNOUNCEMENT, AnnounceForm } from "./announce-form.tsx";

export default function Actions() {
  const [open, setOpen] = useState(false);
  const [actions, now] = [useActions(), useNow()];
  const [duties, shares] = [valueOf(useDuties()), valueOf(useShares())];
  const all = valueOf(actions);
  const current = all?.filter(({ action }) => !isOver(action.data));
  const over = all?.filter(({ action }) => isOver(action.data)) ?? [];
  const tasks = useJudged(current && duties && now !== undefined ? current.map((of) => actionTask(of, duties, now)) : undefined);
  const maker = duties && now !== undefined && may(duties, Permission.CorporateActions, now);
  const tools = maker ? (
    <Button look={open ? "plain" : "primary"} aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? "Close the form" : "Announce an action"}
    </Button>
  ) : null;
  return (
    <ActsProvider>
      {tasks ? <OutcomeOfGone present={[AT_ANNOUNCEMENT, ...tasks.map(({ key }) => key)]} /> : null}
      <Panel title="Announce" tools={tools}>
        {open && shares && maker ? (
          <AnnounceForm shares={shares} />
        ) : (
          <p className={styles.note}>
            {maker === false ? "Announcing takes a role for corporate actions. " : ""}Splits, bonus issues, and dividends in shares or reinvested
            have a form here. What is paid out, offered, exchanged or renamed is announced on the command line, with{" "}
            <code>scrip action announce</code> (docs/corporate-actions.md), and approved and scheduled here like all others.
          </p>
        )}
      </Panel>
      <Panel title="Not over yet" reading={actions} about="An action needs nobody to take effect: once scheduled, the chain's clock does it.">
        {tasks && now !== undefined ? (
          tasks.length > 0 ? (
            <ul className={styles.list}>
              {tasks.map((task) => (
                <li key={task.key}>
                  <ActionEntry task={task} now={now} />
                </li>
              ))}
            </ul>
          ) : (
            <Empty title="Nothing is announced">What the company does to its shares is announced here, and seen by everybody from then on.</Empty>
          )
        ) : actions.status === "failed" ? null : (
          <Skeleton width={60} />
        )}
        {over.length > 0 && now !== undefined ? (
          <details className={own.past}>
            <summary>Settled and cancelled ({over.length})</summary>
            <Table
              caption="Corporate actions that are over"
              rows={[...over].reverse()}
              keyOf={({ action }) => action.address}
              columns={[
                { name: "Action", cell: ({ share, action }) => <AddressText of={action.address} name={`${actionName(action.data)} of ${share.symbol}`} /> },
                { name: "Terms", cell: ({ action, decimals }) => termsByName(action.data.terms, decimals).map(([name, value]) => <div key={name}>{name}: {isAddress(value) ? short(value) : value}</div>) },
                { name: "In force from", cell: ({ action }) => <Time at={action.data.dates.effectiveAt} /> },
                { name: "State", cell: ({ action }) => <StageBadge of={stageOf(action.data, now)} /> },
              ]}
            />
          </details>
        ) : null}
      </Panel>
    </ActsProvider>
  );
}
