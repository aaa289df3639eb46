/** Shares that holders have put into escrow to be redeemed, and what can be done about each. */
import { NO_ADDRESS, Permission, issuer, sharesOf } from "@scrip/client";
import type { Account } from "@solana/kit";
import { useState } from "react";
import { useRedemptions } from "../../../chain/minting.ts";
import { derive } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Button } from "../../../ui/controls.tsx";
import { Figure, Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import { type Need, Permitted } from "../parts/permitted.tsx";
import { Amount } from "./headroom.tsx";
import { LeastPrice } from "./least-price.tsx";
import styles from "./mint.module.css";
import { type Ending, RedemptionForm } from "./redemption-form.tsx";

const TO_REDEEM: Need = { of: "staff", permission: Permission.Redeem, name: "redeem" };

type Redemption = Account<issuer.Redemption>;

export function Redemptions({ share, multiplier }: { readonly share: Share; readonly multiplier: bigint }) {
  const redemptions = useRedemptions(share);
  const [chosen, choose] = useState<{ readonly redemption: Redemption; readonly ending: Ending }>();
  const part = (value: Redemption) => derive(redemptions, () => value);
  const left = ({ data }: Redemption) => data.deposited - data.settled;
  return (
    <Panel title={`Open redemptions of ${share.symbol}`} reading={redemptions} about="Holders who give shares back have put them into escrow. From the deadline on they may take back what is left.">
      {redemptions.status === "loading" ? <Skeleton width={40} /> : null}
      {redemptions.status === "known" && redemptions.value.length === 0 ? (
        <Empty title="Nobody waits to be paid">A holder’s request appears here as soon as the shares are in escrow.</Empty>
      ) : null}
      {redemptions.status === "known" && redemptions.value.length > 0 ? (
        <Table
          caption={`Open redemptions of ${share.symbol}`}
          rows={redemptions.value}
          keyOf={({ address }) => address}
          columns={[
            { name: "Owner", cell: ({ data }) => <AddressText of={data.owner} /> },
            { name: "Left in escrow", figure: true, cell: (row) => <Figure of={part(row)} from={row.address}>{() => <Amount raw={left(row)} multiplier={multiplier} />}</Figure> },
            { name: "Least price for a share", cell: (row) => <LeastPrice of={row} /> },
            { name: "Deadline", cell: (row) => <Figure of={part(row)} from={row.address}>{({ data }) => <Time at={data.deadline} />}</Figure> },
            {
              name: "Acts",
              cell: (redemption) => (
                <Permitted need={TO_REDEEM} to="To settle it">
                  <span className={styles.pair}>
                    {redemption.data.paymentMint === NO_ADDRESS ? (
                      <Button onClick={() => choose({ redemption, ending: "settle" })}>Settle</Button>
                    ) : null}
                    <Button look="danger" onClick={() => choose({ redemption, ending: "reject" })}>
                      Reject
                    </Button>
                  </span>
                </Permitted>
              ),
            },
          ]}
        />
      ) : null}
      {chosen ? (
        <RedemptionForm
          key={`${chosen.redemption.address} ${chosen.ending}`}
          share={share}
          redemption={chosen.redemption}
          ending={chosen.ending}
          shares={sharesOf(left(chosen.redemption), multiplier, "down")}
          onClose={() => choose(undefined)}
        />
      ) : null}
    </Panel>
  );
}
