/** A moment that a person picks in their own zone; the chain counts in unix seconds, shown beside it in UTC. */
import { Field } from "../../../ui/controls.tsx";
import { toMoment, utc } from "../../../words/moments.ts";

interface MomentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** While nothing is picked. */
  readonly hint: string;
  readonly problem?: string;
  readonly required?: boolean;
}

export function MomentField({ label, value, onChange, hint, problem, required }: MomentFieldProps) {
  const at = toMoment(value);
  const shown = at === undefined ? hint : utc(at);
  return (
    <Field
      label={label}
      type="datetime-local"
      value={value}
      required={required}
      onChange={(event) => onChange(event.target.value)}
      hint={shown}
      problem={problem}
    />
  );
}
