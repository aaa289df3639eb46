/** Distributions of the issuer's shares, and how far their claims are. */
import { issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { accountsAt, accountsOf } from "./accounts.ts";
import { type Reading, derive, useReading } from "./reading.ts";
import { shareOf } from "./redemptions.ts";
import { type Share, useShares } from "./share.ts";
import { together } from "./together.ts";

export interface Payment {
  /** Whose action pays. */
  readonly share: Share;
  readonly payout: Account<issuer.Payout>;
  /** If it pays in a share of the same issuer. */
  readonly inShare?: Share;
}

/** Of all issuers of the program: a payout names an asset and no issuer. */
export function usePayouts(): Reading<readonly Account<issuer.Payout>[]> {
  return useReading(["payouts"], (node) =>
    accountsOf(node, issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, issuer.PAYOUT_DISCRIMINATOR, issuer.decodePayout),
  );
}

/** Payouts to whoever held at a record date, the latest first; those that are swept have nothing left. */
export function useDistributions(): Reading<readonly Payment[]> {
  return derive(together(useShares(), usePayouts()), ([shares, payouts]) =>
    payouts
      .filter(({ data }) => data.leaves > 0 && !data.swept)
      .flatMap((payout) => {
        const share = shareOf(shares, payout.data.asset);
        const inShare = shares.find(({ mint }) => mint === payout.data.paymentMint);
        return share ? [{ share, payout, inShare }] : [];
      })
      .sort((one, other) => Number(other.payout.data.opensAt - one.payout.data.opensAt)),
  );
}

export interface Page {
  readonly address: Address;
  /** `undefined`: nobody has opened it, so nothing of it is paid. */
  readonly page?: Account<issuer.ClaimPage>;
}

/** Where the claims of a page are marked. Loading while it is not known which. */
export function useClaimPage(payout: Address, index: number | undefined): Reading<Page> {
  return useReading(
    ["page", payout, index],
    async (node) => {
      const [address] = await issuer.findPagePda({ payout, index: index ?? 0 });
      const { slot, value } = await accountsAt(node, [address]);
      const [found] = value;
      return { slot, value: { address, page: found && issuer.decodeClaimPage(found) } };
    },
    { enabled: index !== undefined },
  );
}
