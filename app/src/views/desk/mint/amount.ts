/** What a person types as an amount to mint, as the program takes it. */
import { type Rounding, type issuer, parseShares, rawFor } from "@scrip/client";

/** In what the amount is typed. */
export type Unit = "shares" | "raw";

export interface Typed {
  readonly quantity: issuer.QuantityArgs;
  /** Raw units that would be minted. */
  readonly raw: bigint;
}

/** The program turns shares into raw units like this. */
const ROUNDING: Rounding = "down";

/**
 * @param multiplier in force, 18 decimals: where shares are typed, nothing is minted at another
 * @throws RangeError for what is no amount, or less than one raw unit.
 */
export function readAmount(text: string, unit: Unit, multiplier: bigint): Typed {
  const typed = text.trim();
  if (unit === "raw") {
    if (!/^\d+$/.test(typed)) {
      throw new RangeError(`"${typed}" is no number of raw units, as 1250000000`);
    }
    return atLeastOne({ raw: BigInt(typed), quantity: { __kind: "Raw", amount: BigInt(typed) } });
  }
  const shares = parseShares(typed);
  return atLeastOne({ raw: rawFor(shares, multiplier, ROUNDING), quantity: { __kind: "Shares", shares, expectedMultiplier: multiplier } });
}

function atLeastOne(typed: Typed): Typed {
  if (typed.raw < 1n) {
    throw new RangeError("that is less than one raw unit, and nothing would be minted");
  }
  return typed;
}
