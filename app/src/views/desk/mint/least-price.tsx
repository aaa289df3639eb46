/** The least that a holder takes for a share, in the token that they named. */
import { NO_ADDRESS, type issuer } from "@scrip/client";
import { decodeMint } from "@solana-program/token-2022";
import type { Account } from "@solana/kit";
import { accountsAt } from "../../../chain/accounts.ts";
import { useReading } from "../../../chain/reading.ts";
import { short } from "../../../ui/address.tsx";
import { Money } from "../../../ui/amount.tsx";
import { Figure } from "../../../ui/figure.tsx";

export function LeastPrice({ of: { address, data } }: { readonly of: Account<issuer.Redemption> }) {
  const { paymentMint, minPrice } = data;
  const decimals = useReading(
    ["decimals", paymentMint],
    async (node) => {
      const { slot, value } = await accountsAt(node, [paymentMint]);
      if (!value[0]) {
        throw new Error(`the payment token ${paymentMint} is gone`);
      }
      return { slot, value: decodeMint(value[0]).data.decimals };
    },
    { enabled: paymentMint !== NO_ADDRESS, every: 3_600 },
  );
  if (paymentMint === NO_ADDRESS) {
    return "paid off chain";
  }
  return (
    <Figure of={decimals} from={address}>
      {(known) => <Money amount={minPrice} decimals={known} symbol={short(paymentMint)} />}
    </Figure>
  );
}
