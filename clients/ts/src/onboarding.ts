/** Putting any number of wallets on the register. */
import type { Address, Rpc, SolanaRpcApi } from "@solana/kit";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS } from "./generated/transferHook/programs/index.ts";
import { type Newcomer, type Onboarding, packOnboarding } from "./onboarding-batches.ts";
import type { Receipt } from "./receipt.ts";
import { type SendOptions, sendAndConfirm } from "./send.ts";

export interface OnboardingProgress {
  /** Wallets put on the register by now. */
  readonly onboarded: number;
  /** Wallets that were on it before. */
  readonly skipped: number;
  readonly total: number;
  /** Of the transaction that has just been confirmed; none yet at the beginning. */
  readonly receipt?: Receipt;
}

export interface OnboardingOptions extends SendOptions {
  /** Called once at the beginning and after each transaction. */
  readonly onProgress?: (progress: OnboardingProgress) => void;
}

/**
 * Onboards all wallets that have no record yet, as many in each transaction as it has room for, one transaction after
 * the other. After an interruption it can be called again with the same list: what was confirmed is not sent twice.
 *
 * @returns the receipts of what was sent.
 * @throws RangeError when a wallet is named twice, and what `sendAndConfirm` throws.
 *
 * @example
 * ```ts
 * const details = { jurisdiction: 756, investorClasses: InvestorClass.Retail, kycExpiresAt: now + 31_536_000n, lockedUntil: 0n, identity: new Uint8Array(16) };
 * const onboarding = { officer: registrar, payer, registry };
 * await onboardMany(rpc, onboarding, [{ wallet: alice, details }, { wallet: bob, details }]);
 * ```
 */
export async function onboardMany(
  rpc: Rpc<SolanaRpcApi>,
  onboarding: Onboarding,
  newcomers: readonly Newcomer[],
  options: OnboardingOptions = {},
): Promise<Receipt[]> {
  refuseRepetition(newcomers);
  const missing = await withoutRecord(rpc, onboarding.registry, newcomers);
  const counts = { skipped: newcomers.length - missing.length, total: newcomers.length };
  options.onProgress?.({ onboarded: 0, ...counts });
  const receipts: Receipt[] = [];
  let onboarded = 0;
  for (const { instruction, size } of await packOnboarding(onboarding, missing)) {
    const receipt = await sendAndConfirm(rpc, onboarding.payer, [instruction], options);
    receipts.push(receipt);
    onboarded += size;
    options.onProgress?.({ onboarded, ...counts, receipt });
  }
  return receipts;
}

function refuseRepetition(newcomers: readonly Newcomer[]): void {
  const seen = new Set<Address>();
  for (const { wallet } of newcomers) {
    if (seen.has(wallet)) {
      throw new RangeError(`${wallet} is named twice: a wallet has one record, so name it once`);
    }
    seen.add(wallet);
  }
}

/** As many accounts as a node gives at once. */
const CHUNK = 100;

async function withoutRecord(rpc: Rpc<SolanaRpcApi>, registry: Address, newcomers: readonly Newcomer[]): Promise<Newcomer[]> {
  const missing: Newcomer[] = [];
  for (let start = 0; start < newcomers.length; start += CHUNK) {
    const chunk = newcomers.slice(start, start + CHUNK);
    const records = await Promise.all(chunk.map(({ wallet }) => findHolderPda({ registry, wallet })));
    const addresses = records.map(([address]) => address);
    const { value } = await rpc.getMultipleAccounts(addresses, { commitment: "confirmed", encoding: "base64" }).send();
    // Anybody can send lamports to the address of a record that is not there.
    missing.push(...chunk.filter((_, index) => value[index]?.owner !== SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS));
  }
  return missing;
}
