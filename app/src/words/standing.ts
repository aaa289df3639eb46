/** Whether a share can be traded at a moment of the chain's clock, and if not, why and until when. */
import { AssetStatus, HaltReason } from "@scrip/client";
import type { Address } from "@solana/kit";
import type { Share } from "../chain/share.ts";
import type { Tone } from "../ui/controls.tsx";

export interface Standing {
  readonly kind: "closed" | "paused" | "halted" | "blackout" | "locked" | "winding down" | "trading";
  readonly tone: Tone;
  /** What it means for who holds the share. */
  readonly meaning: string;
  /** Unix seconds at which it ends by itself. */
  readonly until?: bigint;
}

export const HALT_REASONS: readonly (readonly [reason: number, name: string])[] = [
  [HaltReason.NewsPending, "news pending"],
  [HaltReason.Regulatory, "regulatory"],
  [HaltReason.PrimaryMarket, "primary market"],
  [HaltReason.Operational, "operational"],
];

export function reasonInWords(reason: number): string {
  return HALT_REASONS.find(([known]) => known === reason)?.[1] ?? `reason ${reason}`;
}

/** All that holds at `now`, unix seconds, the gravest first; never empty. */
export function standingsOf({ asset, policy, paused }: Pick<Share, "asset" | "policy" | "paused">, now: bigint): readonly [Standing, ...Standing[]] {
  const { haltReason, haltedUntil, blackoutFrom, blackoutUntil, lockedUntil } = policy.data;
  const found: Standing[] = [];
  if (asset.data.status === AssetStatus.Closed) {
    found.push({ kind: "closed", tone: "bad", meaning: "The share has ended: nothing can be issued any more." });
  }
  if (paused) {
    found.push({ kind: "paused", tone: "bad", meaning: "Everything stands still: no transfer, no issue, no redemption." });
  }
  if (haltReason !== 0 && (haltedUntil === 0n || now < haltedUntil)) {
    const until = haltedUntil === 0n ? undefined : haltedUntil;
    found.push({ kind: "halted", tone: "warn", meaning: `Nobody can transfer (${reasonInWords(haltReason)}); issue and redemption go on.`, until });
  }
  if (blackoutFrom <= now && now < blackoutUntil) {
    const meaning = "A corporate action is under way: no transfer, no issue, no redemption.";
    found.push({ kind: "blackout", tone: "warn", meaning, until: blackoutUntil });
  }
  if (now < lockedUntil) {
    found.push({ kind: "locked", tone: "warn", meaning: "Nobody can transfer the share yet; issue and redemption go on.", until: lockedUntil });
  }
  if (asset.data.status === AssetStatus.WindingDown) {
    found.push({ kind: "winding down", tone: "warn", meaning: "Nothing more is issued; transfer and redemption go on." });
  }
  const [first, ...rest] = found;
  return first ? [first, ...rest] : [{ kind: "trading", tone: "good", meaning: "Transfers are open to everybody whom the policy admits." }];
}

/** The account that says so. */
export function sourceOf({ kind }: Standing, { asset, mint, policy }: Share): Address {
  return kind === "closed" || kind === "winding down" ? asset.address : kind === "paused" ? mint : policy.address;
}
