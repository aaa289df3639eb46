/** What custodians attest against what is outstanding, small: the figure, a bar, and how old the count is. */
import { formatDecimal } from "@scrip/client";
import type { Share } from "../../chain/share.ts";
import { isTooOld } from "../../chain/reserves.ts";
import { Shares, grouped } from "../../ui/amount.tsx";
import { Badge } from "../../ui/controls.tsx";
import { Time } from "../../ui/time.tsx";
import { type Row, coverageOf } from "./listing.ts";
import styles from "./public.module.css";

interface CoverageProps extends Pick<Row, "attested" | "outstanding"> {
  readonly share: Share;
  readonly now: bigint;
}

export function Coverage({ share, attested, outstanding, now }: CoverageProps) {
  const { comparable, outdated, shares, asOf } = attested;
  if (asOf === undefined) {
    return outdated.length === 0 ? (
      <span className={styles.none}>no attestation</span>
    ) : (
      <>
        <Badge tone="warn">not comparable</Badge>
        <span className={styles.second}>counted before the multiplier changed</span>
      </>
    );
  }
  const coverage = coverageOf({ attested, outstanding });
  const short = shares < outstanding;
  const tooOld = isTooOld(share.asset.data, asOf, now);
  return (
    <>
      <Shares base={shares} />
      <span className={styles.track} aria-hidden="true">
        <span className={short ? styles.short : tooOld ? styles.old : styles.covered} style={{ width: `${pixelsOf(coverage)}%` }} />
      </span>
      <span className={styles.second}>
        {coverage === undefined ? "nothing outstanding" : <span className={short ? styles.bad : undefined}>{`${grouped(formatDecimal(coverage, 2))} %`}</span>}
        {" · "}
        <Time at={asOf} relative />
        {" "}
        {tooOld ? <Badge tone="warn" title="Older than the share's rule for reserves accepts">stale</Badge> : null}
      </span>
      {outdated.length === 0 ? null : (
        <span className={styles.second}>
          {outdated.length} of {outdated.length + comparable.length} not comparable
        </span>
      )}
    </>
  );
}

/** The bar is full at 100 %. */
function pixelsOf(coverage: bigint | undefined): number {
  return coverage === undefined || coverage > 10_000n ? 100 : Number(coverage) / 100;
}
