/** The field for a case reference: what a later reader finds the reason by. */
import { Field } from "../../../ui/controls.tsx";
import { attempt } from "./attempt.ts";
import { referenceOf } from "./reference.ts";

interface ReferenceFieldProps {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ReferenceField({ label = "Case reference", value, onChange }: ReferenceFieldProps) {
  const { problem } = value === "" ? {} : attempt(() => referenceOf(value));
  return (
    <Field
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      problem={problem}
      hint="Up to 32 letters, such as CASE-2026-14. Everybody can read it on chain."
      required
    />
  );
}
