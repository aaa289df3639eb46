/**
 * Raw units, shares and decimal text, exact and without floats.
 *
 * Raw units are what token accounts hold. Shares are counted in base units, of which a whole share has 10^8: raw units
 * times the multiplier, 18 decimals. The caller names the rounding: down for what is paid out, up for what is owed.
 */
import { MULTIPLIER_ONE, SHARE_DECIMALS, UNLIMITED } from "./vocabulary.ts";

/** Where an amount goes that falls between two units. */
export type Rounding = "down" | "up";

/**
 * Base units of shares that raw units stand for.
 *
 * @param raw raw units
 * @param multiplier 18 decimals
 *
 * @example
 * ```ts
 * const multiplier = multiplierInForce(asset, now);
 * const text = formatShares(sharesOf(1_250_000_000n, multiplier, "down")); // "50" after a 4-for-1 split
 * ```
 */
export function sharesOf(raw: bigint, multiplier: bigint, rounding: Rounding): bigint {
  return divide(requireAmount(raw, "raw units") * requireMultiplier(multiplier), MULTIPLIER_ONE, rounding);
}

/**
 * Raw units that stand for base units of shares.
 *
 * @param shares base units of shares
 * @param multiplier 18 decimals
 * @throws RangeError if that is more than the 64 bits of a token account.
 *
 * @example
 * ```ts
 * // What has to be sent so that 2.5 shares arrive at least.
 * const raw = rawFor(parseShares("2.5"), multiplierInForce(asset, now), "up");
 * ```
 */
export function rawFor(shares: bigint, multiplier: bigint, rounding: Rounding): bigint {
  const raw = divide(requireAmount(shares, "base units of shares") * MULTIPLIER_ONE, requireMultiplier(multiplier), rounding);
  if (raw > UNLIMITED) {
    throw new RangeError(`${shares} base units of shares are ${raw} raw units, and a token account holds at most ${UNLIMITED}`);
  }
  return raw;
}

/**
 * Base units of shares from what a person types: `12.5` is 1,250,000,000.
 *
 * @throws RangeError for text that is no such number, or has more than 8 decimals: nothing is rounded away.
 *
 * @example
 * ```ts
 * parseShares("12.5"); // 1_250_000_000n
 * ```
 */
export function parseShares(text: string): bigint {
  return parseDecimal(text, SHARE_DECIMALS);
}

/**
 * Base units of shares as decimal text, without trailing zeros.
 *
 * @example
 * ```ts
 * formatShares(1_250_000_000n); // "12.5"
 * ```
 */
export function formatShares(shares: bigint): string {
  return formatDecimal(shares, SHARE_DECIMALS);
}

/**
 * Decimal text to an integer with so many decimals; for payment tokens, prices, and multipliers (18 decimals).
 *
 * @throws RangeError for text that is no such number, or has more decimals.
 *
 * @example
 * ```ts
 * const price = parseDecimal("228.45", 6); // 228_450_000n base units of a token with 6 decimals
 * const multiplier = parseDecimal("1.0034560758968376", 18);
 * ```
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || fraction.length > decimals) {
    throw new RangeError(`"${text}" is not a number of at most ${decimals} decimals, as 12 or 12.5`);
  }
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

/**
 * The inverse of `parseDecimal`, without trailing zeros.
 *
 * @example
 * ```ts
 * formatDecimal(asset.multiplier, 18); // "1.0034560758968376"
 * ```
 */
export function formatDecimal(value: bigint, decimals: number): string {
  const digits = requireAmount(value, "units").toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return fraction ? `${whole}.${fraction}` : whole;
}

function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  return (rounding === "up" ? numerator + denominator - 1n : numerator) / denominator;
}

function requireAmount(amount: bigint, unit: string): bigint {
  if (amount < 0n) {
    throw new RangeError(`${amount} ${unit} cannot be: an amount is at least 0`);
  }
  return amount;
}

function requireMultiplier(multiplier: bigint): bigint {
  if (multiplier < 1n) {
    throw new RangeError(`${multiplier} is no multiplier: it is at least 1, with 18 decimals`);
  }
  return multiplier;
}
