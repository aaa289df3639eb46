/**
 * What a person types as shares, as the raw units that are sent. Rounded down: never more leaves an account than was
 * typed. Who types all that an account shows means all that is in it, to the last raw unit.
 */
import { formatShares, parseShares, rawFor, sharesOf } from "@scrip/client";

export interface Amount {
  readonly raw: bigint;
  /** Base units of shares that the raw units come to. */
  readonly shares: bigint;
  /** Whether that is what was typed. */
  readonly exact: boolean;
}

export interface Entry {
  readonly amount?: Amount;
  readonly problem?: string;
}

/** Neither amount nor problem while nothing is typed. `multiplier` has 18 decimals. */
export function entryOf(text: string, held: bigint, multiplier: bigint): Entry {
  const typed = text.replaceAll(/\s/g, "");
  if (typed === "") {
    return {};
  }
  const most = sharesOf(held, multiplier, "down");
  let shares: bigint;
  try {
    shares = parseShares(typed);
  } catch {
    return { problem: "Type a number of shares with at most 8 decimals, as 12 or 12.5" };
  }
  if (shares === 0n) {
    return { problem: "Type more than 0 shares" };
  }
  if (shares > most) {
    return { problem: `There are ${formatShares(most)} shares in this account: type that or less` };
  }
  const raw = shares === most ? held : rawFor(shares, multiplier, "down");
  if (raw === 0n) {
    return { problem: "That is less than one raw unit: type more" };
  }
  const reached = sharesOf(raw, multiplier, "down");
  return { amount: { raw, shares: reached, exact: reached === shares } };
}
