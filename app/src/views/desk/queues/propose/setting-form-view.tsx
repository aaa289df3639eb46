/** The form: which setting, of which share, its values, why; and what would become of it. */
import { changeSetting, multiplierInForce, MULTIPLIER_ONE, proposeChange, type issuer } from "@scrip/client";
import type { Account } from "@solana/kit";
import { useEffect, useState } from "react";
import { useNow } from "../../../../chain/clock.ts";
import { useReading, valueOf } from "../../../../chain/reading.ts";
import { readSettings } from "../../../../chain/settings.ts";
import type { Share } from "../../../../chain/share.ts";
import { useConsole } from "../../../../context.ts";
import { Button, Choice, Notice } from "../../../../ui/controls.tsx";
import { typed } from "../../../../words/attempt.ts";
import { referenceOf } from "../../../../words/reference.ts";
import { ReferenceField } from "../../parts/reference-field.tsx";
import { Outcome, useActs } from "../acts.tsx";
import { settingTitle } from "../change-words.ts";
import styles from "../queues.module.css";
import { SETTING_FORMS, aboutWhat, readForm } from "./setting-forms.ts";
import { SettingField } from "./setting-field.tsx";
import { WayAhead } from "./way-ahead.tsx";
import { useWay } from "./way.ts";

/** The form's own place among the entries: what becomes of an act is told there. */
export const AT_FORM = "change of a setting";

interface SettingFormViewProps {
  readonly issuer: Account<issuer.Issuer>;
  readonly shares: readonly Share[];
}

export function SettingFormView({ issuer, shares }: SettingFormViewProps) {
  const { node } = useConsole();
  const { act, at, run } = useActs();
  const now = useNow();
  const [kind, setKind] = useState<string>(SETTING_FORMS[0]?.kind ?? "");
  const [chosen, setChosen] = useState(shares[0]?.mint);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [why, setWhy] = useState("");
  const finished = at === AT_FORM && act.state.step === "done";
  useEffect(() => {
    if (finished) {
      setTexts({});
      setWhy("");
    }
  }, [finished]);
  const form = SETTING_FORMS.find((one) => one.kind === kind);
  const share = form?.ofShare ? shares.find(({ mint }) => mint === chosen) : undefined;
  const multiplier = share && now !== undefined ? multiplierInForce(share.asset.data, now) : undefined;
  const about = form && aboutWhat(form, texts);
  const current = useReading(
    ["setting", issuer.address, share?.mint, JSON.stringify(about)],
    async (of) => {
      const { slot, value } = await readSettings(of, about ? [{ issuer: issuer.address, mint: share?.mint, change: about }] : []);
      return { slot, value: { setting: value[0] } };
    },
    { enabled: about !== undefined && (share !== undefined || !form?.ofShare) },
  );
  const found = valueOf(current);
  const { change, problems } = form ? readForm(form, texts, found?.setting, multiplier ?? MULTIPLIER_ONE) : { problems: {}, change: undefined };
  const way = useWay({ change, mint: share?.mint, of: issuer });
  const reference = typed(why, referenceOf).value;
  const ahead = valueOf(way);
  const ready = change && reference && ahead && ahead.way !== "refused" ? { change, reference, queued: ahead.way === "queue" } : undefined;
  if (!form) {
    return null;
  }
  const absent = about && found && !found.setting ? "There is no such account yet, so there is nothing to change." : undefined;
  const choose = (next: string) => {
    setKind(next);
    setTexts({});
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!ready) {
      return;
    }
    run(AT_FORM, {
      name: "Change",
      done: ready.queued ? "The change is in the queue." : "The setting is changed.",
      instructions: async (admin) => {
        const details = { admin, payer: admin, issuer: issuer.address, mint: share?.mint, change: ready.change, reference: ready.reference };
        // As it was told: if the rules have changed meanwhile, the program refuses and nothing is done another way.
        return [ready.queued ? (await proposeChange(node, details)).instruction : await changeSetting(details)];
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <Choice label="Setting" value={kind} onChange={(event) => choose(event.target.value)} hint={<>All sixteen: <code>scrip change propose</code></>}>
          {SETTING_FORMS.map((one) => (
            <option key={one.kind} value={one.kind}>
              {settingTitle(one.kind)}
            </option>
          ))}
        </Choice>
        {form.ofShare ? (
          <Choice label="Share" value={chosen} onChange={(event) => setChosen(shares.find(({ mint }) => mint === event.target.value)?.mint)}>
            {shares.map(({ mint, symbol, name }) => (
              <option key={mint} value={mint}>
                {symbol}, {name}
              </option>
            ))}
          </Choice>
        ) : null}
      </div>
      <p className={styles.note}>{form.teach}</p>
      <div className={styles.fields}>
        {form.fields.map((field) => (
          <SettingField
            key={`${kind} ${field.key}`}
            of={field}
            text={texts[field.key] ?? ""}
            problem={problems[field.key] ?? (field.names ? absent : undefined)}
            multiplier={multiplier ?? MULTIPLIER_ONE}
            current={found?.setting}
            onChange={(text) => setTexts({ ...texts, [field.key]: text })}
          />
        ))}
        <ReferenceField value={why} onChange={setWhy} />
      </div>
      {change ? <WayAhead way={way} change={change} current={found?.setting} multiplier={multiplier} now={now} /> : null}
      {current.status === "failed" ? <Notice tone="bad">The setting as it stands is not loaded: {current.error.message}</Notice> : null}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={!ready || act.busy}>
          {ready?.queued ? "Propose the change" : "Change the setting"}
        </Button>
      </div>
      <Outcome at={AT_FORM} />
    </form>
  );
}
