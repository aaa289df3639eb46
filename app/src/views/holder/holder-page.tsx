/** A holder's own page: what the connected wallet has and may do; or, to look at, what any wallet has. */
import { type Address, isAddress } from "@solana/kit";
import { Suspense, lazy } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { Page } from "../../shell/page.tsx";
import { AddressText } from "../../ui/address.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import { SectionNav } from "../../ui/section-nav.tsx";
import { useWallet } from "../../wallet/context.tsx";
import { Lookup } from "./lookup.tsx";
import { Overview } from "./overview/overview.tsx";

const Send = lazy(() => import("./send/send.tsx"));
const Redeem = lazy(() => import("./redeem/redeem.tsx"));
const Claims = lazy(() => import("./claims/claims.tsx"));
const Elections = lazy(() => import("./elections/elections.tsx"));
const Offers = lazy(() => import("./offers/offers.tsx"));

const SECTIONS = [
  ["/holder", "Overview"],
  ["/holder/send", "Send"],
  ["/holder/redeem", "Redeem"],
  ["/holder/claims", "Distributions"],
  ["/holder/elections", "Elections"],
  ["/holder/offers", "Tender offers"],
] as const;

export default function HolderPage() {
  const [location] = useLocation();
  const { connected } = useWallet();
  const looked = /^\/holder\/wallet\/(\w+)$/.exec(location)?.[1];
  if (looked) {
    return <LookedAt wallet={looked} />;
  }
  const here = SECTIONS.findLast(([href]) => location === href || location.startsWith(`${href}/`)) ?? SECTIONS[0];
  return (
    <Page title={here[0] === "/holder" ? "Your shares" : here[1]} aside={connected ? <AddressText of={connected.address} /> : null}>
      <SectionNav label="Sections for holders" sections={SECTIONS} here={here[0]} />
      {connected ? <Sections wallet={connected.address} /> : <NotConnected />}
    </Page>
  );
}

function Sections({ wallet }: { readonly wallet: Address }) {
  return (
    <Suspense fallback={<p role="status">Loading…</p>}>
      <Switch>
        <Route path="/holder/send/:account?">{({ account }) => <Send key={`${wallet} ${account}`} wallet={wallet} account={account} />}</Route>
        <Route path="/holder/redeem/:account?">{({ account }) => <Redeem key={`${wallet} ${account}`} wallet={wallet} account={account} />}</Route>
        <Route path="/holder/claims">{() => <Claims key={wallet} wallet={wallet} />}</Route>
        <Route path="/holder/elections">{() => <Elections key={wallet} wallet={wallet} />}</Route>
        <Route path="/holder/offers">{() => <Offers key={wallet} wallet={wallet} />}</Route>
        <Route>{() => <Overview wallet={wallet} own />}</Route>
      </Switch>
    </Suspense>
  );
}

/** Everything on chain can be read by everybody, so any wallet can be looked at. */
function LookedAt({ wallet }: { readonly wallet: string }) {
  return (
    <Page title="A wallet's shares" aside={<AddressText of={wallet} />} lead={<Link href="/holder">Back to your own</Link>}>
      {isAddress(wallet) ? (
        <Overview wallet={wallet} />
      ) : (
        <Panel title="No address">
          <Empty title="This is not the address of a wallet">An address has 32 to 44 letters and digits. Copy it from the wallet again.</Empty>
          <Lookup />
        </Panel>
      )}
    </Page>
  );
}

function NotConnected() {
  return (
    <Panel title="Whose shares?">
      <Empty title="Connect your wallet to see what you own">
        You see your shares, whether your record is in order, and whether a transfer would go through before you sign it. Connecting shows
        the console your address alone: nothing is signed or sent until you confirm it in the wallet.
      </Empty>
      <Lookup />
    </Panel>
  );
}
