/** What a wallet holds of the issuer's shares. */
import { multiplierInForce } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useNow } from "../../../chain/clock.ts";
import { derive } from "../../../chain/reading.ts";
import { usePositions } from "../../../chain/register.ts";
import { useShares } from "../../../chain/share.ts";
import { Figure, Skeleton } from "../../../ui/figure.tsx";
import { Table } from "../../../ui/table.tsx";
import { Amount } from "../mint/headroom.tsx";
import styles from "./holders.module.css";

export function Positions({ wallet }: { readonly wallet: Address }) {
  const positions = usePositions(wallet);
  const shares = useShares();
  const now = useNow();
  if (positions.status === "failed" || shares.status === "failed") {
    return <p className={styles.note}>What the wallet holds could not be loaded.</p>;
  }
  if (positions.status === "loading" || shares.status === "loading" || now === undefined) {
    return <Skeleton width={30} />;
  }
  const rows = positions.value.flatMap((account) => {
    const share = shares.value.find(({ mint }) => mint === account.data.mint);
    return share ? [{ account, share }] : [];
  });
  return (
    <div className={styles.positions}>
      <h3>Holds</h3>
      {rows.length === 0 ? (
        <p className={styles.note}>None of this issuer’s shares.</p>
      ) : (
        <Table
          caption="What the wallet holds"
          rows={rows}
          keyOf={({ account }) => account.address}
          columns={[
            { name: "Share", cell: ({ share }) => share.symbol },
            {
              name: "Amount",
              figure: true,
              cell: ({ account, share }) => (
                <Figure of={derive(positions, () => account)} from={account.address}>
                  {({ data }) => <Amount raw={data.amount} multiplier={multiplierInForce(share.asset.data, now)} />}
                </Figure>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
