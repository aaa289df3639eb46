/** What an import would do and cost, before anything is signed. */
import { formatDecimal } from "@scrip/client";
import { AddressText } from "../../../ui/address.tsx";
import { Button, Notice } from "../../../ui/controls.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { Table } from "../../../ui/table.tsx";
import styles from "./import.module.css";
import { AT_ONCE } from "./importer.ts";
import type { Plan } from "./use-import.ts";

interface PreviewProps {
  readonly plan: Plan;
  readonly onStart: () => void;
}

export function Preview({ plan, onStart }: PreviewProps) {
  const { absent, same, different } = plan.compared;
  const needed = plan.rent + plan.fees;
  return (
    <div className={styles.stack}>
      <Facts>
        <Fact name="In the file">{holders(plan.rows.length)}</Fact>
        <Fact name="New" hint="are put on the register">
          {absent.length}
        </Fact>
        <Fact name="There already, the same" hint="are skipped">
          {same.length}
        </Fact>
        <Fact name="There already, different" hint="are left as they are">
          {different.length}
        </Fact>
        <Fact name="Transactions" hint={`your wallet asks ${plan.questions === 1 ? "once" : `${plan.questions} times`}, for up to ${AT_ONCE} at once`}>
          {plan.transactions}
        </Fact>
        <Fact name="Costs" hint={`${sol(plan.rent)} of it deposits, which come back when records are closed`}>
          {sol(needed)}
        </Fact>
      </Facts>
      {plan.balance < needed ? (
        <Notice tone="bad" title="The connected wallet has too little SOL">
          It has {sol(plan.balance)}, and this takes {sol(needed)}: send it some first, and open the file again.
        </Notice>
      ) : null}
      {absent.length === 0 ? (
        <Notice tone="good" title="Nobody is missing">
          Every wallet of the file is on the register.
        </Notice>
      ) : (
        <div>
          <Button look="primary" onClick={onStart} disabled={plan.balance < needed}>
            Import {holders(absent.length)}
          </Button>
        </div>
      )}
      <DifferentRows plan={plan} />
    </div>
  );
}

/** Rows that are told one by one. */
const TOLD = 20;

function DifferentRows({ plan: { compared } }: { readonly plan: Plan }) {
  const { different } = compared;
  return different.length === 0 ? null : (
    <section>
      <h3>On the register with other facts</h3>
      <Table
        caption="On the register with other facts"
        rows={different.slice(0, TOLD)}
        keyOf={({ row }) => row.wallet}
        columns={[
          { name: "Wallet", cell: ({ row }) => <AddressText of={row.wallet} /> },
          { name: "Line", cell: ({ row }) => row.line },
          { name: "On the register", cell: ({ how }) => <span className={styles.message}>{how}</span> },
        ]}
      />
      <p className={styles.message}>
        {different.length > TOLD ? `And ${different.length - TOLD} more. ` : ""}Change single ones under Holders, or all of them with “scrip holder import --update”.
      </p>
    </section>
  );
}

export function holders(count: number): string {
  return count === 1 ? "1 holder" : `${count} holders`;
}

function sol(lamports: bigint): string {
  return `${formatDecimal(lamports, 9)} SOL`;
}
