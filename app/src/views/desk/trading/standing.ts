/** How the trading of a share stands, as the desk needs it: what it can do something about. */
import type { Share } from "../../../chain/share.ts";
import { type Standing, standingsOf } from "../../../words/standing.ts";

export interface Trading {
  /** All that holds, the gravest first. */
  readonly standings: readonly [Standing, ...Standing[]];
  readonly halted: boolean;
  /** By the pause of Token-2022. */
  readonly paused: boolean;
  readonly blackout: "none" | "to come" | "now";
}

/** At `now`, unix seconds on the chain's clock. */
export function tradingOf(share: Pick<Share, "policy" | "asset" | "paused">, now: bigint): Trading {
  const standings = standingsOf(share, now);
  const is = (wanted: Standing["kind"]) => standings.some(({ kind }) => kind === wanted);
  const { blackoutFrom } = share.policy.data;
  return { standings, halted: is("halted"), paused: is("paused"), blackout: is("blackout") ? "now" : now < blackoutFrom ? "to come" : "none" };
}
