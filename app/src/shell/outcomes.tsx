/** How acts stand whose view was left: in a corner, until the outcome is known and read. */
import { dismiss, useLeftBehind } from "../left-behind.ts";
import { ActStatus } from "../ui/act-status.tsx";
import { Button } from "../ui/controls.tsx";
import styles from "./outcomes.module.css";

export function Outcomes() {
  const acts = [...useLeftBehind()];
  return (
    <ul className={styles.corner} aria-label="What you began elsewhere">
      {acts.map(([act, state], index) => (
        <li key={index} className={styles.outcome}>
          <ActStatus act={{ state }} done="What you began before is in a block." />
          {state.step === "done" || state.step === "failed" || state.step === "declined" ? (
            <Button onClick={() => dismiss(act)}>Close</Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
