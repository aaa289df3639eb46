/** A corporate action that is not over: what it does, how it stands, and what can be done about it. */
import { ActionState, isInForce } from "@scrip/client";
import { stageOf } from "../../../chain/calendar.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Badge, Notice } from "../../../ui/controls.tsx";
import { StageBadge } from "../../../ui/stage-badge.tsx";
import { Time } from "../../../ui/time.tsx";
import { actionName } from "../../../words/actions.ts";
import { OfferButtons } from "../queues/offer-buttons.tsx";
import { Entry } from "../queues/parts.tsx";
import styles from "../queues/queues.module.css";
import { ActionFacts } from "./action-facts.tsx";
import type { ActionTask } from "./action-task.ts";
import { CancelAction } from "./cancel-action.tsx";

export function ActionEntry({ task, now }: { readonly task: ActionTask; readonly now: bigint }) {
  const { share, action } = task.of;
  const { data, address } = action;
  const title = `${actionName(data)} of ${share.symbol}`;
  const stage = stageOf(data, now);
  const badges = (
    <>
      <StageBadge of={stage} />
      {stage === "in force" ? null : (
        <Badge>
          <Time at={data.dates.effectiveAt} relative />
        </Badge>
      )}
    </>
  );
  return (
    <Entry title={title} badges={badges} aside={<AddressText of={address} name={`Action ${data.sequence}`} />}>
      <ActionFacts of={task.of} />
      <Standing task={task} now={now} />
      <OfferButtons task={task} about={title}>
        {task.cancellable ? <CancelAction task={task} about={title} /> : null}
      </OfferButtons>
    </Entry>
  );
}

const SETTLING = "Settling closes the books on it, once all that it pays is paid. Anybody can.";
const SETTLING_NAMES = "Settling writes the new name into the mint. Anybody can.";

/** What time does by itself, and what it does not. */
function Standing({ task: { of, missed }, now }: { readonly task: ActionTask; readonly now: bigint }) {
  const { data } = of.action;
  if (missed) {
    return (
      <Notice tone="warn" title="Nobody scheduled it in time">
        It has no effect as it is. Cancel it, or amend it to another time with <code>scrip action amend</code>.
      </Notice>
    );
  }
  if (data.state !== ActionState.Scheduled) {
    return null;
  }
  return (
    <p className={`${styles.note} ${styles.standing}`}>
      {isInForce(data, now)
        ? `It is in force, by the chain's clock alone. ${data.terms.__kind === "Name" ? SETTLING_NAMES : SETTLING}`
        : "Nothing has to be done when its time comes: the chain's clock puts it in force by the second."}
    </p>
  );
}
