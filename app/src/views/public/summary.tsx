/** Above the list: how many shares there are, how many are halted, and what is coming. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type CalendarOfIssuer, isAhead } from "../../chain/calendar.ts";
import { type Reading, derive } from "../../chain/reading.ts";
import { useConsole } from "../../context.ts";
import { Figure } from "../../ui/figure.tsx";
import type { Row } from "./listing.ts";
import styles from "./overview.module.css";

interface SummaryProps {
  readonly rows: Reading<readonly Row[]>;
  readonly calendar: Reading<CalendarOfIssuer>;
  readonly now: bigint | undefined;
  readonly onHalted: () => void;
}

const MONTH = 2_592_000n;

export function Summary({ rows, calendar, now, onHalted }: SummaryProps) {
  const halted = derive(rows, (value) => value.filter((row) => row.halted).length);
  const coming: Reading<number> = now === undefined ? LOADING : derive(calendar, (value) => comingOf(value, now));
  return (
    <dl className={styles.summary}>
      <Tile name="Shares listed" of={derive(rows, ({ length }) => length)} more="by this issuer" />
      <Tile
        name="Halted now"
        of={halted}
        more={
          halted.status === "known" && halted.value > 0 ? (
            <button type="button" className={styles.link} onClick={onHalted}>
              show them
            </button>
          ) : (
            "by the chain’s clock"
          )
        }
      />
      <Tile name="Actions in 30 days" of={coming} more={<Link href="/calendar">open the calendar</Link>} />
    </dl>
  );
}

export const LOADING = { status: "loading" } as const;

/** A count over many accounts; where they are all listed is the issuer's account. */
function Tile({ name, of, more }: { readonly name: string; readonly of: Reading<number>; readonly more: ReactNode }) {
  const { config } = useConsole();
  return (
    <div className={styles.tile}>
      <dt>{name}</dt>
      <dd>
        <Figure of={of} from={config.issuer} width={3}>
          {(count) => count.toLocaleString()}
        </Figure>
      </dd>
      <dd className={styles.more}>{more}</dd>
    </div>
  );
}

function comingOf({ entries }: CalendarOfIssuer, now: bigint): number {
  return entries.filter(({ action: { data } }) => isAhead(data, now) && data.dates.effectiveAt < now + MONTH).length;
}
