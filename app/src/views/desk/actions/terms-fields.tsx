/** The fields for what an action brings: a ratio, or a dividend and the price at which it buys shares. */
import { ActionKind } from "@scrip/client";
import { Field } from "../../../ui/controls.tsx";
import styles from "./actions.module.css";
import type { KindForm, Problems, Texts } from "./announcement.ts";

interface TermsFieldsProps {
  readonly form: KindForm;
  readonly texts: Texts;
  readonly problems: Problems;
  readonly set: (change: Partial<Texts>) => void;
}

export function TermsFields({ form, texts, problems, set }: TermsFieldsProps) {
  const field = (key: keyof Texts) => ({
    value: texts[key],
    problem: problems[key],
    inputMode: "decimal" as const,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [key]: event.target.value }),
  });
  if (form.reinvested) {
    return (
      <>
        <Field label="Dividend a share, before tax" hint="In any currency, with up to 8 decimals." {...field("gross")} />
        <Field label="Tax withheld" unit="%" hint="Empty: none." {...field("withholding")} />
        <Field label="Price a share is bought at" hint="In the same currency." {...field("price")} />
      </>
    );
  }
  const [after, before] = form.kind === ActionKind.SPLR ? ["1", "10"] : form.kind === ActionKind.SPLF ? ["4", "1"] : ["11", "10"];
  return (
    <div className={styles.ratio}>
      <Field label="Shares afterwards" unit="new" placeholder={after} {...field("numerator")} />
      <Field label="For each" unit="old" placeholder={before} {...field("denominator")} />
    </div>
  );
}
