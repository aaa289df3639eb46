/** What custodians say they hold for a share, against what is outstanding, and the program's verdict on it. */
import { ReserveMode, type issuer } from "@scrip/client";
import { Suspense, lazy } from "react";
import { useNow } from "../../../chain/clock.ts";
import { type Known, type Reading, valueOf } from "../../../chain/reading.ts";
import { attestedOf, isTooOld, useReserveStatus } from "../../../chain/reserves.ts";
import type { Share } from "../../../chain/share.ts";
import { Raw, Shares, percent } from "../../../ui/amount.tsx";
import { AsOf } from "../../../ui/as-of.tsx";
import { Notice } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Empty, Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { duration } from "../../../ui/time.tsx";
import { AttestationTable } from "./attestation-table.tsx";
import styles from "./share.module.css";

const ReservesChart = lazy(() => import("./reserves-chart.tsx"));

export function ReservesPanel({ of }: { readonly of: Reading<Share> }) {
  const share = valueOf(of);
  const status = useReserveStatus(share);
  const now = useNow();
  const rule = share?.asset.data;
  const looks = rule !== undefined && rule.reserveMode !== ReserveMode.Off;
  return (
    <Panel title="Reserves" reading={of} about="Custodians hold the shares themselves and sign on chain how many they hold. The verdict is the program’s own, asked of it now.">
      {share && !looks ? (
        <Notice title="No rule for reserves">The issuer has set none for this share, so the program compares nothing. What custodians attest is shown all the same.</Notice>
      ) : (
        <Verdict status={status} />
      )}
      {share && looks ? (
        <div className={styles.part}>
          <Rule share={share} of={of as Known<Share>} status={status} />
        </div>
      ) : null}
      <div className={`${styles.part} ${styles.bars}`}>
        {share && now !== undefined && share.attestations.length > 0 ? (
          <Suspense>
            <ReservesChart share={share} now={now} counted={looks ? valueOf(status)?.counted : undefined} />
          </Suspense>
        ) : null}
        {share && share.attestations.length === 0 ? (
          <Empty title="No custodian has attested yet">
            As soon as a custodian that the issuer approves signs how many shares it holds, its count is here, with its age and the hash of its statement.
          </Empty>
        ) : null}
      </div>
      {share && share.attestations.length > 0 ? (
        <div className={`${styles.part} ${styles.attestations}`}>
          <h3>Attestations</h3>
          <AttestationTable of={of as Known<Share>} now={now} isOld={(asOf) => now !== undefined && isTooOld(share.asset.data, asOf, now)} outdated={now === undefined ? [] : attestedOf(share, now).outdated} />
        </div>
      ) : null}
    </Panel>
  );
}

function Verdict({ status }: { readonly status: Reading<issuer.ReserveStatus> }) {
  if (status.status !== "known") {
    return <Notice title="Reserve status">{status.status === "loading" ? "Asking the program…" : <AsOf reading={status} />}</Notice>;
  }
  const { met, needed, counted, custodians } = status.value;
  const missing = needed > counted ? needed - counted : 0n;
  return met ? (
    <Notice tone="good" title="Backed">
      {custodians === 1 ? "One fresh attestation counts" : `${custodians} fresh attestations count`} for <Shares base={counted} />; <Shares base={needed} /> are outstanding.
    </Notice>
  ) : (
    <Notice tone="bad" title="Not backed by the rule">
      {custodians === 0 ? "No attestation is fresh: it has to be recent, and from after the last change of the multiplier. " : null}
      <Shares base={counted} /> count and <Shares base={needed} /> are outstanding{missing > 0n ? <>: <Shares base={missing} /> are missing</> : ", but too few custodians attest"}.
    </Notice>
  );
}

const MODES: Readonly<Record<number, readonly [name: string, meaning: string]>> = {
  [ReserveMode.Off]: ["off", "nobody looks at reserves"],
  [ReserveMode.Warn]: ["warn", "minting beyond them is told by an event"],
  [ReserveMode.Enforce]: ["enforce", "nothing is minted beyond them"],
};

function Rule({ share, of, status }: { readonly share: Share; readonly of: Known<Share>; readonly status: Reading<issuer.ReserveStatus> }) {
  const { address, data: rule } = share.asset;
  const [mode, meaning] = MODES[rule.reserveMode] ?? [`mode ${rule.reserveMode}`, ""];
  const underCap = rule.supplyCap > share.supply ? rule.supplyCap - share.supply : 0n;
  const custodians = rule.minCustodians === 1 ? "1 custodian" : `${rule.minCustodians} custodians`;
  return (
    <Facts>
      <Fact name="Mode" hint={meaning}>
        <Figure of={of} from={address}>{() => mode}</Figure>
      </Fact>
      <Fact name="Asked for">
        <Figure of={of} from={address}>{() => `${custodians}, counted within ${duration(rule.reserveMaxAge)}`}</Figure>
      </Fact>
      <Fact name="Haircut" hint="taken off what is attested">
        <Figure of={of} from={address}>{() => percent(rule.haircutBps)}</Figure>
      </Fact>
      <Fact name="Headroom under reserves" hint="may still be minted, as far as reserves go">
        <Figure of={status} from={address} width={14}>{({ headroom }) => <Raw amount={headroom} />}</Figure>
      </Fact>
      <Fact name="Headroom under the cap" hint="supply cap less supply">
        <Figure of={of} from={address}>{() => <Raw amount={underCap} />}</Figure>
      </Fact>
    </Facts>
  );
}
