/** Shares that are the wallet's and not in it: in escrow for a redemption or a tender offer. */
import { multiplierInForce, sharesOf } from "@scrip/client";
import type { Address } from "@solana/kit";
import { Link } from "wouter";
import { useNow } from "../../../chain/clock.ts";
import { type Reading, derive, valueOf } from "../../../chain/reading.ts";
import { useRedemptions, useTenders } from "../../../chain/redemptions.ts";
import type { Share } from "../../../chain/share.ts";
import { together } from "../../../chain/together.ts";
import { Raw, Shares } from "../../../ui/amount.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Table } from "../../../ui/table.tsx";

interface Escrow {
  readonly share: Share;
  readonly account: Address;
  readonly raw: bigint;
  readonly what: string;
  readonly where: string;
}

/** Nothing where there is nothing: most wallets have none. */
export function Escrows({ wallet, own }: { readonly wallet: Address; readonly own: boolean }) {
  const now = useNow();
  const reading: Reading<readonly Escrow[]> = derive(together(useRedemptions(wallet), useTenders(wallet)), ([redemptions, tenders]) => [
    ...redemptions.map(({ share, redemption, left }) => ({ share, account: redemption.address, raw: left, what: "redemption", where: "/holder/redeem" })),
    ...tenders.map(({ share, tender }) => ({ share, account: tender.address, raw: tender.data.amount, what: "tender offer", where: "/holder/offers" })),
  ]);
  const escrows = valueOf(reading);
  if (reading.status !== "failed" && (!escrows || escrows.length === 0 || now === undefined)) {
    return null;
  }
  const figure = (escrow: Escrow, show: React.ReactNode) => (
    <Figure of={derive(reading, () => escrow)} from={escrow.account}>
      {() => show}
    </Figure>
  );
  return (
    <Panel title="In escrow" about="Still owned by this wallet, and not counted above: set aside until they are paid for or go back." reading={reading}>
      <Table
        caption="Shares in escrow"
        columns={[
          { name: "Share", cell: ({ share }) => share.symbol },
          {
            name: "In escrow",
            figure: true,
            cell: (escrow) => figure(escrow, <Shares base={sharesOf(escrow.raw, multiplierInForce(escrow.share.asset.data, now ?? 0n), "down")} />),
          },
          { name: "Raw units", figure: true, cell: (escrow) => figure(escrow, <Raw amount={escrow.raw} />) },
          { name: "For", cell: ({ what, where }) => (own ? <Link href={where}>{what}</Link> : what) },
        ]}
        rows={escrows ?? []}
        keyOf={({ account }) => account}
      />
    </Panel>
  );
}
