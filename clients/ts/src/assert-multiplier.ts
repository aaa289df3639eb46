/** Makes a transaction fail if the multiplier moves before it is in a block. */
import type { Address, Instruction } from "@solana/kit";
import { getAssertMultiplierInstructionAsync } from "./generated/issuer/instructions/index.ts";

/** What somebody computed with a multiplier, 18 decimals, of the share with this mint. */
export interface ExpectedMultiplier {
  readonly mint: Address;
  readonly multiplier: bigint;
}

/**
 * The instructions, with one before them that fails unless the multiplier in force is the expected one.
 *
 * @example
 * ```ts
 * // Fails rather than trade at a price for shares of before a split.
 * const multiplier = multiplierInForce(asset, now);
 * const instructions = await onlyAtMultiplier({ mint, multiplier }, [instruction]);
 * ```
 */
export async function onlyAtMultiplier(
  { mint, multiplier }: ExpectedMultiplier,
  instructions: readonly Instruction[],
): Promise<readonly Instruction[]> {
  return [await getAssertMultiplierInstructionAsync({ mint, expected: multiplier }), ...instructions];
}
