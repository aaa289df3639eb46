/** The calendar of one share: what is coming first, then what was. */
import { isAhead } from "../../../chain/calendar.ts";
import { useNow } from "../../../chain/clock.ts";
import { type Reading, valueOf } from "../../../chain/reading.ts";
import { type Share, useShares } from "../../../chain/share.ts";
import { Notice } from "../../../ui/controls.tsx";
import { Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { ActionCard } from "../action-card.tsx";
import type { History } from "../history.ts";
import { useMints } from "../mints.ts";
import { byTime } from "../months.ts";
import styles from "./share.module.css";

interface ActionsPanelProps {
  readonly of: Reading<Share>;
  readonly history: Reading<History>;
}

export function ActionsPanel({ of, history }: ActionsPanelProps) {
  const now = useNow();
  const actions = valueOf(history)?.actions;
  const mints = useMints(actions, valueOf(useShares()));
  const symbol = valueOf(of)?.symbol ?? "this share";
  return (
    <Panel title="Corporate actions" reading={history}>
      {history.status === "failed" ? <Notice tone="bad" title="The calendar could not be loaded">{history.error.message}</Notice> : null}
      {history.status === "loading" || (actions && now === undefined) ? <Skeleton width={30} /> : null}
      {actions?.length === 0 ? (
        <Empty title="No corporate action has been announced">
          Splits, dividends and offers of {symbol} appear here when the issuer announces them on chain, with all dates, before they take effect.
        </Empty>
      ) : null}
      {history.status === "known" && now !== undefined
        ? ([["Coming", true], ["Past", false]] as const).map(([title, ahead]) => {
            const chosen = byTime(history.value.actions.filter(({ data }) => isAhead(data, now) === ahead), ahead);
            return chosen.length === 0 ? null : (
              <div key={title} className={styles.part}>
                <h3>{title}</h3>
                {chosen.map((action) => (
                  <ActionCard key={action.address} action={action} of={history} mints={mints} now={now} />
                ))}
              </div>
            );
          })
        : null}
    </Panel>
  );
}
