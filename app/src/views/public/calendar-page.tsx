/** All corporate actions of all shares: what is coming first, then what was, by month. */
import { useMemo, useState } from "react";
import { Link } from "wouter";
import { type Entry, isAhead, useCalendar } from "../../chain/calendar.ts";
import { useNow } from "../../chain/clock.ts";
import { valueOf } from "../../chain/reading.ts";
import { useShares } from "../../chain/share.ts";
import { Page } from "../../shell/page.tsx";
import { Button, Choice, Notice } from "../../ui/controls.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import { ActionCard } from "./action-card.tsx";
import { KINDS } from "../../words/actions.ts";
import styles from "./calendar.module.css";
import { useMints } from "./mints.ts";
import { byMonth, byTime } from "./months.ts";

/** So many at first, and so many more at once. */
const AT_ONCE = 50;

export default function CalendarPage() {
  const calendar = useCalendar();
  const shares = valueOf(useShares());
  const now = useNow();
  const [kind, setKind] = useState("");
  const [mint, setMint] = useState("");
  const known = valueOf(calendar);
  const mints = useMints(useMemo(() => known?.entries.map(({ action }) => action), [known]), shares);
  const entries = known?.entries ?? [];
  const found = entries.filter(({ action, share }) => (kind === "" || action.data.kind === Number(kind)) && (mint === "" || share.mint === mint));
  const kinds = [...KINDS].filter(([number]) => entries.some(({ action }) => action.data.kind === number));
  const withActions = (shares ?? []).filter((share) => (known?.byMint.get(share.mint)?.length ?? 0) > 0);
  const card = ({ action, share }: Entry) =>
    calendar.status === "known" && now !== undefined ? (
      <ActionCard
        key={action.address}
        action={action}
        of={calendar}
        mints={mints}
        now={now}
        share={
          <Link href={`/share/${share.mint}`} className={styles.share}>
            {share.symbol}
          </Link>
        }
      />
    ) : null;
  return (
    <Page title="Calendar" lead="Splits, dividends, offers: everything that the issuer has announced on chain for its shares, before and after it takes effect.">
      <Panel title="Corporate actions" reading={calendar}>
        <div className={styles.tools}>
          <Choice label="Kind" value={kind} onChange={({ target }) => setKind(target.value)}>
            <option value="">All kinds</option>
            {kinds.map(([number, { code, name }]) => (
              <option key={code} value={number}>
                {name} ({code})
              </option>
            ))}
          </Choice>
          <Choice label="Share" value={mint} onChange={({ target }) => setMint(target.value)}>
            <option value="">All shares</option>
            {withActions.map((share) => (
              <option key={share.mint} value={share.mint}>
                {share.symbol}
              </option>
            ))}
          </Choice>
        </div>
        {known && known.missing > 0 ? (
          <Notice tone="warn" live title="The calendar is not complete">
            {known.missing} of the actions that the shares count are not among those that the node has told of. The page asks again.
          </Notice>
        ) : null}
        <div className={styles.list}>
          {calendar.status === "failed" ? (
            <Notice tone="bad" title="The calendar could not be loaded">
              The node did not answer, so nothing is shown rather than something wrong. The page goes on asking.
            </Notice>
          ) : calendar.status === "loading" || now === undefined ? (
            <p role="status" className={styles.waiting}>
              Reading all corporate actions…
            </p>
          ) : found.length === 0 ? (
            <Nothing announced={entries.length} />
          ) : (
            <>
              <Part title="Coming" ahead entries={found.filter(({ action }) => isAhead(action.data, now))} card={card} />
              <Part title="Past" entries={found.filter(({ action }) => !isAhead(action.data, now))} card={card} />
            </>
          )}
        </div>
      </Panel>
    </Page>
  );
}

interface PartProps {
  readonly title: string;
  readonly ahead?: boolean;
  readonly entries: readonly Entry[];
  readonly card: (entry: Entry) => React.ReactNode;
}

function Part({ title, ahead = false, entries, card }: PartProps) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {entries.length === 0 ? <p className={styles.none}>{ahead ? "Nothing is announced for the time to come." : "Nothing has been in force or cancelled yet."}</p> : null}
      {byMonth(byTime(entries, ahead).slice(0, shown)).map(({ name, entries }) => (
        <div key={name}>
          <h3 className={styles.month}>{name}</h3>
          {entries.map(card)}
        </div>
      ))}
      {entries.length > shown ? <Button onClick={() => setShown(shown + AT_ONCE)}>Show {Math.min(AT_ONCE, entries.length - shown)} more</Button> : null}
    </section>
  );
}

function Nothing({ announced }: { readonly announced: number }) {
  return announced === 0 ? (
    <Empty title="Nothing has been announced yet">
      An issuer announces a split or a dividend here days before it takes effect: a maker proposes it, a checker approves it, and from then on the
      chain’s clock carries it out. Holders need do nothing.
    </Empty>
  ) : (
    <Empty title="No action is like that">Choose another kind or share.</Empty>
  );
}
