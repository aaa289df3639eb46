/** Sending shares, with the chain's verdict before anything is signed. */
import { onlyAtMultiplier, transferShares } from "@scrip/client";
import { type Address, isAddress } from "@solana/kit";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "../../../act.ts";
import { useConsole } from "../../../context.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { short } from "../../../ui/address.tsx";
import { Raw, Shares } from "../../../ui/amount.tsx";
import { Button, Field } from "../../../ui/controls.tsx";
import { AmountField, PositionChoice } from "../amount-field.tsx";
import { type Amount, entryOf } from "../entry.ts";
import styles from "../holder.module.css";
import { type Holding, HoldingPanel, chosenOf } from "../holding.tsx";
import { Opening, isWallet, useRecipient } from "./recipient.tsx";
import { Verdict, isAllowed, useDebounced, useVerdict } from "./verdict.tsx";

interface Sent {
  readonly amount: Amount;
  readonly symbol: string;
  readonly to: string;
}

export default function Send({ wallet, account }: { readonly wallet: Address; readonly account?: string }) {
  const act = useAct();
  const [sent, setSent] = useState<Sent>();
  const done = sent && (
    <>
      <Shares base={sent.amount.shares} /> of {sent.symbol} (<Raw amount={sent.amount.raw} />) are at {short(sent.to)} now.
    </>
  );
  return (
    <HoldingPanel
      wallet={wallet}
      title="Send shares"
      about="The node tries the very transfer with every change you make here, so you know before you sign whether it goes through, and if not, why."
      none="There is nothing to send. Shares arrive by a transfer from another holder, or from the issuer."
      status={<ActStatus act={act} done={done} />}
    >
      {(holding) => <Form holding={holding} account={account} act={act} onSend={setSent} />}
    </HoldingPanel>
  );
}

interface FormProps {
  readonly holding: Holding;
  readonly account?: string;
  readonly act: Act;
  readonly onSend: (sent: Sent) => void;
}

function Form({ holding, account, act, onSend }: FormProps) {
  const { node } = useConsole();
  const [chosen, choose] = useState(account);
  const [text, type] = useState("");
  const [to, address] = useState("");
  const position = chosenOf(holding, chosen);
  const { mint } = position.share;
  const multiplier = holding.multiplierOf(position);
  const entry = entryOf(text, position.raw, multiplier);
  const wanted = to.trim();
  const recipient = useRecipient(mint, useDebounced(isAddress(wanted) ? wanted : undefined), position.space);
  const filled = isAddress(wanted) && entry.amount !== undefined;
  const settled = useDebounced(entry.amount?.raw);
  const complete = entry.amount !== undefined && entry.amount.raw === settled && isAddress(wanted) && isWallet(recipient, wanted);
  const from = { account: position.account, owner: position.owner };
  const verdict = useVerdict(complete ? { mint, from, to: wanted, amount: entry.amount.raw, rentPayer: position.owner } : undefined);
  const changed = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    act.reset();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { amount } = entry;
    if (!complete || !amount || !isAllowed(verdict)) {
      return;
    }
    onSend({ amount, symbol: position.share.symbol, to: wanted });
    const receipt = await act.run(async (signer) => {
      const instructions = await transferShares(node, { mint, from, to: wanted, amount: amount.raw, authority: signer, rentPayer: signer });
      // What was typed were shares: if they come to other raw units by then, nothing is sent.
      return onlyAtMultiplier({ mint, multiplier }, instructions);
    });
    if (receipt) {
      type("");
    }
  };
  return (
    <form onSubmit={send}>
      <div className={styles.form}>
        <PositionChoice label="Share" positions={holding.positions} chosen={position} multiplierOf={holding.multiplierOf} onChoose={changed(choose)} />
        <AmountField text={text} entry={entry} position={position} multiplier={multiplier} onType={changed(type)} />
        <div className={styles.wide}>
          <Field
            label="Recipient"
            placeholder="Address of a wallet"
            value={to}
            problem={problemOf(wanted, recipient)}
            hint={<Opening of={recipient} wanted={wanted} />}
            onChange={({ target }) => changed(address)(target.value)}
          />
        </div>
        <div className={`${styles.wide} ${styles.verdict}`}>
          <Verdict of={verdict} complete={complete} waiting={filled} unknown={filled && recipient.status === "failed"} />
        </div>
        <div className={`${styles.wide} ${styles.press}`}>
          <Button look="primary" type="submit" disabled={!complete || !isAllowed(verdict) || act.busy}>
            Send {position.share.symbol}
          </Button>
          <span className={styles.minor}>If the multiplier moves before the transfer is in a block, nothing is sent.</span>
        </div>
      </div>
    </form>
  );
}

function problemOf(wanted: string, recipient: ReturnType<typeof useRecipient>): string | undefined {
  if (wanted === "") {
    return undefined;
  }
  if (!isAddress(wanted)) {
    return "This is no address: it has 32 to 44 letters and digits. Copy it from the recipient again.";
  }
  return recipient.status === "known" && recipient.value.wallet === wanted && recipient.value.isToken
    ? "This is a token account or a mint, not a wallet: ask the recipient for the address of the wallet."
    : undefined;
}
