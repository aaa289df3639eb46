/** The multiplier of a share at any second of the past or of the scheduled future, from its corporate actions. */
import { ActionState } from "./action-vocabulary.ts";
import { type Calendar, CalendarError } from "./calendar.ts";
import type { Asset } from "./generated/issuer/accounts/index.ts";

/** One change of a share's multiplier, 18 decimals. */
export interface MultiplierChange {
  /** Unix seconds; `to` holds from this second on. */
  readonly effectiveAt: bigint;
  readonly from: bigint;
  readonly to: bigint;
}

/** What an asset's account says of its history. */
export type AssetHistory = Pick<Asset, "actionCount" | "multiplierChanges" | "multiplier" | "nextMultiplier">;

/**
 * The changes that were made or are scheduled, by their time. `asset` is the asset's account as it was at the same
 * slot as the calendar.
 *
 * @throws CalendarError if they are not the whole history: fetch both again.
 *
 * @example
 * ```ts
 * for (const { effectiveAt, from, to } of multiplierHistory(asset, calendar)) {
 *   console.log(effectiveAt, formatDecimal(from, 18), formatDecimal(to, 18));
 * }
 * ```
 */
export function multiplierHistory(asset: AssetHistory, calendar: Calendar): readonly MultiplierChange[] {
  if (calendar.length !== asset.actionCount) {
    throw new CalendarError(`the calendar has ${calendar.length} actions and the asset had ${asset.actionCount}`);
  }
  const changes = calendar.flatMap(({ data }) => {
    const stands = data.state === ActionState.Scheduled || data.state === ActionState.Settled;
    const moves = data.terms.__kind === "Ratio" || data.terms.__kind === "Reinvestment";
    return stands && moves ? [{ effectiveAt: data.dates.effectiveAt, from: data.oldMultiplier, to: data.newMultiplier }] : [];
  });
  changes.sort((one, other) => Number(one.effectiveAt - other.effectiveAt));
  requireWhole(asset, changes);
  return changes;
}

/**
 * The multiplier in force at a time, unix seconds, 18 decimals: of the past what was, of the future what is scheduled.
 *
 * @example
 * ```ts
 * const aWeekAgo = multiplierAt(asset, calendar, now - 604_800n);
 * ```
 */
export function multiplierAt(asset: AssetHistory, calendar: Calendar, time: bigint): bigint {
  const changes = multiplierHistory(asset, calendar);
  const last = changes.findLast(({ effectiveAt }) => effectiveAt <= time);
  return last?.to ?? changes[0]?.from ?? asset.nextMultiplier;
}

/** Each begins at a later second than the one before and with what that one ended with; the last is the asset's own. */
function requireWhole(asset: AssetHistory, changes: readonly MultiplierChange[]): void {
  if (changes.length !== asset.multiplierChanges) {
    throw new CalendarError(`the calendar has ${changes.length} changes of the multiplier and the asset ${asset.multiplierChanges}`);
  }
  changes.forEach(({ effectiveAt, from }, index) => {
    const before = changes[index - 1];
    if (before && (before.effectiveAt >= effectiveAt || before.to !== from)) {
      throw new CalendarError(`the change at ${effectiveAt} begins with ${from}, and the one before ended with ${before.to}`);
    }
  });
  const last = changes.at(-1)?.to ?? asset.multiplier;
  if (last !== asset.nextMultiplier) {
    throw new CalendarError(`the last change ends with ${last}, and the asset's multiplier is ${asset.nextMultiplier}`);
  }
}
