/** One value of a setting, to be typed, chosen, or ticked. What it comes to in the chain's units stands below it. */
import { UNLIMITED } from "@scrip/client";
import type { Setting } from "../../../../chain/settings.ts";
import { grouped } from "../../../../ui/amount.tsx";
import { Choice, Field } from "../../../../ui/controls.tsx";
import { duration } from "../../../../ui/time.tsx";
import styles from "../queues.module.css";
import type { FormField } from "./setting-forms.ts";

interface SettingFieldProps {
  readonly of: FormField;
  readonly text: string;
  readonly problem?: string;
  readonly multiplier: bigint;
  /** The setting as it stands. */
  readonly current?: Setting;
  readonly onChange: (text: string) => void;
}

export function SettingField({ of, text, problem, multiplier, current, onChange }: SettingFieldProps) {
  if (of.many) {
    return <Ticks of={of} text={text} current={current} onChange={onChange} />;
  }
  if (of.options) {
    return (
      <Choice label={of.label} value={text} onChange={(event) => onChange(event.target.value)} problem={problem} hint="Not chosen: it stays as it is.">
        <option value="">as it is</option>
        {of.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Choice>
    );
  }
  const hint = text.trim() === "" || problem ? (of.hint ?? "Empty: it stays as it is.") : comesTo(of, text, multiplier);
  return <Field label={of.label} unit={of.unit} value={text} onChange={(event) => onChange(event.target.value)} problem={problem} hint={hint} />;
}

function comesTo(of: FormField, text: string, multiplier: bigint): string {
  const value = of.read(text.trim(), multiplier);
  if (typeof value === "bigint") {
    return value === UNLIMITED ? "No limit." : `${grouped(value.toString())} raw units at the multiplier now, rounded down.`;
  }
  if (of.unit === "%") {
    return `${value} basis points.`;
  }
  return typeof value === "number" ? `${duration(value)}: ${grouped(String(value))} seconds.` : (of.hint ?? "");
}

function Ticks({ of, text, current, onChange }: Pick<SettingFieldProps, "of" | "text" | "current" | "onChange">) {
  const bits = text === "" && current?.__kind === "FourEyes" ? current.bits : Number(text);
  return (
    <fieldset className={styles.checks}>
      <legend>{of.label}</legend>
      {of.options?.map(([value, label]) => (
        <label key={value}>
          <input type="checkbox" checked={(bits & Number(value)) !== 0} onChange={() => onChange(String(bits ^ Number(value)))} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
