/** How the trading of a share stands, in words for the desk: each thing that stops it, by itself. */
import { AssetStatus, HaltReason } from "@scrip/client";
import type { Share } from "../../../chain/share.ts";

export const HALT_REASONS: readonly (readonly [number, string])[] = [
  [HaltReason.NewsPending, "News pending"],
  [HaltReason.Regulatory, "Regulatory"],
  [HaltReason.PrimaryMarket, "Primary market halted"],
  [HaltReason.Operational, "Operational"],
];

export interface Standing {
  readonly halted: boolean;
  /** Why, in words. */
  readonly haltReason: string;
  /** Unix seconds; 0: until it is resumed. */
  readonly haltedUntil: bigint;
  /** By the pause of Token-2022. */
  readonly paused: boolean;
  readonly blackout: "none" | "to come" | "now";
  readonly blackoutFrom: bigint;
  readonly blackoutUntil: bigint;
  /** Unix seconds until which nothing may be transferred yet, if so. */
  readonly lockedUntil?: bigint;
  readonly ended?: "Winding down" | "Closed";
}

/** At `now`, unix seconds on the chain's clock. */
export function standingOf({ policy: { data: policy }, asset, paused }: Pick<Share, "policy" | "asset" | "paused">, now: bigint): Standing {
  const { haltReason, haltedUntil, blackoutFrom, blackoutUntil, lockedUntil } = policy;
  const { status } = asset.data;
  return {
    halted: haltReason !== 0 && (haltedUntil === 0n || now < haltedUntil),
    haltReason: HALT_REASONS.find(([reason]) => reason === haltReason)?.[1] ?? `Reason ${haltReason}`,
    haltedUntil,
    paused,
    blackout: now >= blackoutUntil ? "none" : now < blackoutFrom ? "to come" : "now",
    blackoutFrom,
    blackoutUntil,
    lockedUntil: now < lockedUntil ? lockedUntil : undefined,
    ended: status === AssetStatus.WindingDown ? "Winding down" : status === AssetStatus.Closed ? "Closed" : undefined,
  };
}

/** Whether holders can trade. */
export function isOpen({ halted, paused, blackout, lockedUntil }: Standing): boolean {
  return !halted && !paused && blackout !== "now" && lockedUntil === undefined;
}
