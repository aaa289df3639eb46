import { useShares } from "../../chain/share.ts";
import { Page } from "../../shell/page.tsx";
import { Raw } from "../../ui/amount.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Table } from "../../ui/table.tsx";
import { valueOf } from "../../chain/reading.ts";

export function Overview() {
  const shares = useShares();
  return (
    <Page title="Shares">
      <Panel title="All shares" reading={shares}>
        <Table
          caption="All shares"
          columns={[{ name: "Share", cell: ({ symbol }) => symbol }, { name: "Supply", figure: true, cell: (share) => <Figure of={{ ...(shares as any), value: share }} from={share.mint}>{() => <Raw amount={share.supply} />}</Figure> }]}
          rows={valueOf(shares) ?? []}
          keyOf={({ mint }) => mint}
        />
      </Panel>
    </Page>
  );
}
