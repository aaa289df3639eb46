/** Tendering shares to an offer: in escrow until it is known how many are bought, then paid, and the rest returned. */
import type { Account, Address, Instruction, TransactionSigner } from "@solana/kit";
import type { Payout, Tender } from "./generated/issuer/accounts/index.ts";
import {
  getSettleTenderInstructionAsync,
  getTenderSharesInstructionAsync,
  getWithdrawTenderInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import { vaultOf } from "./payout.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { type PaymentToken, TOKEN_2022, associatedToken, openAssociatedToken, shareAccount } from "./tokens.ts";

export interface NewTender {
  readonly share: ShareAddresses;
  readonly action: Address;
  readonly owner: TransactionSigner;
  /** Pays the rent, and gets it back. */
  readonly payer: TransactionSigner;
  /** Raw units. */
  readonly amount: bigint;
}

/**
 * Puts shares from the owner's associated token account into escrow.
 *
 * @example
 * ```ts
 * const instruction = await tenderShares({ share, action: action.address, owner: holder, payer, amount: 500_000_000n });
 * ```
 */
export async function tenderShares({ share, action, owner, payer, amount }: NewTender): Promise<Instruction> {
  const source = await shareAccount(owner.address, share.mint);
  return getTenderSharesInstructionAsync({ ...(await hooked(share, owner.address)), owner, payer, source, action, amount });
}

/**
 * Returns what was tendered: until the offer takes effect, when it is off, or when it was not settled in time.
 *
 * @example
 * ```ts
 * const instruction = await withdrawTender(holder, share, tender);
 * ```
 */
export async function withdrawTender(owner: TransactionSigner, share: ShareAddresses, tender: Account<Tender>): Promise<Instruction> {
  return getWithdrawTenderInstructionAsync({ owner, ...(await returned(share, tender)) });
}

export interface TenderToSettle {
  readonly share: ShareAddresses;
  readonly tender: Account<Tender>;
  readonly payout: Account<Payout>;
  readonly token: PaymentToken;
  /** Anybody; pays the rents of the owner's token accounts, as far as they are not open. */
  readonly payer: TransactionSigner;
}

/**
 * Buys what the offer takes of a tender and returns the rest, to the owner's associated token accounts.
 *
 * @example
 * ```ts
 * const instructions = await settleTender({ share, tender, payout, token: usdc, payer });
 * ```
 */
export async function settleTender({ share, tender, payout, token, payer }: TenderToSettle): Promise<readonly Instruction[]> {
  const { owner } = tender.data;
  const settle = await getSettleTenderInstructionAsync({
    ...(await returned(share, tender)),
    ...vaultOf(payout, token),
    cashDestination: await associatedToken(owner, token),
  });
  const own = { mint: share.mint, program: TOKEN_2022 };
  return [await openAssociatedToken(payer, owner, own), await openAssociatedToken(payer, owner, token), settle];
}

async function hooked({ mint, registry, asset }: ShareAddresses, owner: Address) {
  const [holder] = await findHolderPda({ registry, wallet: owner });
  const [assetHolder] = await findHolderPda({ registry, wallet: asset });
  return { mint, holder, assetHolder };
}

async function returned(share: ShareAddresses, { address: tender, data }: Account<Tender>) {
  const { owner, action, rentPayer: rentReceiver } = data;
  const shareDestination = await shareAccount(owner, share.mint);
  return { ...(await hooked(share, owner)), action, tender, shareDestination, rentReceiver };
}
