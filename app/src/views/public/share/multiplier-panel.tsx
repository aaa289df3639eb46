/** The multiplier of a share over time, from its corporate actions. */
import { Suspense, lazy } from "react";
import { useNow } from "../../../chain/clock.ts";
import { type Reading, valueOf } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Multiplier } from "../../../ui/amount.tsx";
import { Notice } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import type { History } from "../history.ts";
import styles from "./share.module.css";

const MultiplierChart = lazy(() => import("./multiplier-chart.tsx"));

interface MultiplierPanelProps {
  readonly of: Reading<Share>;
  readonly history: Reading<History>;
}

export function MultiplierPanel({ of, history }: MultiplierPanelProps) {
  const now = useNow();
  const known = valueOf(history);
  const share = valueOf(of);
  return (
    <Panel title="Multiplier" reading={history} about="Splits and reinvested dividends change how many shares a raw unit stands for. Solid is what was, dashed what is scheduled.">
      <div className={styles.chart}>
        {history.status === "failed" ? <Notice tone="bad" title="The history could not be loaded">{history.error.message}</Notice> : null}
        {known && known.changes.length === 0 && share ? (
          <Empty title="Nothing has changed the multiplier yet">
            It has been <Figure of={of} from={share.asset.address}>{() => <Multiplier value={known.start} />}</Figure> from the beginning. A split or a reinvested dividend would be a step here, from the moment it is scheduled.
          </Empty>
        ) : null}
        {known && known.changes.length > 0 && now !== undefined ? (
          <Suspense>
            <MultiplierChart history={known} now={now} />
          </Suspense>
        ) : null}
      </div>
    </Panel>
  );
}
