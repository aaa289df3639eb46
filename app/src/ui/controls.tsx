/** Buttons, fields and short notices: all that people press, fill in, or are told. */
import { type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from "react";
import styles from "./controls.module.css";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `danger` stops or ends something. */
  readonly look?: "primary" | "plain" | "danger";
}

export function Button({ look = "plain", className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={[styles.button, styles[look], className].filter(Boolean).join(" ")} />;
}

interface LabelledProps {
  readonly label: string;
  /** What is expected, or what it comes to. */
  readonly hint?: ReactNode;
  /** What is wrong with it, and what would be right. */
  readonly problem?: string;
  /** The unit behind the field. */
  readonly unit?: string;
}

export function Field({ label, hint, problem, unit, ...input }: LabelledProps & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box}>
        <input id={id} autoComplete="off" spellCheck={false} {...input} aria-invalid={problem ? true : undefined} aria-describedby={`${id}-hint`} />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
      </div>
      <Hint id={`${id}-hint`} hint={hint} problem={problem} />
    </div>
  );
}

export function Choice({ label, hint, problem, children, ...select }: LabelledProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box}>
        <select id={id} {...select} aria-invalid={problem ? true : undefined} aria-describedby={`${id}-hint`}>
          {children}
        </select>
      </div>
      <Hint id={`${id}-hint`} hint={hint} problem={problem} />
    </div>
  );
}

function Hint({ id, hint, problem }: { readonly id: string } & Pick<LabelledProps, "hint" | "problem">) {
  return (
    <p id={id} className={problem ? styles.problem : styles.hint} aria-live="polite">
      {problem ?? hint}
    </p>
  );
}

export type Tone = "good" | "warn" | "bad" | "plain";

/** A word that says how something stands. */
export function Badge({ tone = "plain", title, children }: { readonly tone?: Tone; readonly title?: string; readonly children: ReactNode }) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`} title={title}>
      {children}
    </span>
  );
}

/** Something to know before going on. `live`: it is read out when it appears. */
export function Notice({ tone = "plain", title, live, children }: { readonly tone?: Tone; readonly title?: string; readonly live?: boolean; readonly children?: ReactNode }) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={live ? (tone === "bad" ? "alert" : "status") : undefined}>
      {title ? <strong>{title}</strong> : null}
      {children ? <div>{children}</div> : null}
    </div>
  );
}
