/** To whom, how much, and why: with the program's answer before anybody signs, and a checker where one is needed. */
import { sharesOf } from "@scrip/client";
import { type Address, isAddress } from "@solana/kit";
import { useRef, useState } from "react";
import { useAct } from "../../../act.ts";
import { type PlannedMint, instructionsOf } from "../../../chain/minting.ts";
import type { Share } from "../../../chain/share.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { Multiplier, Raw, Shares } from "../../../ui/amount.tsx";
import { Button, Choice, Field, Notice } from "../../../ui/controls.tsx";
import { typed } from "../../../words/attempt.ts";
import { referenceOf } from "../../../words/reference.ts";
import { useFocusBack } from "../parts/focus.ts";
import parts from "../parts/parts.module.css";
import { ReferenceField } from "../parts/reference-field.tsx";
import { type Unit, readAmount } from "./amount.ts";
import { Forecast } from "./forecast.tsx";
import { Amount } from "./headroom.tsx";
import { Recipient } from "./recipient.tsx";
import styles from "./mint.module.css";

interface MintFormProps {
  readonly share: Share;
  readonly multiplier: bigint;
  readonly text: string;
  readonly unit: Unit;
  readonly onText: (text: string) => void;
  readonly onUnit: (unit: Unit) => void;
}

export function MintForm({ share, multiplier, text, unit, onText, onUnit }: MintFormProps) {
  const act = useAct();
  const [wallet, setWallet] = useState("");
  const [reference, setReference] = useState("");
  // What was said of the mint before does not hold for another one.
  const edit = <T,>(set: (value: T) => void) => (value: T) => {
    if (!act.busy) {
      act.reset();
    }
    set(value);
  };
  const form = useRef<HTMLFormElement>(null);
  useFocusBack(form, act.busy);
  const finished = act.state.step === "done";
  const recipient = isAddress(wallet.trim()) ? (wallet.trim() as Address) : undefined;
  const { value: amount, problem: wrongAmount } = typed(text, (written) => readAmount(written, unit, multiplier));
  const why = typed(reference, referenceOf).value;
  const plan: PlannedMint | undefined = recipient && amount && why ? { share, recipient, quantity: amount.quantity, reference: why } : undefined;
  const proposing = amount !== undefined && amount.raw > share.asset.data.fourEyesAbove;
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label="Mint"
      onSubmit={(event) => {
        event.preventDefault();
        if (plan && !act.busy && !finished) {
          void act.run((signer) => instructionsOf(plan, proposing, signer));
        }
      }}
    >
      <div className={parts.fields}>
        <div className={parts.double}>
          <Field
            label="Recipient’s wallet"
            value={wallet}
            onChange={(event) => edit(setWallet)(event.target.value)}
            hint="The wallet, not its token account"
            problem={wallet === "" || recipient ? undefined : "This is no address: it has 32 to 44 letters and digits"}
          />
        </div>
        <Field
          label="Amount"
          inputMode="decimal"
          value={text}
          onChange={(event) => edit(onText)(event.target.value)}
          unit={unit === "raw" ? "raw units" : "shares"}
          hint={amount ? <Counterpart raw={amount.raw} unit={unit} multiplier={multiplier} /> : <>at a multiplier of <Multiplier value={multiplier} /></>}
          problem={wrongAmount}
        />
        <Choice label="Amount is in" value={unit} onChange={(event) => edit(onUnit)(event.target.value as Unit)}>
          <option value="shares">shares</option>
          <option value="raw">raw units</option>
        </Choice>
        <ReferenceField value={reference} onChange={edit(setReference)} />
      </div>
      {recipient ? <Recipient share={share} wallet={recipient} /> : null}
      {proposing ? (
        <Notice tone="warn" title="This needs a checker">
          It is more than <Amount raw={share.asset.data.fourEyesAbove} multiplier={multiplier} />, above which nobody mints alone. You propose it;
          another member of staff with the permission “check” carries it out within 14 days, at the multiplier of now.
        </Notice>
      ) : null}
      <div className={styles.outcome}>
        {act.state.step === "idle" ? <Forecast plan={plan} proposing={proposing} /> : null}
        <ActStatus act={act} done={proposing ? "The proposal waits for a checker." : "The shares are in the recipient’s account."} />
      </div>
      <div className={parts.buttons}>
        {finished ? (
          <Button onClick={() => edit(onText)("")}>Mint something else</Button>
        ) : (
          <Button type="submit" look="primary" disabled={!plan || act.busy}>
            {proposing ? "Propose to a checker" : "Mint"}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What was typed, in the other unit. */
function Counterpart({ raw, unit, multiplier }: { readonly raw: bigint; readonly unit: Unit; readonly multiplier: bigint }) {
  return unit === "shares" ? (
    <>
      mints <Raw amount={raw} /> at <Multiplier value={multiplier} />
    </>
  ) : (
    <>
      are <Shares base={sharesOf(raw, multiplier, "down")} /> at <Multiplier value={multiplier} />
    </>
  );
}
