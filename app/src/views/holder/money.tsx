/** An amount of a payment token that an account holds: known when both the account and the token are. */
import type { Address } from "@solana/kit";
import type { Tokens } from "../../chain/payment-tokens.ts";
import { type Reading, derive } from "../../chain/reading.ts";
import { together } from "../../chain/together.ts";
import { Money } from "../../ui/amount.tsx";
import { Figure } from "../../ui/figure.tsx";

interface MoneyOfProps {
  /** What the amount was read with. */
  readonly of: Reading<unknown>;
  readonly from: Address;
  readonly tokens: Reading<Tokens>;
  readonly mint: Address;
  /** Base units. */
  readonly amount: bigint;
}

export function MoneyOf({ of, from, tokens, mint, amount }: MoneyOfProps) {
  return (
    <Figure of={derive(together(of, tokens), ([, all]) => all.get(mint))} from={from}>
      {(token) => (token ? <Money amount={amount} decimals={token.decimals} symbol={token.symbol} /> : `${amount} base units of a token that is not there`)}
    </Figure>
  );
}
