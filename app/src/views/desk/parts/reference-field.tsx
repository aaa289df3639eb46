/** The field for a case reference: what a later reader finds the reason by. */
import { Field } from "../../../ui/controls.tsx";
import { typed } from "../../../words/attempt.ts";
import { referenceOf } from "../../../words/reference.ts";

interface ReferenceFieldProps {
  readonly label?: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const HINT = "Up to 32 characters, as CASE-2026-14. Everybody can read it on chain: a number of your own files, never a name";

export function ReferenceField({ label = "Case reference", hint = HINT, value, onChange }: ReferenceFieldProps) {
  const { problem } = typed(value, referenceOf);
  return <Field label={label} value={value} onChange={(event) => onChange(event.target.value)} problem={problem} hint={hint} required />;
}
