/**
 * Finds a mint whose transfers are cheap.
 *
 * On every transfer Token-2022 derives the address of the mint's validation account anew, and tries bumps from 255
 * downwards until one gives an address: 1,500 compute units for each try. About every second key needs one try only.
 */
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { findExtraAccountMetasPda } from "./generated/transferHook/pdas/index.ts";

export interface GrindProgress {
  /** Keys tried by now. */
  readonly tries: number;
  /** Of the validation account that the last one would have. */
  readonly bump: number;
}

export interface GrindOptions {
  /** `false` takes the first key, whatever it costs. Default `true`. */
  readonly grind?: boolean;
  /** Makes a key. Default: one that cannot be exported. */
  readonly newKey?: () => Promise<KeyPairSigner>;
  /** Called after every key that was tried. */
  readonly onProgress?: (progress: GrindProgress) => void;
  /** Gives up with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface GroundMint {
  readonly mint: KeyPairSigner;
  /** Of the mint's validation account: 255, unless told not to grind. */
  readonly bump: number;
  /** How many keys it took; two are to be expected. */
  readonly tries: number;
}

const BEST_BUMP = 255;

/**
 * Tries keys until one's validation account has bump 255. Lets other work go on between two of them.
 *
 * @example
 * ```ts
 * const { mint, tries } = await grindMint({ onProgress: ({ tries }) => console.log(tries) });
 * ```
 */
export async function grindMint(options: GrindOptions = {}): Promise<GroundMint> {
  const { grind = true, newKey = generateKeyPairSigner, onProgress, signal } = options;
  for (let tries = 1; ; tries += 1) {
    signal?.throwIfAborted();
    const mint = await newKey();
    const [, bump] = await findExtraAccountMetasPda({ mint: mint.address });
    onProgress?.({ tries, bump });
    if (!grind || bump === BEST_BUMP) {
      return { mint, bump, tries };
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
