/** Corporate actions of the issuer's shares in which holders have a part, and what one holder has chosen. */
import { issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { accountsOf } from "./accounts.ts";
import { byEffect } from "./actions.ts";
import { type Entry, useCalendar } from "./calendar.ts";
import { type Reading, derive, useReading } from "./reading.ts";

type Terms = issuer.ActionTerms;
/** An action whose terms are of one form. */
export interface ActionOf<K extends Terms["__kind"]> extends Entry {
  readonly terms: Extract<Terms, { __kind: K }>;
}

/** All of them, by their effect, the next first. */
export function useActionsOf<K extends Terms["__kind"]>(kind: K): Reading<readonly ActionOf<K>[]> {
  return derive(useCalendar(), ({ entries }) =>
    entries
      .flatMap(({ action, share }) => {
        const { terms } = action.data;
        return isOf(terms, kind) ? [{ share, action, terms }] : [];
      })
      .sort(byEffect),
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
