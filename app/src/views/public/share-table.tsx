/** The rows of the overview: a table, and on a phone a list of cards. */
import { type CalendarOfIssuer, stageOf } from "../../chain/calendar.ts";
import { type Known, type Reading, derive } from "../../chain/reading.ts";
import { Link } from "wouter";
import { Raw, Shares } from "../../ui/amount.tsx";
import { Figure, Skeleton } from "../../ui/figure.tsx";
import table from "../../ui/table.module.css";
import { Time } from "../../ui/time.tsx";
import { headline } from "../../words/actions.ts";
import { Coverage } from "./coverage.tsx";
import { type Row, SORTS, type Sort } from "./listing.ts";
import styles from "./overview.module.css";
import shared from "./public.module.css";
import { StandingBadge } from "./standing-badge.tsx";

interface ShareTableProps {
  readonly rows: readonly Row[];
  /** What the rows were read with. */
  readonly of: Known<unknown>;
  readonly calendar: Reading<CalendarOfIssuer>;
  readonly now: bigint;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onSort: (sort: Sort) => void;
}

export function ShareTable({ rows, of, calendar, now, sort, descending, onSort }: ShareTableProps) {
  return (
    <table className={`${table.table} ${styles.table}`}>
      <caption className="visually-hidden">All shares of the issuer</caption>
      <thead>
        <tr>
          {(Object.entries(SORTS) as [Sort, string][]).map(([key, name]) => (
            <th
              key={key}
              scope="col"
              className={key === "outstanding" ? table.figure : key === "coverage" ? styles.attested : undefined}
              aria-sort={key === sort ? (descending ? "descending" : "ascending") : undefined}
            >
              <button type="button" className={styles.head} onClick={() => onSort(key)}>
                {name}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ShareRow key={row.share.mint} row={row} of={of} calendar={calendar} now={now} />
        ))}
      </tbody>
    </table>
  );
}

type ShareRowProps = Pick<ShareTableProps, "of" | "calendar" | "now"> & { readonly row: Row };

function ShareRow({ row, of, calendar, now }: ShareRowProps) {
  const { share, isin, outstanding, attested, standing, next } = row;
  const reading: Known<Row> = { ...of, value: row };
  // One custodian's count comes from its own account; a sum of several from those that the asset's account leads to.
  const [only] = attested.comparable.length === 1 ? attested.comparable : [];
  return (
    <tr>
      <td data-column={SORTS.symbol}>
        <Link href={`/share/${share.mint}`} className={styles.share}>
          {share.symbol}
        </Link>
        <span className={styles.name}>
          {share.name} <span className={styles.isin}>{isin}</span>
        </span>
      </td>
      <td data-column={SORTS.outstanding} className={table.figure}>
        <div className={styles.figures}>
          <Figure of={reading} from={share.asset.address}>{() => <Shares base={outstanding} />}</Figure>
          <span className={shared.second}>
            <Figure of={reading} from={share.mint}>{() => <Raw amount={share.supply} />}</Figure>
          </span>
        </div>
      </td>
      <td data-column={SORTS.coverage} className={styles.attested}>
        <div>
          <Figure of={reading} from={only?.address ?? share.asset.address}>
            {() => <Coverage share={share} attested={attested} outstanding={outstanding} now={now} />}
          </Figure>
        </div>
      </td>
      <td data-column={SORTS.standing}>
        <div>
          <Figure of={reading} from={share.policy.address}>
            {() => <StandingBadge standing={standing} haltReason={share.policy.data.haltReason} />}
          </Figure>
        </div>
      </td>
      <td data-column={SORTS.next}>
        <div>
          {next ? (
            <Figure of={derive(calendar, () => next)} from={next.address}>
              {({ data }) => (
                <>
                  {headline(data)}
                  <span className={shared.second}>
                    <Time at={data.dates.effectiveAt} relative />
                    {stageOf(data, now) === "scheduled" ? null : `, ${stageOf(data, now)} only`}
                  </span>
                </>
              )}
            </Figure>
          ) : (
            <Figure of={calendar} from={share.asset.address}>{() => <span className={shared.none}>none</span>}</Figure>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Where rows will be, as high as they are. */
export function ShareTableSkeleton() {
  return (
    <div>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className={styles.waitingRow} aria-hidden={index > 0}>
          <Skeleton width={12} />
          <Skeleton width={24} />
        </div>
      ))}
    </div>
  );
}
