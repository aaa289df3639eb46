/** A moment that a person picks in their own zone; the chain counts in unix seconds, shown beside it in UTC. */
import { Field } from "../../../ui/controls.tsx";

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
  const shown = at === undefined ? hint : `${new Date(Number(at) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
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

/** Unix seconds, `undefined` for nothing. */
export function toMoment(value: string): bigint | undefined {
  const milliseconds = value === "" ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(milliseconds) ? undefined : BigInt(Math.floor(milliseconds / 1000));
}
