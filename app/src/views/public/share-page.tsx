/** One share: what is outstanding, what stands behind it, what happens to it, who may hold it, and where it lies. */
import { useNow } from "../../chain/clock.ts";
import { type Known, type Reading, derive, valueOf } from "../../chain/reading.ts";
import { type Share, useShare } from "../../chain/share.ts";
import { Link } from "wouter";
import { Page } from "../../shell/page.tsx";
import { Badge, Notice } from "../../ui/controls.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import { useHistory } from "./history.ts";
import { isinOf } from "./listing.ts";
import { ActionsPanel } from "./share/actions-panel.tsx";
import { IdentityPanel } from "./share/identity-panel.tsx";
import { MultiplierPanel } from "./share/multiplier-panel.tsx";
import { PolicyPanel } from "./share/policy-panel.tsx";
import { ReservesPanel } from "./share/reserves-panel.tsx";
import { SupplyPanel } from "./share/supply-panel.tsx";
import { TradingPanel } from "./share/trading-panel.tsx";
import { standingsOf } from "../../words/standing.ts";

export default function SharePage({ mint }: { readonly mint: string }) {
  const reading = useShare(mint);
  const share = valueOf(reading);
  if (reading.status === "known" && share === undefined) {
    return (
      <Page title="No such share">
        <Panel title="Not a share of this issuer">
          <Empty title="The issuer has no share with this mint">
            The address may be mistyped, or of another issuer or cluster. <Link href="/">All shares</Link>
          </Empty>
        </Panel>
      </Page>
    );
  }
  return (
    <Page title={share?.symbol ?? "Share"} aside={share ? <Standing of={{ ...(reading as Known<unknown>), value: share }} /> : null} lead={share ? `${share.name} · ISIN ${isinOf(share)}` : "…"}>
      {reading.status === "failed" ? (
        <Notice tone="bad" title="The share could not be loaded">
          The node did not answer, so nothing is shown rather than something wrong. The page goes on asking.
        </Notice>
      ) : null}
      <Panels of={reading as Reading<Share>} />
    </Page>
  );
}

/** Each panel says itself what is not loaded. */
function Panels({ of }: { readonly of: Reading<Share> }) {
  const share = valueOf(of);
  const history = useHistory(share);
  return (
    <>
      <SupplyPanel of={of} />
      <TradingPanel of={of} />
      <ReservesPanel of={of} />
      <MultiplierPanel of={of} history={history} />
      <ActionsPanel of={of} history={history} />
      <PolicyPanel of={of} />
      <IdentityPanel of={of} />
    </>
  );
}

function Standing({ of }: { readonly of: Known<Share> }) {
  const now = useNow();
  const [first] = now === undefined ? [] : standingsOf(of.value, now);
  return first ? (
    <Figure of={derive(of, () => first)} from={of.value.policy.address}>
      {({ kind, tone, meaning }) => (
        <Badge tone={tone} title={meaning}>
          {kind}
        </Badge>
      )}
    </Figure>
  ) : null;
}
