/** Choosing, choosing again, and withdrawing the choice. */
import { Election, cashDue, elect, multiplierInForce, reinvested, sharesOf, withdrawElection } from "@scrip/client";
import { type FormEvent, useState } from "react";
import type { Act } from "../../../act.ts";
import { valueOf } from "../../../chain/reading.ts";
import { addressesOf } from "../../../chain/share.ts";
import { Money, Raw, Shares } from "../../../ui/amount.tsx";
import { Button } from "../../../ui/controls.tsx";
import styles from "../holder.module.css";
import { choiceInWords } from "../../../words/action-terms.ts";
import type { ElectionPanelProps } from "./election-panel.tsx";

interface ChoiceFormProps extends ElectionPanelProps {
  readonly choosing: boolean;
  readonly act: Act;
}

export function ChoiceForm({ value, election, held, tokens, now, choosing, act }: ChoiceFormProps) {
  const { share, action, terms } = value;
  const chosen = election?.data.choice;
  const [picked, choose] = useState<Election>();
  const choice = picked ?? (chosen as Election | undefined);
  const changes = choice !== undefined && choice !== chosen;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (choice === undefined || !changes) {
      return;
    }
    const receipt = await act.run(async (signer) => [
      ...(election ? [await withdrawElection(signer, election)] : []),
      await elect({ share: addressesOf(share), action: action.address, owner: signer, payer: signer, choice }),
    ]);
    if (receipt) {
      choose(undefined);
    }
  };
  const withdraw = async () => {
    choose(undefined);
    await act.run(async (signer) => (election ? [await withdrawElection(signer, election)] : []));
  };
  // The terms are for shares of the multiplier at which the action was scheduled.
  const multiplier = action.data.oldMultiplier || multiplierInForce(share.asset.data, now);
  const due = held === undefined ? undefined : cashDue(held, multiplier, terms.gross, terms.withholdingBps);
  const token = valueOf(tokens)?.get(terms.paymentMint);
  const bought = due && reinvested(due.net, terms.price, multiplier);
  return (
    <form onSubmit={submit}>
      <fieldset className={styles.options} disabled={!choosing || act.busy}>
        <legend>{chosen === undefined ? "You have not chosen yet" : `You have chosen ${choiceInWords(chosen)}`}</legend>
        <Option of={Election.Cash} name="Cash" choice={choice} onChoose={choose} group={action.address}>
          {due && token ? (
            <>
              For what you hold now: <Money amount={due.net} decimals={token.decimals} symbol={token.symbol} /> after tax
            </>
          ) : null}
        </Option>
        <Option of={Election.Reinvest} name="Shares" choice={choice} onChoose={choose} group={action.address}>
          {bought === undefined ? null : (
            <>
              For what you hold now: <Shares base={sharesOf(bought, multiplier, "down")} /> (<Raw amount={bought} />)
            </>
          )}
        </Option>
      </fieldset>
      <div className={styles.press}>
        <Button look="primary" type="submit" disabled={!choosing || !changes || act.busy}>
          {election ? "Change your choice" : "Choose"}
        </Button>
        {election ? (
          <Button disabled={!choosing || act.busy} onClick={withdraw}>
            Withdraw your choice
          </Button>
        ) : null}
        <span className={styles.minor}>
          {!choosing
            ? "The time to choose is over."
            : election
              ? `If you withdraw it, you get ${choiceInWords(terms.default)}, as everybody without a choice.`
              : "Signed by your wallet; it moves nothing. A small rent comes back when you withdraw it."}
        </span>
      </div>
    </form>
  );
}

interface OptionProps {
  readonly of: Election;
  readonly name: string;
  readonly choice?: Election;
  readonly onChoose: (choice: Election) => void;
  /** Radio buttons of one group have one name. */
  readonly group: string;
  readonly children: React.ReactNode;
}

function Option({ of, name, choice, onChoose, group, children }: OptionProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name={group} checked={choice === of} onChange={() => onChoose(of)} />
      <strong>{name}</strong>
      <span>{children}</span>
    </label>
  );
}
