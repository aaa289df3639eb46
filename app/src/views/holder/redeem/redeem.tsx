/** Selling shares back to the issuer: asking for it, and what has been asked for. */
import type { Address } from "@solana/kit";
import { useAct } from "../../../act.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { HoldingPanel } from "../holding.tsx";
import { OpenRedemptions } from "./open-redemptions.tsx";
import { RequestForm } from "./request-form.tsx";

export default function Redeem({ wallet, account }: { readonly wallet: Address; readonly account?: string }) {
  const act = useAct();
  return (
    <>
      <HoldingPanel
        wallet={wallet}
        title="Ask the issuer to redeem"
        about="Your shares go into escrow. The issuer pays you and burns them, all or part by part. What it has not paid for by the deadline you take back yourself: nobody has to agree."
        only={({ usual }) => usual}
        none="There is nothing to redeem. Shares are redeemed from the account that wallets open by default."
        status={<ActStatus act={act} done="Your shares are in escrow; see below how far the issuer is." />}
      >
        {(holding) => <RequestForm holding={holding} account={account} act={act} />}
      </HoldingPanel>
      <OpenRedemptions wallet={wallet} />
    </>
  );
}
