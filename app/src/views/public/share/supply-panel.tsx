/** How much of a share there is: raw units, what they stand for, and the multiplier between them. */
import { multiplierInForce } from "@scrip/client";
import { useNow } from "../../../chain/clock.ts";
import { type Reading, derive } from "../../../chain/reading.ts";
import type { Share } from "../../../chain/share.ts";
import { Multiplier, Raw, Shares } from "../../../ui/amount.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import { outstandingOf } from "../listing.ts";
import styles from "./share.module.css";

export function SupplyPanel({ of }: { readonly of: Reading<Share> }) {
  const now = useNow();
  /** Shares with the time of the chain, as what is in force depends on it. */
  const timed = now === undefined && of.status === "known" ? ({ status: "loading" } as const) : derive(of, (share) => ({ share, now: now ?? 0n }));
  return (
    <Panel title="Supply" reading={of} about="Token accounts hold raw units, which no corporate action touches. Times the multiplier in force they are shares, which is what people own.">
      <div className={styles.supply}>
        <Facts>
          <Fact name="Shares outstanding" hint="supply × multiplier in force">
            <span className={styles.main}>
              <Figure of={timed} from={({ share }) => share.mint} width={10}>
                {({ share, now }) => <Shares base={outstandingOf(share, now)} />}
              </Figure>
            </span>
          </Fact>
          <Fact name="Supply" hint="in raw units, at most the cap">
            <Figure of={of} from={({ mint }) => mint} width={14}>
              {({ supply }) => <Raw amount={supply} />}
            </Figure>
          </Fact>
          <Fact name="Supply cap">
            <Figure of={of} from={({ asset }) => asset.address} width={14}>
              {({ asset }) => <Raw amount={asset.data.supplyCap} />}
            </Figure>
          </Fact>
          <Fact name="Multiplier in force" hint="shares for each raw unit">
            <Figure of={timed} from={({ share }) => share.asset.address} width={14}>
              {({ share, now }) => <Multiplier value={multiplierInForce(share.asset.data, now)} />}
            </Figure>
          </Fact>
          <Fact name="Next multiplier">
            <Figure of={timed} from={({ share }) => share.asset.address} width={14}>
              {({ share: { asset }, now }) =>
                now < asset.data.multiplierEffectiveAt ? (
                  <>
                    <Multiplier value={asset.data.nextMultiplier} /> from <Time at={asset.data.multiplierEffectiveAt} />
                  </>
                ) : (
                  "no change is scheduled"
                )
              }
            </Figure>
          </Fact>
        </Facts>
      </div>
    </Panel>
  );
}
