/** Selling shares back to the issuer: shares in escrow, burnt against a payment or given back. */
import type { Account, Address, Instruction, TransactionSigner } from "@solana/kit";
import type { Redemption } from "./generated/issuer/accounts/index.ts";
import {
  getReclaimRedemptionInstructionAsync,
  getRejectRedemptionInstructionAsync,
  getRequestRedemptionInstructionAsync,
  getSettleRedemptionInstructionAsync,
  getSettleRedemptionOffChainInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { findPaymentListingPda, findRolePda } from "./generated/issuer/pdas/index.ts";
import type { QuantityArgs } from "./generated/issuer/types/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { type PaymentToken, associatedToken, shareAccount } from "./tokens.ts";

export interface NewRedemption {
  readonly share: ShareAddresses;
  readonly owner: TransactionSigner;
  /** Pays the rent, and gets it back. */
  readonly payer: TransactionSigner;
  /** What to be paid with; without it, off chain. */
  readonly paymentMint?: Address;
  /** Each open redemption of an owner has another. */
  readonly id: bigint;
  /** Raw units, or shares at a multiplier that the owner believes to be in force. */
  readonly quantity: QuantityArgs;
  /** The least for one whole share, base units of the payment token, before the fee; 0 off chain. */
  readonly minPrice: bigint;
  /** Unix seconds from which on the owner may take back what is left. */
  readonly deadline: bigint;
}

/**
 * Puts shares from the owner's associated token account into escrow.
 *
 * @example
 * ```ts
 * const quantity = { __kind: "Raw", amount: 500_000_000n } as const;
 * const wish = { id: 1n, quantity, minPrice: 200_000_000n, deadline: now + 604_800n };
 * const instruction = await requestRedemption({ share, owner: holder, payer, paymentMint: usdc.mint, ...wish });
 * ```
 */
export async function requestRedemption({ share, paymentMint, ...details }: NewRedemption): Promise<Instruction> {
  const { asset, mint } = share;
  const owner = details.owner.address;
  const listing = paymentMint && (await findPaymentListingPda({ asset, paymentMint }));
  const accounts = { ...(await hooked(share, owner)), source: await shareAccount(owner, mint), paymentListing: listing?.[0] };
  return getRequestRedemptionInstructionAsync({ ...details, ...accounts });
}

interface Settlement {
  readonly share: ShareAddresses;
  readonly redemption: Account<Redemption>;
  /** A member of staff with the permission to redeem. */
  readonly actor: TransactionSigner;
  /** Raw units to burn. */
  readonly amount: bigint;
}

export interface PaidSettlement extends Settlement {
  readonly token: PaymentToken;
  /** Owns the associated token account that pays. */
  readonly paymentAuthority: TransactionSigner;
  /** The owner of the treasury's token accounts: `treasury` of the issuer. */
  readonly treasury: Address;
  /** For one whole share, base units of the payment token, before the fee. */
  readonly price: bigint;
  /** The multiplier that the caller believes to be in force, 18 decimals. */
  readonly expectedMultiplier: bigint;
  /** Case reference, 32 bytes. */
  readonly reference: Uint8Array;
}

/**
 * Burns shares in escrow and pays their owner. All token accounts are the associated ones.
 *
 * @example
 * ```ts
 * const paid = { token: usdc, paymentAuthority: treasury, treasury: treasury.address, price: 228_450_000n };
 * const expectedMultiplier = multiplierInForce(asset, now);
 * const settlement = { share, redemption, actor: maker, amount: 500_000_000n, expectedMultiplier, reference };
 * const instruction = await settleRedemption({ ...settlement, ...paid });
 * ```
 */
export async function settleRedemption(settlement: PaidSettlement): Promise<Instruction> {
  const { share, redemption, token, paymentAuthority, treasury, amount, price, expectedMultiplier, reference } = settlement;
  return getSettleRedemptionInstructionAsync({
    ...(await burnt(settlement)),
    issuer: share.issuer,
    paymentAuthority,
    paymentMint: token.mint,
    paymentSource: await associatedToken(paymentAuthority.address, token),
    paymentDestination: await associatedToken(redemption.data.owner, token),
    treasuryAccount: await associatedToken(treasury, token),
    paymentTokenProgram: token.program,
    amount,
    price,
    expectedMultiplier,
    reference,
  });
}

export interface OffChainSettlement extends Settlement {
  /** Hash of the payment order, 32 bytes. */
  readonly paymentReference: Uint8Array;
}

/**
 * Burns shares in escrow whose owner asked to be paid off chain.
 *
 * @example
 * ```ts
 * const settlement = { share, redemption, actor: maker, amount: 500_000_000n, paymentReference: reference };
 * const instruction = await settleRedemptionOffChain(settlement);
 * ```
 */
export async function settleRedemptionOffChain(settlement: OffChainSettlement): Promise<Instruction> {
  const { amount, paymentReference } = settlement;
  return getSettleRedemptionOffChainInstructionAsync({ ...(await burnt(settlement)), amount, paymentReference });
}

export interface RejectedRedemption extends Omit<Settlement, "amount"> {
  /** The issuer's own code, not 0. */
  readonly reason: number;
  /** Case reference, 32 bytes. */
  readonly reference: Uint8Array;
}

/**
 * Gives back what is left of a redemption.
 *
 * @example
 * ```ts
 * const instruction = await rejectRedemption({ share, redemption, actor: maker, reason: 1, reference });
 * ```
 */
export async function rejectRedemption({ share, redemption, actor, reason, reference }: RejectedRedemption): Promise<Instruction> {
  const role = await roleOf(share, actor.address);
  return getRejectRedemptionInstructionAsync({ actor, role, ...(await returned(share, redemption)), reason, reference });
}

/**
 * Takes back what is left of a redemption after its deadline.
 *
 * @example
 * ```ts
 * const instruction = await reclaimRedemption(share, redemption, holder);
 * ```
 */
export async function reclaimRedemption(
  share: ShareAddresses,
  redemption: Account<Redemption>,
  owner: TransactionSigner,
): Promise<Instruction> {
  return getReclaimRedemptionInstructionAsync({ owner, ...(await returned(share, redemption)) });
}

/** What Token-2022 hands to the transfer hook. The asset needs no record, only the address where it would be. */
async function hooked({ mint, registry, asset }: ShareAddresses, owner: Address) {
  const [holder] = await findHolderPda({ registry, wallet: owner });
  const [assetHolder] = await findHolderPda({ registry, wallet: asset });
  return { mint, holder, assetHolder };
}

async function returned(share: ShareAddresses, { address: redemption, data }: Account<Redemption>) {
  const { owner, rentPayer: rentReceiver } = data;
  const destination = await shareAccount(owner, share.mint);
  return { ...(await hooked(share, owner)), redemption, destination, rentReceiver };
}

async function burnt({ share, redemption, actor }: Settlement) {
  const { asset, mint, policy, registry } = share;
  const { owner, rentPayer: rentReceiver } = redemption.data;
  const [holder] = await findHolderPda({ registry, wallet: owner });
  const role = await roleOf(share, actor.address);
  return { actor, role, asset, mint, policy, holder, redemption: redemption.address, rentReceiver };
}

async function roleOf({ issuer }: ShareAddresses, member: Address): Promise<Address> {
  const [role] = await findRolePda({ issuer, member });
  return role;
}
