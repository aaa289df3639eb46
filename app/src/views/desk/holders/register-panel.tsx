/** The whole register, once somebody asks for it: filtered, and 50 records at a time. */
import { HolderKind, type transferHook } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useState } from "react";
import { useNow } from "../../../chain/clock.ts";
import { type Known, derive } from "../../../chain/reading.ts";
import { useRegisterList } from "../../../chain/register.ts";
import { Button, Choice, Notice } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { short } from "../../../ui/address.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import { classesInWords } from "../../../words/classes.ts";
import { countryCode } from "../../../words/countries.ts";
import { STATUSES } from "../../../words/record.ts";
import { ALL, type Filter, countriesOn, filtered } from "./filter.ts";
import styles from "./holders.module.css";
import { StandingBadge } from "./standing.tsx";

interface RegisterPanelProps {
  readonly registry: Address;
  readonly onOpen: (wallet: Address) => void;
}

export function RegisterPanel({ registry, onOpen }: RegisterPanelProps) {
  const { reading, loading, load } = useRegisterList(registry);
  return (
    <Panel
      title="The register"
      reading={reading}
      tools={reading?.status === "known" ? <Button onClick={load} disabled={loading}>{loading ? "Loading…" : "Load again"}</Button> : null}
    >
      {reading?.status === "known" ? (
        <List reading={reading} onOpen={onOpen} />
      ) : (
        <>
          <Empty title="The list is not loaded">
            It may be long: each record takes about a quarter of a kilobyte, and a hundred thousand of them some 30 MB. To look up one wallet, search for it above.
          </Empty>
          <div className={styles.acts}>
            <Button onClick={load} disabled={loading}>
              {loading ? "Loading…" : "Load the list"}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}

type Holder = Account<transferHook.Holder>;

const PAGE = 50;

function List({ reading, onOpen }: { readonly reading: Known<readonly Holder[]>; readonly onOpen: (wallet: Address) => void }) {
  const now = useNow(60n);
  const [filter, setFilter] = useState<Filter>(ALL);
  const [page, setPage] = useState(0);
  const change = (part: Partial<Filter>) => {
    setFilter((is) => ({ ...is, ...part }));
    setPage(0);
  };
  const found = filtered(reading.value, filter, now ?? 0n);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const from = (row: Holder) => derive(reading, () => row);
  return (
    <>
      <div className={styles.filters}>
        <Choice label="Standing" value={filter.status} onChange={(event) => change({ status: Number(event.target.value) })}>
          <option value={0}>any</option>
          {Object.entries(STATUSES).map(([status, { word }]) => (
            <option key={status} value={status}>
              {word}
            </option>
          ))}
        </Choice>
        <Choice label="Residence" value={filter.country} onChange={(event) => change({ country: event.target.value })}>
          <option value="">any</option>
          {countriesOn(reading.value).map(([country, count]) => (
            <option key={country} value={country}>
              {country} ({count})
            </option>
          ))}
        </Choice>
        <Choice label="Check ends" value={filter.withinDays} onChange={(event) => change({ withinDays: Number(event.target.value) })}>
          <option value={0}>any time</option>
          <option value={7}>within 7 days, or is over</option>
          <option value={30}>within 30 days, or is over</option>
          <option value={90}>within 90 days, or is over</option>
        </Choice>
      </div>
      <p role="status" className={styles.note}>
        {found.length.toLocaleString()} of {reading.value.length.toLocaleString()} records
        {found.length > PAGE ? `, page ${page + 1} of ${pages}` : ""}. Those whose check ends first come first.
      </p>
      {found.length === 0 ? (
        <Notice>No record is like that. Choose “any” to see all.</Notice>
      ) : (
        <Table
          caption="Records of the register"
          rows={found.slice(page * PAGE, (page + 1) * PAGE)}
          keyOf={({ address }) => address}
          columns={[
            {
              name: "Wallet",
              cell: ({ data }) => (
                <Button className={styles.open} onClick={() => onOpen(data.wallet)} title={`Open the record of ${data.wallet}`}>
                  {short(data.wallet)}
                </Button>
              ),
            },
            { name: "Standing", cell: (row) => <Figure of={from(row)} from={row.address}>{({ data }) => <StandingBadge of={data} />}</Figure> },
            { name: "Residence", cell: (row) => <Figure of={from(row)} from={row.address}>{({ data }) => (data.kind === HolderKind.Venue ? "venue" : countryCode(data.jurisdiction))}</Figure> },
            { name: "Classes", cell: (row) => <Figure of={from(row)} from={row.address}>{({ data }) => classesInWords(data.investorClasses)}</Figure> },
            { name: "Check ends", cell: (row) => <Figure of={from(row)} from={row.address}>{({ data }) => (data.kind === HolderKind.Venue ? "—" : <Time at={data.kycExpiresAt} />)}</Figure> },
          ]}
        />
      )}
      {pages > 1 ? (
        <div className={styles.acts}>
          <Button onClick={() => setPage(page - 1)} disabled={page === 0}>
            Previous {PAGE}
          </Button>
          <Button onClick={() => setPage(page + 1)} disabled={page >= pages - 1}>
            Next {PAGE}
          </Button>
        </div>
      ) : null}
    </>
  );
}
