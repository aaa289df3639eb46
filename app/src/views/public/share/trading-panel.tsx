/** Whether a share trades now, and what would stop it at other times. */
import { useNow } from "../../../chain/clock.ts";
import { type Reading, valueOf } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Badge } from "../../../ui/controls.tsx";
import { Figure, Loaded } from "../../../ui/figure.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import { sourceOf, standingsOf } from "../../../words/standing.ts";
import styles from "./share.module.css";

export function TradingPanel({ of }: { readonly of: Reading<Share> }) {
  const now = useNow();
  const share = valueOf(of);
  const blackout = share && now !== undefined && now < share.policy.data.blackoutFrom ? share.policy.data : undefined;
  return (
    <Panel title="Trading" about="By the chain’s clock, which is what the programs go by.">
      <div className={styles.standings}>
        {share && now !== undefined && of.status === "known" ? (
          standingsOf(share, now).map((standing) => (
            <div key={standing.kind}>
              <Figure of={of} from={sourceOf(standing, share)}>
                {() => <Badge tone={standing.tone}>{standing.kind}</Badge>}
              </Figure>
              <p>
                {standing.meaning}{" "}
                {standing.until === undefined ? (
                  standing.kind === "halted" ? "Until the issuer resumes it." : null
                ) : (
                  <>
                    Until <Time at={standing.until} /> (<Time at={standing.until} relative />).
                  </>
                )}
              </p>
            </div>
          ))
        ) : (
          <Loaded of={of.status === "failed" ? of : { status: "loading" }} />
        )}
        {blackout ? (
          <div>
            <Badge>blackout to come</Badge>
            <p>
              From <Time at={blackout.blackoutFrom} /> until <Time at={blackout.blackoutUntil} />, around a corporate action, nothing moves.
            </p>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
