/** The corporate actions of all shares with what the desk has to know to judge them. */
import { type Entry, paymentMint, useCalendar } from "./calendar.ts";
import { useTokens } from "./payment-tokens.ts";
import { type Reading, derive, valueOf } from "./reading.ts";
import { together } from "./together.ts";

export interface ShareAction extends Entry {
  /** Of the token that it pays with, if it does. */
  readonly decimals?: number;
}

/** By the time of their effect. */
export function useActions(): Reading<readonly ShareAction[]> {
  const calendar = useCalendar();
  const tokens = useTokens((valueOf(calendar)?.entries ?? []).flatMap(({ action }) => paymentMint(action.data.terms) ?? []));
  return derive(together(calendar, tokens), ([{ entries }, known]) =>
    entries
      .map(({ action, share }): ShareAction => {
        const token = paymentMint(action.data.terms);
        return { action, share, decimals: token && known.get(token)?.decimals };
      })
      .sort(byEffect),
  );
}

/** The next first. */
export function byEffect(one: Entry, other: Entry): number {
  return Number(one.action.data.dates.effectiveAt - other.action.data.dates.effectiveAt);
}
