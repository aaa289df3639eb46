/** The last transactions that named an account. */
import type { Address } from "@solana/kit";
import { Link } from "wouter";
import { valueOf } from "../../chain/reading.ts";
import { short } from "../../ui/address.tsx";
import { grouped } from "../../ui/amount.tsx";
import { Badge } from "../../ui/controls.tsx";
import { Skeleton } from "../../ui/figure.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { type Mention, SHOWN, useHistory } from "./account-reading.ts";

const COLUMNS = [
  { name: "Transaction", cell: ({ signature }: Mention) => <Link href={`/transaction/${signature}`}>{short(signature)}</Link> },
  { name: "Outcome", cell: ({ failed }: Mention) => (failed ? <Badge tone="bad">failed</Badge> : <Badge tone="good">succeeded</Badge>) },
  { name: "Time", cell: ({ at }: Mention) => (at === undefined ? "not known to the node" : <Time at={at} />) },
  { name: "Slot", figure: true, cell: ({ slot }: Mention) => grouped(slot.toString()) },
];

export function History({ of }: { readonly of: Address }) {
  const history = useHistory(of);
  const found = valueOf(history);
  return (
    <Panel title="Last transactions" about={`The ${SHOWN} newest that the node has of this account. Nodes forget old ones.`} reading={history}>
      {found === undefined ? (
        history.status === "loading" ? <Skeleton width={40} /> : null
      ) : found.length === 0 ? (
        <Empty title="The node knows of none">It may have forgotten them: a node with the whole history has them all.</Empty>
      ) : (
        <Table caption="Last transactions of this account, the newest first" columns={COLUMNS} rows={found} keyOf={({ signature }) => signature} />
      )}
    </Panel>
  );
}
