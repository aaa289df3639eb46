/** What a redemption brings at the least price, to the unit that the program computes. */
import { type issuer, quoteRedemption } from "@scrip/client";
import type { Account } from "@solana/kit";
import type { Token } from "../../../chain/payment-tokens.ts";
import { Money, percent } from "../../../ui/amount.tsx";
import { Notice } from "../../../ui/controls.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import type { Amount } from "../entry.ts";
import styles from "../holder.module.css";

interface QuoteProps {
  readonly amount: Amount;
  readonly multiplier: bigint;
  readonly price: bigint;
  readonly token: Token;
  readonly asset: Account<issuer.Asset>;
}

export function Quote({ amount, multiplier, price, token, asset }: QuoteProps) {
  const feeBps = asset.data.redemptionFeeBps;
  const quote = quoted({ amount: amount.raw, multiplier, price, feeBps });
  return (
    <div className={styles.wide}>
      {quote ? (
        <Facts>
          <Fact name="At the least price">
            <Money amount={quote.value} {...token} />
          </Fact>
          <Fact name={`Fee, ${percent(feeBps)}`}>
            <Money amount={quote.fee} {...token} />
          </Fact>
          <Fact name="You get at least">
            <Money amount={quote.net} {...token} />
          </Fact>
        </Facts>
      ) : (
        <Notice tone="warn">That is more than a token account can hold: type a lower price.</Notice>
      )}
    </div>
  );
}

function quoted(deal: Parameters<typeof quoteRedemption>[0]) {
  try {
    return quoteRedemption(deal);
  } catch {
    return undefined;
  }
}
