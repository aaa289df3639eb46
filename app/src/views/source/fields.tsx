/** All fields of an account, an event or a part of one: its name, what it says, and what that means. */
import type { Address } from "@solana/kit";
import styles from "./fields.module.css";
import { type FieldNote, notesOf } from "./notes.ts";
import { tokenNotes } from "./token-kinds.ts";
import { Value } from "./value.tsx";
import { inWords } from "./vocabularies.ts";

interface FieldsProps {
  readonly of: object;
  /** Under which the fields are described. */
  readonly type: string;
  readonly program: string;
  /** Of a value inside another one. */
  readonly parts?: boolean;
  /** The names are from the chain, and no words of a program. */
  readonly asTheyAre?: boolean;
}

/** Say which type and layout an account has, which the page says already. */
const LEFT_OUT = ["discriminator", "padding"];

export function Fields({ of, type, program, parts, asTheyAre }: FieldsProps) {
  const notes: Readonly<Record<string, FieldNote>> = notesOf(program as Address, type)?.fields ?? tokenNotes(type);
  const fields = Object.entries(of).filter(([name]) => !LEFT_OUT.includes(name));
  return (
    <dl className={parts ? styles.parts : styles.fields}>
      {fields.map(([name, value]) => (
        <div key={name} className={parts ? styles.part : styles.field}>
          <dt>{asTheyAre ? name : inWords(name)}</dt>
          <dd>
            <Value value={value} field={`${type}.${name}`} note={notes[name]} program={program} />
          </dd>
          {notes[name]?.[0] ? <dd className={styles.meaning}>{notes[name][0]}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
