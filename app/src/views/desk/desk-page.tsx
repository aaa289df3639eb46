/** The issuer's desk: who is at it, and its sections. */
import { Suspense, lazy } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useNow } from "../../chain/clock.ts";
import { dutiesInWords, useDuties } from "../../chain/duties.ts";
import { Page } from "../../shell/page.tsx";
import { Badge } from "../../ui/controls.tsx";
import { Figure } from "../../ui/figure.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import { SectionNav } from "../../ui/section-nav.tsx";
import { useWallet } from "../../wallet/context.tsx";

const SECTIONS = [
  ["/desk", "Queues", lazy(() => import("./queues/queues.tsx"))],
  ["/desk/actions", "Corporate actions", lazy(() => import("./actions/actions.tsx"))],
  ["/desk/trading", "Trading", lazy(() => import("./trading/trading.tsx"))],
  ["/desk/mint", "Mint", lazy(() => import("./mint/mint.tsx"))],
  ["/desk/holders", "Holders", lazy(() => import("./holders/holders.tsx"))],
  ["/desk/import", "Import", lazy(() => import("./import/import.tsx"))],
] as const;

export default function DeskPage() {
  const [location] = useLocation();
  const { connected } = useWallet();
  const here = SECTIONS.find(([href]) => href === location)?.[1] ?? "Issuer desk";
  return (
    <Page title={here} aside={connected ? <Duties /> : null}>
      <SectionNav label="Sections of the desk" sections={SECTIONS} here={location} />
      {connected ? (
        <Suspense fallback={<p role="status">Loading…</p>}>
          <Switch>
            {SECTIONS.map(([href, , Section]) => (
              <Route key={href} path={href} component={Section} />
            ))}
          </Switch>
        </Suspense>
      ) : (
        <Panel title="Who is at the desk?">
          <Empty title="Connect the wallet of a member of staff">
            Everything at the desk is signed by a key with a role: makers propose, checkers approve. What a role allows can be read on
            chain by everybody, and the programs hold to it.
          </Empty>
        </Panel>
      )}
    </Page>
  );
}

/** What the connected wallet may do here. */
function Duties() {
  const duties = useDuties();
  const now = useNow();
  return (
    <Figure of={duties} from={({ role, registrar, issuer }) => (role ?? registrar ?? issuer).address} width={14}>
      {(value) => {
        const words = now === undefined ? [] : dutiesInWords(value, now);
        return words.length > 0 ? <Badge tone="good">{words.join(", ")}</Badge> : <Badge tone="warn">no role at this issuer</Badge>;
      }}
    </Figure>
  );
}
