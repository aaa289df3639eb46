/** Announcing an action that moves the multiplier: what it will do is shown, exactly, before anything is signed. */
import { announceAction, type issuer } from "@scrip/client";
import { useEffect, useState } from "react";
import { useNow } from "../../../chain/clock.ts";
import { useForeseen } from "../../../chain/foreseen.ts";
import { valueOf } from "../../../chain/reading.ts";
import { type Share, addressesOf } from "../../../chain/share.ts";
import { useConsole } from "../../../context.ts";
import { causeOf } from "../../../explain.ts";
import { Button, Choice, Field, Notice } from "../../../ui/controls.tsx";
import { duration } from "../../../ui/time.tsx";
import { hashOf } from "../../../words/reference.ts";
import { Outcome, useActs } from "../queues/acts.tsx";
import { Values, When } from "../queues/parts.tsx";
import styles from "../queues/queues.module.css";
import { KIND_FORMS, NO_TEXTS, type Texts, readAnnouncement } from "./announcement.ts";
import { DocumentField } from "./document-field.tsx";
import { effectOf } from "./effect.ts";
import { TermsFields } from "./terms-fields.tsx";

/** The form's own place among the entries: what becomes of an act is told there. */
export const AT_ANNOUNCEMENT = "announcement";

export function AnnounceForm({ shares }: { readonly shares: readonly Share[] }) {
  const { node } = useConsole();
  const { act, at, run } = useActs();
  const now = useNow();
  const [chosen, setChosen] = useState(shares[0]?.mint);
  const [name, setName] = useState(KIND_FORMS[0]?.name);
  const [texts, setTexts] = useState<Texts>(NO_TEXTS);
  const [document, setDocument] = useState("");
  const [announced, setAnnounced] = useState(0);
  const finished = at === AT_ANNOUNCEMENT && act.state.step === "done";
  useEffect(() => {
    if (finished) {
      setTexts(NO_TEXTS);
      setDocument("");
      setAnnounced((count) => count + 1);
    }
  }, [finished]);
  const share = shares.find(({ mint }) => mint === chosen);
  const form = KIND_FORMS.find((one) => one.name === name);
  const asset = share?.asset.data;
  const read = form && asset && now !== undefined ? readAnnouncement(form, texts, asset, now) : undefined;
  const { terms, ratio, effectiveAt } = read ?? {};
  const documentHash = hashOf(document.trim());
  const whole = share && form && terms && effectiveAt && documentHash ? { share, kind: form.kind, terms, effectiveAt, documentHash } : undefined;
  const instructionsOf = (details: NonNullable<typeof whole>) => async (actor: Parameters<typeof announceAction>[1]["actor"]) => {
    const { effectiveAt, share, ...rest } = details;
    const { instruction } = await announceAction(node, { ...rest, share: addressesOf(share), actor, payer: actor, dates: { effectiveAt } });
    return [instruction];
  };
  const key = whole && `${whole.share.mint} ${whole.kind} ${termsKey(whole.terms)} ${whole.effectiveAt} ${document}`;
  const foreseen = valueOf(useForeseen(whole && key ? [{ key, instructions: instructionsOf(whole) }] : []));
  const refusal = key ? foreseen?.get(key) : undefined;
  const ready = key && foreseen?.has(key) && !refusal ? whole : undefined;
  if (!share || !form || !asset) {
    return null;
  }
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (ready) {
      run(AT_ANNOUNCEMENT, {
        name: "Announce",
        done: "The action is announced: it stands below, and the notice runs.",
        instructions: instructionsOf(ready),
      });
    }
  };
  const set = (change: Partial<Texts>) => setTexts({ ...texts, ...change });
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <Choice label="Share" value={chosen} onChange={(event) => setChosen(shares.find(({ mint }) => mint === event.target.value)?.mint)}>
          {shares.map(({ mint, symbol, name: title }) => (
            <option key={mint} value={mint}>
              {symbol}, {title}
            </option>
          ))}
        </Choice>
        <Choice label="Kind" value={name} onChange={(event) => setName(event.target.value)} hint={form.teach}>
          {KIND_FORMS.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </Choice>
        <TermsFields form={form} texts={texts} problems={read?.problems ?? {}} set={set} />
        <Field
          label="In force from (your time)"
          type="datetime-local"
          value={texts.effective}
          onChange={(event) => set({ effective: event.target.value })}
          problem={read?.problems.effective}
          hint={`At least ${duration(asset.minNotice)} after it is announced: the share's minimum notice.`}
        />
      </div>
      <DocumentField key={announced} value={document} onChange={setDocument} />
      {ratio ? (
        <div className={styles.preview}>
          <Values of={effectOf({ before: asset.nextMultiplier, ratio })} />
          {effectiveAt ? (
            <p>
              In force from <When at={effectiveAt} inline />
            </p>
          ) : null}
          {now !== undefined && now < asset.multiplierEffectiveAt ? (
            <Notice tone="warn">
              Another change of the multiplier is scheduled. Only one can be pending: this one can be scheduled, from the multiplier after it, once that is in force.
            </Notice>
          ) : null}
          <div aria-live="polite">
            {refusal ? (
              <Notice tone="bad" title="It would be refused">
                {causeOf(refusal)}
              </Notice>
            ) : ready ? (
              <Notice tone="good" title="The node would accept it">
                Announcing binds nobody yet: it is approved by a checker where the issuer asks for one, and then scheduled.
              </Notice>
            ) : null}
          </div>
        </div>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={!ready || act.busy}>
          Announce
        </Button>
      </div>
      <Outcome at={AT_ANNOUNCEMENT} />
    </form>
  );
}

function termsKey(terms: issuer.ActionTermsArgs): string {
  return Object.values(terms).join(" ");
}
