/** A share at the desk: how its trading stands, what may be done about it, and the form of what is being done. */
import { useState } from "react";
import { useNow } from "../../../chain/clock.ts";
import { type Known, derive } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Badge, Button } from "../../../ui/controls.tsx";
import { Figure, Skeleton } from "../../../ui/figure.tsx";
import { Time } from "../../../ui/time.tsx";
import type { Need } from "../parts/permitted.tsx";
import { OFFERS, type TradingAct } from "./acts.ts";
import { type Standing, isOpen, standingOf } from "./standing.ts";
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
  const standing = standingOf(share, now);
  const offers = OFFERS.filter(({ need, applies }) => permitted(need) && applies(standing));
  return (
    <li className={styles.row} aria-label={share.symbol}>
      <div className={styles.line}>
        <div className={styles.name}>
          <h3>{share.symbol}</h3>
          <span>{share.name}</span>
        </div>
        <div className={styles.standing}>
          <Figure of={derive(reading, () => standing)} from={share.policy.address}>
            {(value) => <Word of={value} />}
          </Figure>
          <Details of={standing} />
          {standing.paused ? (
            <Figure of={reading} from={share.mint}>
              {() => <Badge tone="bad">Paused</Badge>}
            </Figure>
          ) : null}
          {standing.ended ? (
            <Figure of={reading} from={share.asset.address}>
              {() => <Badge>{standing.ended}</Badge>}
            </Figure>
          ) : null}
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

function Word({ of: standing }: { readonly of: Standing }) {
  if (standing.halted) {
    return <Badge tone="bad">Halted</Badge>;
  }
  if (standing.blackout === "now") {
    return <Badge tone="warn">Blackout</Badge>;
  }
  if (standing.lockedUntil !== undefined) {
    return <Badge tone="warn">Locked up</Badge>;
  }
  return isOpen(standing) ? <Badge tone="good">Trading</Badge> : <Badge>No halt</Badge>;
}

function Details({ of: { halted, haltReason, haltedUntil, blackout, blackoutFrom, blackoutUntil, lockedUntil } }: { readonly of: Standing }) {
  return (
    <>
      {halted ? (
        <span className={styles.detail}>
          {haltReason}, {haltedUntil === 0n ? "until resumed" : <>until <Time at={haltedUntil} /></>}
        </span>
      ) : null}
      {blackout === "none" ? null : (
        <span className={styles.detail}>
          Blackout {blackout === "to come" ? <>from <Time at={blackoutFrom} /> </> : null}until <Time at={blackoutUntil} />
        </span>
      )}
      {lockedUntil === undefined ? null : (
        <span className={styles.detail}>
          No transfers before <Time at={lockedUntil} />
        </span>
      )}
    </>
  );
}
