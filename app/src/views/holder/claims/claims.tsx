/** Distributions of the issuer's shares: what they pay, and claiming what the wallet has a right to. */
import type { Address } from "@solana/kit";
import { useDistributions } from "../../../chain/claims.ts";
import { useNow } from "../../../chain/clock.ts";
import { useTokens } from "../../../chain/payment-tokens.ts";
import { derive, valueOf } from "../../../chain/reading.ts";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { PaymentPanel } from "./payment-panel.tsx";

export default function Claims({ wallet }: { readonly wallet: Address }) {
  const reading = useDistributions();
  const now = useNow();
  const payments = valueOf(reading);
  const tokens = useTokens((payments ?? []).map(({ payout }) => payout.data.paymentMint));
  if (payments && payments.length > 0 && now !== undefined) {
    return payments.map((payment) => (
      <PaymentPanel key={payment.payout.address} wallet={wallet} payment={derive(reading, () => payment)} value={payment} tokens={tokens} now={now} />
    ));
  }
  return (
    <Panel
      title="Distributions"
      about="Dividends, interest and shares of spun-off companies, for whoever held at a record date. Each is claimed with the file of entitlements that the issuer publishes."
      reading={reading}
    >
      {payments ? (
        <Empty title="Nothing is being distributed">
          When a share of this issuer pays a dividend, it is announced in the calendar first. From the day on which it is paid you claim it here.
        </Empty>
      ) : (
        <p>
          <Skeleton width={32} />
        </p>
      )}
    </Panel>
  );
}
