/** Cancelling an action, for ever, with a reason that everybody can read. */
import { cancelAction } from "@scrip/client";
import { addressesOf } from "../../../chain/share.ts";
import { useState } from "react";
import { Button } from "../../../ui/controls.tsx";
import { typed } from "../../../words/attempt.ts";
import { referenceOf } from "../../../words/reference.ts";
import { ReferenceField } from "../parts/reference-field.tsx";
import { useActs } from "../queues/acts.tsx";
import styles from "../queues/queues.module.css";
import type { ActionTask } from "./action-task.ts";

export function CancelAction({ task, about }: { readonly task: ActionTask; readonly about: string }) {
  const { act, run } = useActs();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const reason = typed(text, referenceOf).value;
  const { share, action } = task.of;
  const cancel = () => {
    if (reason) {
      run(task.key, {
        name: "Cancel",
        done: "The action is cancelled, for ever. The multiplier and the policy are as before.",
        instructions: async (actor) => [await cancelAction({ share: addressesOf(share), actor }, action.address, reason)],
      });
    }
  };
  return open ? (
    <div className={styles.reason}>
      <ReferenceField label="Why it is cancelled" value={text} onChange={setText} />
      <Button look="danger" disabled={!reason || act.busy} onClick={cancel}>
        Cancel for ever
      </Button>
      <Button onClick={() => setOpen(false)}>Keep it</Button>
    </div>
  ) : (
    <Button look="danger" aria-label={`Cancel: ${about}`} onClick={() => setOpen(true)}>
      Cancel…
    </Button>
  );
}
