/** How things stand, as badges whose meaning is told in full beside them or on hover. */
import { Badge } from "../../ui/controls.tsx";
import type { Word } from "../../words/record.ts";
import styles from "./holder.module.css";

export function Words({ of }: { readonly of: readonly Word[] }) {
  return (
    <span className={styles.badges}>
      {of.map(({ tone, word, meaning }) => (
        <Badge key={word} tone={tone} title={meaning}>
          {word}
        </Badge>
      ))}
    </span>
  );
}
