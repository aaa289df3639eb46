/**
 * What a purchase or a redemption moves, before anybody signs: exact, and to the unit what the program computes.
 *
 * A price is in base units of the payment token for one whole share. Amounts are rounded once, for the issuer: up for
 * what an investor pays and for every fee, down for what a holder is paid.
 */
import type { Asset } from "./generated/issuer/accounts/index.ts";
import { MULTIPLIER_ONE, UNLIMITED } from "./vocabulary.ts";

export interface Deal {
  /** Raw units. */
  readonly amount: bigint;
  /** The multiplier in force, 18 decimals: see `multiplierInForce`. */
  readonly multiplier: bigint;
  /** For one whole share, base units of the payment token, without the fee. */
  readonly price: bigint;
  /** The asset's fee; for an escrow the lesser of that and the one it was opened with. */
  readonly feeBps: number;
}

/** Base units of the payment token. */
export interface PurchaseQuote {
  readonly value: bigint;
  readonly fee: bigint;
  /** What the investor pays. */
  readonly total: bigint;
}

/** Base units of the payment token. */
export interface RedemptionQuote {
  readonly value: bigint;
  readonly fee: bigint;
  /** What the holder gets. */
  readonly net: bigint;
}

/** Base units in a whole share, as the mints of Scrip have them. */
const SHARE = 10n ** 8n;
const WHOLE_BPS = 10_000n;

/**
 * @throws RangeError where an amount does not fit into 64 bits, which the program refuses.
 *
 * @example
 * ```ts
 * // Five raw shares at 228.45, in a token with 6 decimals.
 * const deal = { amount: 500_000_000n, multiplier: multiplierInForce(asset, now), price: 228_450_000n, feeBps: 25 };
 * const { total } = quotePurchase(deal);
 * ```
 */
export function quotePurchase(deal: Deal): PurchaseQuote {
  const value = fits(ceilDiv(exactValue(deal), MULTIPLIER_ONE * SHARE));
  const fee = feeOf(value, deal.feeBps);
  return { value, fee, total: fits(value + fee) };
}

/**
 * @throws RangeError where an amount does not fit into 64 bits, which the program refuses.
 *
 * @example
 * ```ts
 * const deal = { amount: 500_000_000n, multiplier: multiplierInForce(asset, now), price: 228_450_000n, feeBps: 25 };
 * const { net } = quoteRedemption(deal);
 * ```
 */
export function quoteRedemption(deal: Deal): RedemptionQuote {
  const value = fits(exactValue(deal) / (MULTIPLIER_ONE * SHARE));
  const fee = feeOf(value, deal.feeBps);
  return { value, fee, net: value - fee };
}

/**
 * The multiplier of an asset that is in force now, unix seconds on the chain's clock, from its account alone. Of other
 * times than now the calendar knows more: see `multiplierAt`.
 *
 * @example
 * ```ts
 * const { data } = await issuer.fetchAsset(rpc, share.asset);
 * const multiplier = multiplierInForce(data, now);
 * ```
 */
export function multiplierInForce(asset: Pick<Asset, "multiplier" | "nextMultiplier" | "multiplierEffectiveAt">, now: bigint): bigint {
  return now < asset.multiplierEffectiveAt ? asset.multiplier : asset.nextMultiplier;
}

function exactValue({ amount, multiplier, price }: Deal): bigint {
  return amount * multiplier * price;
}

function feeOf(value: bigint, feeBps: number): bigint {
  return ceilDiv(value * BigInt(feeBps), WHOLE_BPS);
}

function ceilDiv(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}

function fits(amount: bigint): bigint {
  if (amount > UNLIMITED) {
    throw new RangeError(`${amount} base units of the payment token are more than a token account can hold (${UNLIMITED})`);
  }
  return amount;
}
