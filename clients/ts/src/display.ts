/**
 * What Token-2022 shows for an amount, digit by digit, from the exact multiplier: what wallets show, next to the exact
 * shares. Its own steps are in `f64`, of which JavaScript's numbers are one.
 */
import { MULTIPLIER_ONE, SHARE_DECIMALS } from "./vocabulary.ts";

/**
 * The multiplier as Token-2022 keeps it: the `f64` nearest to the exact one.
 *
 * @example
 * ```ts
 * nearestDouble(1_003_456_075_896_837_600n); // 1.0034560758968376
 * ```
 */
export function nearestDouble(multiplier: bigint): number {
  const fraction = (multiplier % MULTIPLIER_ONE).toString().padStart(18, "0");
  // Reading decimal text is the only conversion of which the language promises the nearest number.
  return Number(`${multiplier / MULTIPLIER_ONE}.${fraction}`);
}

/**
 * The text that `AmountToUiAmount` answers for raw units under this multiplier, 18 decimals.
 *
 * @example
 * ```ts
 * shownShares(1_025_000_000n, 4n * MULTIPLIER_ONE); // "41"
 * ```
 */
export function shownShares(raw: bigint, multiplier: bigint): string {
  const baseUnits = Math.trunc(Number(raw) * nearestDouble(multiplier));
  const text = (baseUnits / 10 ** SHARE_DECIMALS).toFixed(SHARE_DECIMALS);
  return text.replace(/\.?0+$/, "");
}
