/** The first page: all shares of the issuer, each with what is outstanding, what stands behind it, and whether it trades. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useCalendar } from "../../chain/calendar.ts";
import { useNow } from "../../chain/clock.ts";
import { type Reading, derive, valueOf } from "../../chain/reading.ts";
import { useShares } from "../../chain/share.ts";
import { Page } from "../../shell/page.tsx";
import { Button, Choice, Field, Notice } from "../../ui/controls.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import { FILTERS, type Filter, type Row, SORTS, type Sort, type Wanted, pick, rowOf } from "./listing.ts";
import styles from "./overview.module.css";
import { ShareTable, ShareTableSkeleton } from "./share-table.tsx";
import { LOADING, Summary } from "./summary.tsx";

/** How many rows are there at first, and how many more come at once: the page stays quick at 1,500 shares. */
const AT_ONCE = 50;

/** What was looked for, for who comes back from a share's page. */
let kept: Wanted & { readonly shown: number } = { query: "", filter: "all", sort: "symbol", descending: false, shown: AT_ONCE };

export function Overview() {
  const shares = useShares();
  const calendar = useCalendar();
  const now = useNow();
  const [wanted, setWanted] = useState(kept);
  useEffect(() => void (kept = wanted), [wanted]);
  const query = useDeferredValue(wanted.query);
  const actions = valueOf(calendar)?.byMint;
  const value = valueOf(shares);
  const all = useMemo(() => (value && now !== undefined ? value.map((share) => rowOf(share, now, actions?.get(share.mint))) : undefined), [value, now, actions]);
  const rows: Reading<readonly Row[]> = all || shares.status !== "known" ? derive(shares, () => all ?? []) : LOADING;
  const found = useMemo(() => (all ? pick(all, { ...wanted, query }) : []), [all, wanted, query]);
  /** Any other wish begins at the top. */
  const want = (wish: Partial<Wanted>) => setWanted({ ...wanted, ...wish, shown: AT_ONCE });
  return (
    <Page title="Shares" lead="Read from the chain: each figure leads to the account that it comes from.">
      <Summary rows={rows} calendar={calendar} now={now} onHalted={() => want({ filter: "halted", query: "" })} />
      <Panel title="All shares" reading={shares}>
        <div className={styles.tools}>
          <Field label="Search" type="search" placeholder="Symbol, name, ISIN or mint" value={wanted.query} onChange={({ target }) => want({ query: target.value })} />
          <Choice label="Show" value={wanted.filter} onChange={({ target }) => want({ filter: target.value as Filter })}>
            {Object.entries(FILTERS).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Choice>
          <div className={styles.sort}>
            <Choice label="Sort by" value={wanted.sort} onChange={({ target }) => want({ sort: target.value as Sort, descending: false })}>
              {Object.entries(SORTS).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Choice>
          </div>
        </div>
        <div className={styles.list}>
          {shares.status === "failed" ? (
            <Notice tone="bad" title="The shares could not be loaded">
              The node did not answer, so nothing is shown rather than something wrong. The page goes on asking.
            </Notice>
          ) : rows.status !== "known" || now === undefined ? (
            <ShareTableSkeleton />
          ) : found.length === 0 ? (
            <Nothing listed={rows.value.length} onAll={() => want({ query: "", filter: "all" })} />
          ) : (
            <ShareTable
              rows={found.slice(0, wanted.shown)}
              of={rows}
              calendar={calendar}
              now={now}
              sort={wanted.sort}
              descending={wanted.descending}
              onSort={(sort) => want({ sort, descending: sort === wanted.sort && !wanted.descending })}
            />
          )}
        </div>
        <div className={styles.foot}>
          <span role="status">{all ? `${Math.min(wanted.shown, found.length)} of ${found.length === all.length ? "" : `${found.length} found, of `}${all.length} shares` : ""}</span>
          {found.length > wanted.shown ? <Button onClick={() => setWanted({ ...wanted, shown: wanted.shown + AT_ONCE })}>Show {Math.min(AT_ONCE, found.length - wanted.shown)} more</Button> : null}
        </div>
      </Panel>
    </Page>
  );
}

function Nothing({ listed, onAll }: { readonly listed: number; readonly onAll: () => void }) {
  return listed === 0 ? (
    <Empty title="This issuer has no shares yet">
      A share appears here as soon as its issuer has created it on chain, with what custodians hold for it and when it is split or pays.
    </Empty>
  ) : (
    <Empty title="No share is like that">
      None of the {listed} shares has this in its symbol, name, ISIN or mint. <Button onClick={onAll}>Show all shares</Button>
    </Empty>
  );
}
