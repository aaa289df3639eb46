/** Corporate actions of the issuer's shares in which holders have a part, and what one holder has chosen. */
import { issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { accountsOf } from "./accounts.ts";
import { type Reading, derive, useReading } from "./reading.ts";
import { shareOf } from "./redemptions.ts";
import { type Share, useShares } from "./share.ts";
import { together } from "./together.ts";

type Terms = issuer.ActionTerms;
/** An action whose terms are of one form. */
export interface ActionOf<K extends Terms["__kind"]> {
  readonly share: Share;
  readonly action: Account<issuer.CorporateAction>;
  readonly terms: Extract<Terms, { __kind: K }>;
}

/** All of them, by their effect, the next first. */
export function useActionsOf<K extends Terms["__kind"]>(kind: K): Reading<readonly ActionOf<K>[]> {
  const found = useReading(["actions of all shares"], (node) =>
    accountsOf(node, issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, issuer.CORPORATE_ACTION_DISCRIMINATOR, issuer.decodeCorporateAction),
  );
  return derive(together(useShares(), found), ([shares, actions]) =>
    actions
      .flatMap((action) => {
        const share = shareOf(shares, action.data.asset);
        const { terms } = action.data;
        return share && isOf(terms, kind) ? [{ share, action, terms }] : [];
      })
      .sort((one, other) => Number(one.action.data.dates.effectiveAt - other.action.data.dates.effectiveAt)),
  );
}

function isOf<K extends Terms["__kind"]>(terms: Terms, kind: K): terms is Extract<Terms, { __kind: K }> {
  return terms.__kind === kind;
}

/** Where the owner lies in an election's data. */
const OWNER_OFFSET = 43;

/** By action. Loading while the wallet is not known. */
export function useElections(owner: Address | undefined): Reading<ReadonlyMap<Address, Account<issuer.HolderElection>>> {
  const { SCRIP_ISSUER_PROGRAM_ADDRESS, HOLDER_ELECTION_DISCRIMINATOR, decodeHolderElection } = issuer;
  const found = useReading(
    ["elections", owner],
    (node) => {
      const matches = owner ? [{ offset: OWNER_OFFSET, address: owner }] : [];
      return accountsOf(node, SCRIP_ISSUER_PROGRAM_ADDRESS, HOLDER_ELECTION_DISCRIMINATOR, decodeHolderElection, matches);
    },
    { enabled: owner !== undefined },
  );
  return derive(found, (elections) => new Map(elections.map((election) => [election.data.action, election])));
}
