/** An amount of what a distribution pays: money, or shares with their raw units. */
import { multiplierInForce, sharesOf } from "@scrip/client";
import type { Token } from "../../../chain/payment-tokens.ts";
import type { Share } from "../../../chain/share.ts";
import { Money, Raw, Shares } from "../../../ui/amount.tsx";

interface PaidProps {
  readonly amount: bigint;
  readonly token: Token;
  readonly inShare?: Share;
  readonly now: bigint;
}

export function Paid({ amount, token, inShare, now }: PaidProps) {
  return inShare ? (
    <>
      <Shares base={sharesOf(amount, multiplierInForce(inShare.asset.data, now), "down")} /> <Raw amount={amount} />
    </>
  ) : (
    <Money amount={amount} decimals={token.decimals} symbol={token.symbol} />
  );
}
