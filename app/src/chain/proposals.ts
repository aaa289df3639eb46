/** Mints that wait for a checker, and payouts that do. */
import { issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { decodeToken } from "@solana-program/token-2022";
import { accountsAt, accountsOf } from "./accounts.ts";
import { usePayouts } from "./claims.ts";
import { type Reading, derive, useReading } from "./reading.ts";

export interface ProposedMint {
  readonly proposal: Account<issuer.MintProposal>;
  /** Whose token account the shares would go to; unknown if it has been closed. */
  readonly recipient?: Address;
}

/** Of all issuers of the program: who shows them takes those of its own shares. The oldest first. */
export function useProposedMints(): Reading<readonly ProposedMint[]> {
  return useReading(["mint-proposals"], async (node) => {
    const program = issuer.SCRIP_ISSUER_PROGRAM_ADDRESS;
    const found = await accountsOf(node, program, issuer.MINT_PROPOSAL_DISCRIMINATOR, issuer.decodeMintProposal);
    const destinations = await accountsAt(node, found.value.map(({ data }) => data.destination));
    const value = found.value.map((proposal, index) => {
      const destination = destinations.value[index];
      return { proposal, recipient: destination && decodeToken(destination).data.owner };
    });
    value.sort((one, other) => Number(one.proposal.data.proposedAt - other.proposal.data.proposedAt));
    return { value, slot: found.slot };
  });
}

/** Payouts of these assets that a checker has to approve before anybody is paid. */
export function usePayoutsToApprove(assets: readonly Address[]): Reading<readonly Account<issuer.Payout>[]> {
  return derive(usePayouts(), (payouts) => payouts.filter(({ data }) => assets.includes(data.asset) && !data.approved && !data.swept));
}
