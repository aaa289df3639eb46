/** One tokenized share and what people do with it; each function is one transaction. */
import {
  type GrindOptions,
  MULTIPLIER_ONE,
  type PolicyChoices,
  type Receipt,
  SHARE_DECIMALS,
  type ShareAddresses,
  TOKEN_2022,
  grindMint,
  issuer,
  mintShares as mintTo,
  openAssociatedToken,
  policyTerms,
  shareAccount,
  transferHook,
  transferKnown,
} from "@scrip/client";
import type { Address, KeyPairSigner, TransactionSigner } from "@solana/kit";
import { getSetComputeUnitLimitInstruction } from "@solana-program/compute-budget";
import { appointMinter } from "./governance.ts";
import { type Market, UNITED_STATES, roleOf } from "./market.ts";
import { recordOf } from "./register.ts";

export const DECIMALS = SHARE_DECIMALS;
/** Raw units of one share at a multiplier of one. */
export const ONE_SHARE = 10n ** BigInt(DECIMALS);

export interface Share extends ShareAddresses {
  readonly market: Market;
  readonly created: Receipt;
  /** The market's minter may mint as much as the supply cap lets anybody, unless changed. */
  readonly appointed: Receipt;
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
    reverseSplitMax: 100,
    bonusMaxBps: 10_000,
    dividendMaxBps: 1_000,
    terms: policyTerms(terms.policy ?? { countries: { deny: [UNITED_STATES] } }),
  });
  const limit = getSetComputeUnitLimitInstruction({ units: CREATE_ASSET_COMPUTE_UNITS });
  const created = await chain.send(payer, [limit, create]);
  const [asset] = await issuer.findAssetPda({ mint: mint.address });
  const [policy] = await transferHook.findPolicyPda({ mint: mint.address });
  const addresses = { mint: mint.address, asset, policy, issuer: market.issuer, registry };
  const appointed = await appointMinter(market, mint.address, market.staff.minter.address);
  return { ...addresses, market, created, appointed };
}

/** The wallet's associated token account for this share. */
export function tokenAccountOf({ mint }: Share, owner: Address): Promise<Address> {
  return shareAccount(owner, mint);
}

export async function openAccount(share: Share, owner: Address): Promise<Address> {
  const { chain, payer } = share.market;
  await chain.send(payer, [await openAssociatedToken(payer, owner, { mint: share.mint, program: TOKEN_2022 })]);
  return tokenAccountOf(share, owner);
}

/** Why the stories mint. */
export const REFERENCE = new Uint8Array(32).fill(7);

/** Mints to a wallet whose token account is open. `amount` is in raw units; `custodians` count as reserves. */
export async function mintShares(
  share: Share,
  recipient: Address,
  amount: bigint,
  custodians: readonly Address[] = [],
): Promise<Receipt> {
  const { chain, payer, staff } = share.market;
  const quantity = { __kind: "Raw", amount } as const;
  const issuance = { share, actor: staff.minter, custodians, reference: REFERENCE };
  return chain.send(payer, [await mintTo({ ...issuance, recipient, quantity })]);
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

/** Moves raw units. `authority` is whoever signs: the owner or a delegate. */
export async function transfer(
  share: Share,
  from: Address,
  to: Address,
  amount: bigint,
  authority: TransactionSigner,
): Promise<Receipt> {
  const { chain, payer } = share.market;
  return chain.send(payer, await transferKnown({ share, from, to, amount, authority }));
}
