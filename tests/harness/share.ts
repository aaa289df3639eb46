/** One tokenized share and what people do with it; each function is one transaction. */
import {
  type GrindOptions,
  MULTIPLIER_ONE,
  type PolicyChoices,
  type Receipt,
  grindMint,
  issuer,
  policyTerms,
  transferHook,
} from "@scrip/client";
import type { Address, KeyPairSigner, TransactionSigner } from "@solana/kit";
import { getSetComputeUnitLimitInstruction } from "@solana-program/compute-budget";
import {
  TOKEN_2022_PROGRAM_ADDRESS,
  findAssociatedTokenPda,
  getCreateAssociatedTokenIdempotentInstructionAsync,
  getTransferCheckedWithTransferHookInstructionAsync,
} from "@solana-program/token-2022";
import { type Market, UNITED_STATES, roleOf } from "./market.ts";
import { recordOf } from "./register.ts";

export const DECIMALS = 8;
/** Raw units of one share at a multiplier of one. */
export const ONE_SHARE = 10n ** BigInt(DECIMALS);

export interface Share {
  readonly market: Market;
  readonly mint: Address;
  readonly asset: Address;
  readonly policy: Address;
  readonly created: Receipt;
}

export interface Terms {
  readonly name: string;
  readonly symbol: string;
  readonly isin: string;
  /** 18 decimals. Default one. */
  readonly multiplier?: bigint;
  /** Raw units. Default one million shares. */
  readonly supplyCap?: bigint;
  /** Seconds. Default one hour. */
  readonly minNotice?: number;
  /** Who may hold it. Default: everybody on the register but residents of the United States. */
  readonly policy?: PolicyChoices;
  /** How the mint's key is found. */
  readonly key?: GrindOptions;
}

/** What most stories issue. */
export const APPLE: Terms = { name: "Apple xStock", symbol: "AAPLx", isin: "US0378331005" };

/** Token-2022 initialises eight extensions one call at a time. */
const CREATE_ASSET_COMPUTE_UNITS = 400_000;

export async function createShare(market: Market, terms: Terms): Promise<Share> {
  const { chain, payer, admin, registry } = market;
  const { mint } = await grindMint(terms.key);
  const create = await issuer.getCreateAssetInstructionAsync({
    admin,
    payer,
    issuer: market.issuer,
    registry,
    mint,
    name: terms.name,
    symbol: terms.symbol,
    uri: `https://example.com/${terms.symbol}.json`,
    isin: new TextEncoder().encode(terms.isin),
    termsHash: new Uint8Array(32).fill(3),
    multiplier: terms.multiplier ?? MULTIPLIER_ONE,
    supplyCap: terms.supplyCap ?? 1_000_000n * ONE_SHARE,
    minNotice: terms.minNotice ?? 3_600,
    splitMax: 100,
    dividendMaxBps: 1_000,
    terms: policyTerms(terms.policy ?? { countries: { deny: [UNITED_STATES] } }),
  });
  const limit = getSetComputeUnitLimitInstruction({ units: CREATE_ASSET_COMPUTE_UNITS });
  const created = await chain.send(payer, [limit, create]);
  const [asset] = await issuer.findAssetPda({ mint: mint.address });
  const [policy] = await transferHook.findPolicyPda({ mint: mint.address });
  return { market, mint: mint.address, asset, policy, created };
}

/** The wallet's associated token account for this share. */
export async function tokenAccountOf(share: Share, owner: Address): Promise<Address> {
  const [account] = await findAssociatedTokenPda({ owner, mint: share.mint, tokenProgram: TOKEN_2022_PROGRAM_ADDRESS });
  return account;
}

export async function openAccount(share: Share, owner: Address): Promise<Address> {
  const { chain, payer } = share.market;
  const open = await getCreateAssociatedTokenIdempotentInstructionAsync({
    payer,
    owner,
    mint: share.mint,
    tokenProgram: TOKEN_2022_PROGRAM_ADDRESS,
  });
  await chain.send(payer, [open]);
  return tokenAccountOf(share, owner);
}

/** Mints to a wallet whose token account is open. `amount` is in raw units. */
export async function mintShares(share: Share, recipient: Address, amount: bigint): Promise<Receipt> {
  const { chain, payer, staff } = share.market;
  const mint = await issuer.getMintSharesInstructionAsync({
    actor: staff.minter,
    role: await roleOf(share.market, staff.minter),
    mint: share.mint,
    holder: await recordOf(share.market, recipient),
    destination: await tokenAccountOf(share, recipient),
    amount,
  });
  return chain.send(payer, [mint]);
}

/** Burns a holder's raw units, with the redeemer's signature. */
export async function redeemShares(share: Share, owner: KeyPairSigner, amount: bigint): Promise<Receipt> {
  const { chain, payer, staff } = share.market;
  const redeem = await issuer.getRedeemSharesInstructionAsync({
    actor: staff.redeemer,
    owner,
    role: await roleOf(share.market, staff.redeemer),
    mint: share.mint,
    holder: await recordOf(share.market, owner.address),
    source: await tokenAccountOf(share, owner.address),
    amount,
    paymentReference: new Uint8Array(32).fill(4),
  });
  return chain.send(payer, [redeem]);
}

/**
 * Moves raw units by Token-2022's own kit client, which resolves the hook's accounts and knows nothing of Scrip.
 * `authority` is whoever signs: the owner unless a delegate is named.
 */
export async function transfer(
  share: Share,
  from: Address,
  to: Address,
  amount: bigint,
  authority: TransactionSigner,
): Promise<Receipt> {
  const { chain, payer } = share.market;
  const instruction = await getTransferCheckedWithTransferHookInstructionAsync(chain, {
    source: await tokenAccountOf(share, from),
    mint: share.mint,
    destination: await tokenAccountOf(share, to),
    authority,
    amount,
    decimals: DECIMALS,
  });
  return chain.send(payer, [instruction]);
}
