/**
 * What a holder is entitled to in a corporate action: exact, and to the unit what `crates/rules` computes.
 *
 * Holdings are raw units, money is in base units of the payment token, prices are for one whole share, multipliers have
 * 18 decimals, withholdings are in basis points. What is paid rounds down, what is withheld up.
 */
import { MULTIPLIER_ONE, UNLIMITED } from "./vocabulary.ts";

/** A ratio as its announcement states it. */
export type ActionRatio = readonly [numerator: bigint, denominator: bigint];

/** Base units in a whole share, as the mints of Scrip have them. */
const SHARE = 10n ** 8n;
const WHOLE_BPS = 10_000n;

export interface CashDue {
  readonly gross: bigint;
  readonly withheld: bigint;
  /** What reaches the holder. */
  readonly net: bigint;
}

/**
 * The cash on `raw` units at `grossPerShare`.
 *
 * @example
 * ```ts
 * // 0.25 a share on five shares, 15 % withheld, in a token with 6 decimals.
 * cashDue(500_000_000n, MULTIPLIER_ONE, 250_000n, 1_500); // { gross: 1_250_000n, withheld: 187_500n, net: 1_062_500n }
 * ```
 */
export function cashDue(raw: bigint, multiplier: bigint, grossPerShare: bigint, withholdingBps: number): CashDue {
  if (withholdingBps > WHOLE_BPS) {
    throw new RangeError(`${withholdingBps} basis points cannot be withheld: ${WHOLE_BPS} are the whole`);
  }
  const gross = fits(valueOf(raw, multiplier, grossPerShare));
  const withheld = (gross * BigInt(withholdingBps) + WHOLE_BPS - 1n) / WHOLE_BPS;
  return { gross, withheld, net: gross - withheld };
}

/**
 * What is paid for `raw` units that are given up, at a price.
 *
 * @example
 * ```ts
 * priceDue(500_000_000n, MULTIPLIER_ONE, 20_000_000n); // 100_000_000n: five shares at 20
 * ```
 */
export function priceDue(raw: bigint, multiplier: bigint, price: bigint): bigint {
  return fits(valueOf(raw, multiplier, price));
}

/**
 * Raw units that `net` buys at a price.
 *
 * @example
 * ```ts
 * reinvested(100_000_000n, 200_000_000n, MULTIPLIER_ONE); // 50_000_000n: half a share for 100 at 200
 * ```
 */
export function reinvested(net: bigint, price: bigint, multiplier: bigint): bigint {
  return fits((net * SHARE * MULTIPLIER_ONE) / (price * multiplier));
}

/**
 * Raw units of another share for `raw` units of this one: so many shares for each so many held.
 *
 * @example
 * ```ts
 * // One share of the spun-off company for each four.
 * otherShares(400_000_000n, MULTIPLIER_ONE, [1n, 4n], MULTIPLIER_ONE); // 100_000_000n
 * ```
 */
export function otherShares(raw: bigint, multiplier: bigint, [numerator, denominator]: ActionRatio, otherMultiplier: bigint): bigint {
  return fits((raw * multiplier * numerator) / (denominator * otherMultiplier));
}

/**
 * How much of one tender is bought, where `total` is tendered in all and `max` is bought at most. Raw units.
 *
 * @example
 * ```ts
 * // 1,000 raw units of 4,000 that were tendered, of which 2,000 are bought.
 * accepted(1_000n, 4_000n, 2_000n); // 500n
 * ```
 */
export function accepted(tendered: bigint, total: bigint, max: bigint): bigint {
  const offered = tendered < total ? tendered : total;
  return total <= max ? offered : (offered * max) / total;
}

/**
 * The ratio of a dividend that is reinvested for all: (price + net dividend) ÷ price.
 *
 * @example
 * ```ts
 * reinvestmentRatio(250_000n, 1_500, 200_000_000n); // for a dividend of 0.25 less 15 % at a price of 200
 * ```
 */
export function reinvestmentRatio(gross: bigint, withholdingBps: number, price: bigint): ActionRatio {
  const kept = WHOLE_BPS - BigInt(withholdingBps);
  if (gross <= 0n || price <= 0n || kept <= 0n) {
    throw new RangeError(`nothing to reinvest: ${gross} a share less ${withholdingBps} basis points, at ${price}`);
  }
  const common = greatestCommonDivisor(kept, WHOLE_BPS);
  const before = price * (WHOLE_BPS / common);
  return [fits(before + gross * (kept / common)), fits(before)];
}

/**
 * The multiplier after an action with this ratio: rounded once, half to even.
 *
 * @example
 * ```ts
 * multiplierAfter(MULTIPLIER_ONE, [4n, 1n]); // 4_000_000_000_000_000_000n
 * ```
 */
export function multiplierAfter(multiplier: bigint, [numerator, denominator]: ActionRatio): bigint {
  const [down, rest] = [(multiplier * numerator) / denominator, (multiplier * numerator) % denominator];
  const up = 2n * rest > denominator || (2n * rest === denominator && down % 2n === 1n);
  return up ? down + 1n : down;
}

function valueOf(raw: bigint, multiplier: bigint, price: bigint): bigint {
  return (raw * multiplier * price) / (MULTIPLIER_ONE * SHARE);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function fits(amount: bigint): bigint {
  if (amount > UNLIMITED) {
    throw new RangeError(`${amount} does not fit into the 64 bits that an amount has on chain (${UNLIMITED})`);
  }
  return amount;
}
