/** Panels, which hold everything: a title, how old what is in it is, and its body. */
import { type ReactNode, useId } from "react";
import type { Reading } from "../chain/reading.ts";
import { AsOf } from "./as-of.tsx";
import styles from "./panel.module.css";

interface PanelProps {
  readonly title: string;
  /** A sentence on what this is, for who sees it the first time. */
  readonly about?: ReactNode;
  /** What the panel shows was read so. */
  readonly reading?: Reading<unknown>;
  /** Buttons beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, about, reading, tools, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {reading ? <AsOf reading={reading} /> : null}
        {tools ? <div className={styles.tools}>{tools}</div> : null}
      </header>
      {about ? <p className={styles.about}>{about}</p> : null}
      {children}
    </section>
  );
}

/** Names and what they stand for. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, hint, children }: { readonly name: string; readonly hint?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {hint ? <dd className={styles.hint}>{hint}</dd> : null}
    </div>
  );
}

/** What to say where there is nothing: what would be here, and how it gets here. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h3>{title}</h3>
      {children ? <p>{children}</p> : null}
    </div>
  );
}
