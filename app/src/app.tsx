/** The console: the providers, and which view is at which address. Views are loaded when they are opened. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, lazy, useMemo } from "react";
import { Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { connect } from "./chain/rpc.ts";
import type { ConsoleConfig } from "./config.ts";
import { ConsoleContext } from "./context.ts";
import { NotFound } from "./shell/not-found.tsx";
import { Shell } from "./shell/shell.tsx";
import { Overview } from "./views/public/overview.tsx";
import { WalletProvider } from "./wallet/context.tsx";

const SharePage = lazy(() => import("./views/public/share-page.tsx"));
const CalendarPage = lazy(() => import("./views/public/calendar-page.tsx"));
const HolderPage = lazy(() => import("./views/holder/holder-page.tsx"));
const DeskPage = lazy(() => import("./views/desk/desk-page.tsx"));
const AccountPage = lazy(() => import("./views/source/account-page.tsx"));
const TransactionPage = lazy(() => import("./views/source/transaction-page.tsx"));

export function App({ config }: { readonly config: ConsoleConfig }) {
  const console = useMemo(() => ({ config, node: connect(config.rpcUrl) }), [config]);
  // A node may be on this very machine, whatever the browser says of the network.
  const queries = useMemo(() => new QueryClient({ defaultOptions: { queries: { networkMode: "always", retry: 1, retryDelay: 500, staleTime: 1_000 } } }), []);
  return (
    <QueryClientProvider client={queries}>
      <ConsoleContext value={console}>
        <WalletProvider>
          <Router hook={useHashLocation}>
            <Shell>
              <Suspense fallback={<p role="status">Loading…</p>}>
                <Switch>
                  <Route path="/" component={Overview} />
                  <Route path="/share/:mint">{({ mint }) => <SharePage mint={mint} />}</Route>
                  <Route path="/calendar" component={CalendarPage} />
                  <Route path="/holder/*?" component={HolderPage} />
                  <Route path="/desk/*?" component={DeskPage} />
                  <Route path="/account/:address">{({ address }) => <AccountPage address={address} />}</Route>
                  <Route path="/transaction/:signature">{({ signature }) => <TransactionPage signature={signature} />}</Route>
                  <Route component={NotFound} />
                </Switch>
              </Suspense>
            </Shell>
          </Router>
        </WalletProvider>
      </ConsoleContext>
    </QueryClientProvider>
  );
}
