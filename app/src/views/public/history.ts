/** The corporate actions of one share, and what they made of its multiplier. */
import { type Calendar, type MultiplierChange, fetchCalendar, issuer, multiplierHistory } from "@scrip/client";
import { accountsAt } from "../../chain/accounts.ts";
import { type Reading, useReading } from "../../chain/reading.ts";
import type { Share } from "../../chain/share.ts";

export interface History {
  readonly actions: Calendar;
  /** By their time; of the past and the scheduled future. */
  readonly changes: readonly MultiplierChange[];
  /** Before the first change. */
  readonly start: bigint;
}

/** One call for this share alone, as the page may have been opened at it; the client checks that nothing is missing. */
export function useHistory(share: Share | undefined): Reading<History> {
  return useReading(
    ["history", share?.mint],
    async (node) => {
      if (!share) {
        throw new Error("no share is chosen");
      }
      const { value, slot } = await accountsAt(node, [share.asset.address]);
      const [found] = value;
      if (!found) {
        throw new Error(`${share.asset.address} is not there any more`);
      }
      const { data: asset } = issuer.decodeAsset(found);
      const actions = await fetchCalendar(node, share.asset.address);
      const changes = multiplierHistory(asset, actions);
      return { slot, value: { actions, changes, start: changes[0]?.from ?? asset.nextMultiplier } };
    },
    { enabled: share !== undefined },
  );
}
