/** Shares that a wallet has put into escrow: to be redeemed by the issuer, or tendered to an offer. */
import { issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { accountsOf } from "./accounts.ts";
import { type Reading, derive, useReading } from "./reading.ts";
import { type Share, useShares } from "./share.ts";
import { together } from "./together.ts";

/** Where the owner lies in the data of each. */
const [OWNER_OF_REDEMPTION, OWNER_OF_TENDER] = [42, 75];

export interface OpenRedemption {
  readonly share: Share;
  readonly redemption: Account<issuer.Redemption>;
  /** Raw units still in escrow. */
  readonly left: bigint;
}

export interface OpenTender {
  readonly share: Share;
  readonly tender: Account<issuer.Tender>;
}

/** By deadline. Loading while the wallet is not known. */
export function useRedemptions(owner: Address | undefined): Reading<readonly OpenRedemption[]> {
  const found = useReading(
    ["redemptions", owner],
    (node) =>
      accountsOf(node, issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, issuer.REDEMPTION_DISCRIMINATOR, issuer.decodeRedemption, ownedBy(owner, OWNER_OF_REDEMPTION)),
    { enabled: owner !== undefined },
  );
  return derive(together(useShares(), found), ([shares, redemptions]) =>
    redemptions
      .flatMap((redemption) => {
        const share = shareOf(shares, redemption.data.asset);
        return share ? [{ share, redemption, left: redemption.data.deposited - redemption.data.settled }] : [];
      })
      .sort((one, other) => Number(one.redemption.data.deadline - other.redemption.data.deadline)),
  );
}

/** Loading while the wallet is not known. */
export function useTenders(owner: Address | undefined): Reading<readonly OpenTender[]> {
  const found = useReading(
    ["tenders", owner],
    (node) => accountsOf(node, issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, issuer.TENDER_DISCRIMINATOR, issuer.decodeTender, ownedBy(owner, OWNER_OF_TENDER)),
    { enabled: owner !== undefined },
  );
  return derive(together(useShares(), found), ([shares, tenders]) =>
    tenders.flatMap((tender) => {
      const share = shareOf(shares, tender.data.asset);
      return share ? [{ share, tender }] : [];
    }),
  );
}

export function shareOf(shares: readonly Share[], asset: Address): Share | undefined {
  return shares.find((share) => share.asset.address === asset);
}

function ownedBy(owner: Address | undefined, offset: number) {
  return owner ? [{ offset, address: owner }] : [];
}
