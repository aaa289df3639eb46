/** The line across the page while the node does not answer. */
import { useHealth } from "../chain/health.ts";
import { ageOf, useClockOfReader } from "../ui/as-of.tsx";
import styles from "./shell.module.css";

export function Connection() {
  const { failure, answeredAt } = useHealth();
  const now = useClockOfReader(failure !== undefined);
  if (failure === undefined) {
    return <div role="status" />;
  }
  const age = ageOf(Math.max(0, Math.round((now - answeredAt) / 1000)));
  return (
    <div className={styles.connection} role="status">
      <p>
        The node does not answer: {failure}.{" "}
        {answeredAt > 0 ? `What you see is ${age} old. ` : ""}
        The page goes on asking; nothing you do is sent meanwhile.
      </p>
    </div>
  );
}
