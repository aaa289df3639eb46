/** How a share stands, in a word, with the reason and the end of it below. */
import { Badge } from "../../ui/controls.tsx";
import { Time } from "../../ui/time.tsx";
import styles from "./public.module.css";
import { reasonInWords, type Standing } from "../../words/standing.ts";

interface StandingBadgeProps {
  readonly standing: Standing;
  /** Of a halt. */
  readonly haltReason: number;
}

export function StandingBadge({ standing, haltReason }: StandingBadgeProps) {
  const { kind, tone, meaning, until } = standing;
  const reason = kind === "halted" ? reasonInWords(haltReason) : undefined;
  return (
    <>
      <Badge tone={tone} title={meaning}>
        {kind}
      </Badge>
      {reason ? <span className={styles.second}>{reason}</span> : null}
      {until === undefined ? null : (
        <span className={styles.second}>
          until <Time at={until} />
        </span>
      )}
    </>
  );
}
