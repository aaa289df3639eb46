/** The line across the page while the node does not answer. */
import { useHealth } from "../chain/health.ts";
import { ageOf, useClockOfReader } from "../ui/as-of.tsx";
import styles from "./shell.module.css";

export function Connection() {
  const { failure, answeredAt } = useHealth();
  const now = useClockOfReader(failure !== undefined);
  const age = ageOf(Math.max(0, Math.round((now - answeredAt) / 1000)));
  return (
    <div className={failure === undefined ? undefined : styles.connection}>
      {failure === undefined ? null : (
        <p>
          <strong>The node {failure}.</strong> {answeredAt > 0 ? <span className={styles.age}>What you see is {age} old.</span> : null}
        </p>
      )}
      {/* Read out when it appears, and not again with every second of age. */}
      <p role="status">{failure === undefined ? "" : "The page goes on asking. Nothing new is sent meanwhile."}</p>
    </div>
  );
}
