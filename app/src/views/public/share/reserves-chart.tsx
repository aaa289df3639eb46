/** Reserves against supply: bars on one scale. */
import { formatShares } from "@scrip/client";
import { attestedOf, isTooOld } from "../../../chain/reserves.ts";
import type { Share } from "../../../chain/share.ts";
import { short } from "../../../ui/address.tsx";
import { grouped } from "../../../ui/amount.tsx";
import { type BarPart, type BarRow, BarChart } from "../../../ui/chart-bars.tsx";
import { Table } from "../../../ui/table.tsx";
import { outstandingOf } from "../listing.ts";

interface ReservesChartProps {
  readonly share: Share;
  readonly now: bigint;
  /** What the program counts after the haircut, if there is a rule and it has been asked. */
  readonly counted?: bigint;
}

export default function ReservesChart({ share, now, counted }: ReservesChartProps) {
  const outstanding = outstandingOf(share, now);
  const { comparable, shares } = attestedOf(share, now);
  const custodians = comparable.map(({ data }): BarPart => {
    const tooOld = isTooOld(share.asset.data, data.asOf, now);
    return { name: `${short(data.custodian)}: ${text(data.shares)}${tooOld ? ", stale" : ""}`, value: data.shares, look: tooOld ? "warn" : "good" };
  });
  const rows: BarRow[] = [
    { name: "Outstanding", text: text(outstanding), parts: [{ name: "Outstanding", value: outstanding, look: "plain" }] },
    { name: "Attested", text: text(shares), parts: custodians },
  ];
  if (counted !== undefined) {
    rows.push({ name: "Counted by the program", text: text(counted), parts: [{ name: "Counted", value: counted, look: counted < outstanding ? "bad" : "good" }] });
  }
  const told = rows.map(({ name, text }) => `${name}: ${text}`).join("; ");
  return (
    <BarChart
      label={`Reserves against supply. ${told}.`}
      rows={rows}
      mark={outstanding}
      table={
        <Table
          caption="Reserves against supply"
          rows={rows}
          keyOf={({ name }) => name}
          columns={[
            { name: "What", cell: ({ name }) => name },
            { name: "Shares", figure: true, cell: ({ text }) => text },
          ]}
        />
      }
    />
  );
}

function text(base: bigint): string {
  return `${grouped(formatShares(base))} ${base === 100_000_000n ? "share" : "shares"}`;
}
