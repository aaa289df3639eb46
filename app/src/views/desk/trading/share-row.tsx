/** A share at the desk: how its trading stands, what may be done about it, and the form of what is being done. */
import { useState } from "react";
import { useNow } from "../../../chain/clock.ts";
import type { Known } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Badge, Button } from "../../../ui/controls.tsx";
import { Figure, Skeleton } from "../../../ui/figure.tsx";
import { Time } from "../../../ui/time.tsx";
import { reasonInWords, sourceOf } from "../../../words/standing.ts";
import type { Need } from "../parts/permitted.tsx";
import { OFFERS, type TradingAct } from "./acts.ts";
import { type Trading, tradingOf } from "./standing.ts";
import { TradingForm } from "./trading-form.tsx";
import styles from "./trading.module.css";

interface ShareRowProps {
  readonly share: Known<Share>;
  readonly permitted: (need: Need) => boolean;
}

export function ShareRow({ share: reading, permitted }: ShareRowProps) {
  const now = useNow();
  const [chosen, choose] = useState<TradingAct>();
  const share = reading.value;
  if (now === undefined) {
    return (
      <li className={styles.row}>
        <Skeleton width={24} />
      </li>
    );
  }
  const trading = tradingOf(share, now);
  const offers = OFFERS.filter(({ need, applies }) => permitted(need) && applies(trading));
  return (
    <li className={styles.row} aria-label={share.symbol}>
      <div className={styles.line}>
        <div className={styles.name}>
          <h3>{share.symbol}</h3>
          <span>{share.name}</span>
        </div>
        <div className={styles.standing}>
          {trading.standings.map((standing) => (
            <Figure key={standing.kind} of={reading} from={sourceOf(standing, share)}>
              {() => (
                <Badge tone={standing.tone} title={standing.meaning}>
                  {standing.kind}
                </Badge>
              )}
            </Figure>
          ))}
          <Details of={share.policy.data} trading={trading} />
        </div>
        <div className={styles.buttons}>
          {offers.map(({ act, label, look }) => (
            <Button key={act} look={look} aria-label={`${label} ${share.symbol}…`} aria-expanded={chosen === act} onClick={() => choose(act)}>
              {label}
            </Button>
          ))}
        </div>
      </div>
      {chosen ? <TradingForm key={chosen} share={share} chosen={chosen} onClose={() => choose(undefined)} /> : null}
    </li>
  );
}

/** Why, and from when until when. */
function Details({ of: { haltReason, blackoutFrom, blackoutUntil }, trading }: { readonly of: Share["policy"]["data"]; readonly trading: Trading }) {
  return (
    <>
      {trading.standings.map(({ kind, until }) =>
        kind === "halted" ? (
          <span key={kind} className={styles.detail}>
            {reasonInWords(haltReason)}, {until === undefined ? "until resumed" : <>until <Time at={until} /></>}
          </span>
        ) : kind === "locked" && until !== undefined ? (
          <span key={kind} className={styles.detail}>
            No transfers before <Time at={until} />
          </span>
        ) : null,
      )}
      {trading.blackout === "none" ? null : (
        <span className={styles.detail}>
          Blackout {trading.blackout === "to come" ? <>from <Time at={blackoutFrom} /> </> : null}until <Time at={blackoutUntil} />
        </span>
      )}
    </>
  );
}
