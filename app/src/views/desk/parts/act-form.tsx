/** A form that carries out one act, in place: what will happen, its fields, one button that does it, and what came of it. */
import { type ReactNode, useRef } from "react";
import type { Act } from "../../../act.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { Button } from "../../../ui/controls.tsx";
import { useFocusBack, useFocusWithin } from "./focus.ts";
import styles from "./parts.module.css";

interface ActFormProps {
  readonly title: string;
  /** What this does, before anybody does it. */
  readonly about?: ReactNode;
  /** On the button. */
  readonly submit: string;
  readonly look?: "primary" | "danger";
  readonly act: Act;
  /** Whether everything is filled in. */
  readonly ready?: boolean;
  readonly done: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export function ActForm({ title, about, submit, look = "primary", act, ready = true, done, onSubmit, onClose, children }: ActFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useFocusWithin(form);
  useFocusBack(form, act.busy);
  const finished = act.state.step === "done";
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !act.busy && !finished) {
          onSubmit();
        }
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !act.busy) {
          onClose();
        }
      }}
    >
      <h4>{title}</h4>
      {about ? <p className={styles.about}>{about}</p> : null}
      {finished ? null : <div className={styles.fields}>{children}</div>}
      <div className={styles.buttons}>
        {finished ? null : (
          <Button type="submit" look={look} className={look === "danger" ? styles.confirm : undefined} disabled={!ready || act.busy}>
            {submit}
          </Button>
        )}
        <Button onClick={onClose} disabled={act.busy}>
          {finished ? "Close" : "Cancel"}
        </Button>
      </div>
      <div className={styles.outcome}>
        <ActStatus act={act} done={done} />
      </div>
    </form>
  );
}
