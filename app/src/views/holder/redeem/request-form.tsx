/** What is given, how it is to be paid, at what least price, and until when. */
import { onlyAtMultiplier, parseDecimal, requestRedemption } from "@scrip/client";
import { type FormEvent, useState } from "react";
import type { Act } from "../../../act.ts";
import { type Token, useListings, useTokens } from "../../../chain/payment-tokens.ts";
import { valueOf } from "../../../chain/reading.ts";
import { addressesOf } from "../../../chain/share.ts";
import { Button, Choice, Field } from "../../../ui/controls.tsx";
import { duration } from "../../../ui/time.tsx";
import { AmountField, PositionChoice } from "../amount-field.tsx";
import { entryOf } from "../entry.ts";
import styles from "../holder.module.css";
import { type Holding, chosenOf } from "../holding.tsx";
import { deadlineOf, inputOf } from "./deadline.ts";
import { Quote } from "./quote.tsx";

/** More than the least that the issuer asks for, so that it has time to. */
const A_WEEK = 7n * 86_400n;

interface RequestFormProps {
  readonly holding: Holding;
  readonly account?: string;
  readonly act: Act;
}

export function RequestForm({ holding, account, act }: RequestFormProps) {
  const [chosen, choose] = useState(account);
  const [text, type] = useState("");
  const [paidWith, payWith] = useState("");
  const [priceText, price] = useState("");
  const position = chosenOf(holding, chosen);
  const { share } = position;
  const window = BigInt(share.asset.data.settlementWindow);
  const [until, setUntil] = useState(() => inputOf(holding.now + window + A_WEEK));
  const listings = useListings(share.asset.address);
  const mints = (valueOf(listings) ?? []).map(({ data }) => data.mint);
  const tokens = valueOf(useTokens(mints));
  const token = mints.includes(paidWith as never) ? tokens?.get(paidWith as never) : undefined;
  const multiplier = holding.multiplierOf(position);
  const entry = entryOf(text, position.raw, multiplier);
  const least = token ? priceOf(priceText, token) : { value: 0n };
  const deadline = deadlineOf(until, holding.now, window);
  const complete = entry.amount !== undefined && least.value !== undefined && deadline.at !== undefined;
  const changed = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    act.reset();
  };
  const request = async (event: FormEvent) => {
    event.preventDefault();
    const { amount } = entry;
    if (!amount || least.value === undefined || deadline.at === undefined) {
      return;
    }
    const wish = { quantity: { __kind: "Raw", amount: amount.raw } as const, minPrice: least.value, deadline: deadline.at, paymentMint: token?.mint };
    const receipt = await act.run(async (signer) => {
      // Another for each of an owner's open redemptions.
      const id = BigInt(Date.now());
      const instruction = await requestRedemption({ share: addressesOf(share), owner: signer, payer: signer, id, ...wish });
      return onlyAtMultiplier({ mint: share.mint, multiplier }, [instruction]);
    });
    if (receipt) {
      type("");
    }
  };
  return (
    <form onSubmit={request}>
      <div className={styles.form}>
        <PositionChoice label="Share" positions={holding.positions} chosen={position} multiplierOf={holding.multiplierOf} onChoose={changed(choose)} />
        <AmountField text={text} entry={entry} position={position} multiplier={multiplier} onType={changed(type)} />
        <Choice
          label="Paid"
          value={token ? paidWith : ""}
          onChange={({ target }) => changed(payWith)(target.value)}
          hint={token ? `To your account of ${token.symbol}, on chain` : "By bank, as you have agreed with the issuer"}
        >
          <option value="">off chain, by bank</option>
          {mints.map((mint) => (
            <option key={mint} value={mint}>
              with the token {tokens?.get(mint)?.symbol ?? mint}
            </option>
          ))}
        </Choice>
        {token ? (
          <Field
            label="Least price for one share"
            unit={token.symbol}
            inputMode="decimal"
            value={priceText}
            problem={least.problem}
            hint="Before the fee. The issuer may pay more, and not less; a split divides it."
            onChange={({ target }) => changed(price)(target.value)}
          />
        ) : null}
        <Field
          label="Deadline"
          type="datetime-local"
          value={until}
          problem={deadline.problem}
          hint={`From then on you may take back what is left. The issuer asks for ${window > 0n ? `at least ${duration(window)}` : "no least time"}; 90 days are the most.`}
          onChange={({ target }) => changed(setUntil)(target.value)}
        />
        {token && entry.amount && least.value ? (
          <Quote amount={entry.amount} multiplier={multiplier} price={least.value} token={token} asset={share.asset} />
        ) : null}
        <div className={`${styles.wide} ${styles.press}`}>
          <Button look="primary" type="submit" disabled={!complete || act.busy}>
            Request redemption
          </Button>
          <span className={styles.minor}>The rent of the escrow, a few thousandths of a SOL, is yours and comes back with its end.</span>
        </div>
      </div>
    </form>
  );
}

function priceOf(text: string, { decimals, symbol }: Token): { readonly value?: bigint; readonly problem?: string } {
  if (text.trim() === "") {
    return {};
  }
  try {
    const value = parseDecimal(text.trim(), decimals);
    return value > 0n ? { value } : { problem: "Type more than 0: otherwise the shares could be burnt for nothing" };
  } catch {
    return { problem: `Type a number of ${symbol} with at most ${decimals} decimals, as 228.45` };
  }
}
