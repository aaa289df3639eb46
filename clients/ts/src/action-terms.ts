/** Terms of corporate actions whose form on chain is not the one that people have them in; the others are plain. */
import { type Address, getUtf8Encoder } from "@solana/kit";
import type { ActionTermsArgs } from "./generated/issuer/types/index.ts";
import { NO_ADDRESS } from "./vocabulary.ts";

type Terms<Kind extends ActionTermsArgs["__kind"]> = Extract<ActionTermsArgs, { __kind: Kind }>;

/** As many bytes as the terms have room for. */
const NAME_BYTES = 64;
const SYMBOL_BYTES = 16;

export interface ExchangeTerms {
  /** Shares of another asset: so many for each so many. */
  readonly shares?: { readonly mint: Address; readonly ratio: readonly [numerator: bigint, denominator: bigint] };
  /** For one whole share, base units of the payment token. */
  readonly cash?: { readonly paymentMint: Address; readonly price: bigint };
}

/**
 * What each share becomes in a merger or an exchange offer: shares of another asset, cash, or both.
 *
 * @example
 * ```ts
 * // Three shares of the other company for each two, and 1.50 a share in cash.
 * const terms = exchangeTerms({
 *   shares: { mint: otherShare.mint, ratio: [3n, 2n] },
 *   cash: { paymentMint: usdc.mint, price: 1_500_000n },
 * });
 * ```
 */
export function exchangeTerms({ shares, cash }: ExchangeTerms): Terms<"Exchange"> {
  const [numerator, denominator] = shares?.ratio ?? [0n, 0n];
  const { paymentMint = NO_ADDRESS, price = 0n } = cash ?? {};
  return { __kind: "Exchange", mint: shares?.mint ?? NO_ADDRESS, numerator, denominator, paymentMint, price };
}

/**
 * @throws RangeError if name or symbol are empty or longer than 64 or 16 bytes.
 *
 * @example
 * ```ts
 * const terms = nameTerms("Apple xStock", "AAPLx");
 * ```
 */
export function nameTerms(name: string, symbol: string): Terms<"Name"> {
  return { __kind: "Name", name: padded("name", name, NAME_BYTES), symbol: padded("symbol", symbol, SYMBOL_BYTES) };
}

function padded(what: string, text: string, length: number): Uint8Array {
  const bytes = getUtf8Encoder().encode(text);
  if (bytes.length === 0 || bytes.length > length) {
    throw new RangeError(`the ${what} "${text}" has ${bytes.length} bytes: 1 to ${length} fit`);
  }
  const filled = new Uint8Array(length);
  filled.set(bytes);
  return filled;
}
