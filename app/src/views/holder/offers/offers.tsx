/** Tender offers: what is offered for shares, tendering to it, and taking back what was tendered. */
import { ActionState } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useNow } from "../../../chain/clock.ts";
import { useActionsOf } from "../../../chain/elections.ts";
import { useTokens } from "../../../chain/payment-tokens.ts";
import { derive, valueOf } from "../../../chain/reading.ts";
import { useTenders } from "../../../chain/redemptions.ts";
import { together } from "../../../chain/together.ts";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { OfferPanel } from "./offer-panel.tsx";

export default function Offers({ wallet }: { readonly wallet: Address }) {
  const reading = together(useActionsOf("Offer"), useTenders(wallet));
  const now = useNow();
  const [actions, tenders] = valueOf(reading) ?? [];
  const mine = (action: Address) => tenders?.find(({ tender }) => tender.data.action === action)?.tender;
  // An offer that is off still matters to who has shares in it.
  const open = actions?.filter(({ action: { address, data } }) => mine(address) || (data.state === ActionState.Scheduled && now !== undefined && now < data.dates.effectiveAt));
  const tokens = useTokens((open ?? []).map(({ terms }) => terms.paymentMint));
  if (open && open.length > 0 && now !== undefined) {
    return open.map((one) => (
      <OfferPanel
        key={one.action.address}
        wallet={wallet}
        of={derive(reading, () => one)}
        value={one}
        tender={mine(one.action.address)}
        tokens={tokens}
        now={now}
      />
    ));
  }
  return (
    <Panel title="Tender offers" about="Somebody offers to buy shares at a price, up to a number. Who wants to sell puts shares into escrow until it is known how many are bought." reading={reading}>
      {open ? (
        <Empty title="There is no offer at the moment">An offer for a share of this issuer is announced in the calendar, and shares are tendered to it here.</Empty>
      ) : (
        <p>
          <Skeleton width={32} />
        </p>
      )}
    </Panel>
  );
}
