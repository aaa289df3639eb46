/** The hash of the company's announcement: of a file that stays on this machine, or typed. */
import { useId, useState } from "react";
import { Field } from "../../../ui/controls.tsx";
import { hex } from "../../../words/hex.ts";
import { hashOf } from "../../../words/reference.ts";
import styles from "./actions.module.css";

interface DocumentFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function DocumentField({ value, onChange }: DocumentFieldProps) {
  const id = useId();
  const [name, setName] = useState<string>();
  const take = async (file: File | undefined) => {
    if (file) {
      onChange(hex(new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()))));
      setName(file.name);
    }
  };
  const wrong = value.trim() !== "" && !hashOf(value.trim());
  return (
    <div className={styles.document}>
      <div className={styles.file}>
        <label htmlFor={id}>The company's announcement</label>
        <input id={id} type="file" onChange={(event) => void take(event.target.files?.[0])} aria-describedby={`${id}-hint`} />
        <p id={`${id}-hint`}>It stays on this machine: only its hash goes on chain.</p>
      </div>
      <Field
        label="Its SHA-256"
        value={value}
        onChange={(event) => {
          setName(undefined);
          onChange(event.target.value);
        }}
        problem={wrong ? "This is no SHA-256: it has 64 hexadecimal digits" : undefined}
        hint={name ? `Of ${name}, computed here.` : "Open the file, or type the 64 hexadecimal digits."}
      />
    </div>
  );
}
