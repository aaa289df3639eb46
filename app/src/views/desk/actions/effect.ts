/** What an action that moves the multiplier does, exactly: to the multiplier, and to a holding as an example. */
import { type ActionRatio, formatDecimal, formatShares, multiplierAfter, sharesOf } from "@scrip/client";
import { grouped } from "../../../ui/amount.tsx";
import type { ChangedValue } from "../queues/change-words.ts";

/** Raw units of the example: round as an amount of shares while the multiplier is one. */
const HOLDING = 10_000_000_000n;

export interface Effect {
  /** In force when the action takes effect, 18 decimals. */
  readonly before: bigint;
  readonly ratio: ActionRatio;
  /** As the chain has it, once the action is scheduled. */
  readonly after?: bigint;
}

export function effectOf({ before, ratio, after = multiplierAfter(before, ratio) }: Effect): readonly ChangedValue[] {
  const raw = `${grouped(HOLDING.toString())} raw`;
  return [
    { name: "Shares for each raw unit", from: multiplierInWords(before), to: multiplierInWords(after) },
    { name: "A holding of, say", from: sharesInWords(before), to: sharesInWords(after) },
    { name: "In raw units that is", from: raw, to: raw },
  ];
}

function multiplierInWords(multiplier: bigint): string {
  return `× ${formatDecimal(multiplier, 18)}`;
}

function sharesInWords(multiplier: bigint): string {
  const shares = sharesOf(HOLDING, multiplier, "down");
  const exact = shares === sharesOf(HOLDING, multiplier, "up");
  return `${exact ? "" : "≈ "}${grouped(formatShares(shares))} shares`;
}
