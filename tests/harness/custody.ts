/** Custodians and what they attest; each function is one transaction. */
import { type Receipt, ReserveMode, changeSetting, changesInForce, custodyAccounts, issuer, reserveStatus, withAccounts } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { fetchAsset } from "./desk.ts";
import { change } from "./governance.ts";
import type { Market } from "./market.ts";
import { REFERENCE, type Share } from "./share.ts";

/** Hash of every statement in the stories. */
const STATEMENT = new Uint8Array(32).fill(8);

/** Makes a custodian whom the issuer approves. */
export async function newCustodian(market: Market): Promise<KeyPairSigner> {
  const custodian = await generateKeyPairSigner();
  await approveCustodian(market, custodian.address);
  return custodian;
}

/** Opens the account of a custodian and lets its attestations count. */
export async function approveCustodian({ chain, payer, admin, issuer: issuerAddress }: Market, key: Address): Promise<Receipt> {
  const add = await issuer.getAddCustodianInstructionAsync({ admin, payer, issuer: issuerAddress, key });
  const approval = { __kind: "Custodian", key, approved: true } as const;
  const approve = await changeSetting({ admin, payer, issuer: issuerAddress, change: approval, reference: REFERENCE });
  return chain.send(payer, [add, approve]);
}

export interface Rule {
  /** Seconds in which an attestation counts. */
  readonly maxAge: number;
  /** Default 1. */
  readonly minCustodians?: number;
  /** Basis points. Default 0. */
  readonly haircutBps?: number;
}

/** From now on nothing is minted beyond the reserves. */
export function enforceReserves({ market, mint }: Share, { maxAge, minCustodians = 1, haircutBps = 0 }: Rule): Promise<Receipt> {
  return change(market, { __kind: "ReserveRule", mode: ReserveMode.Enforce, maxAge, minCustodians, haircutBps }, mint);
}

export interface Statement {
  /** Unix seconds. Default: now. */
  readonly asOf?: bigint;
  /** Default: all that have been announced. */
  readonly actionsSeen?: number;
  /** The other custodians, who are counted along for the event. */
  readonly others?: readonly Address[];
}

/** A custodian attests how many base units of shares it holds. */
export async function attest(share: Share, signer: KeyPairSigner, shares: bigint, statement: Statement = {}): Promise<Receipt> {
  const { market, asset, mint, issuer: issuerAddress } = share;
  const { chain, payer } = market;
  const [custodian] = await issuer.findCustodianPda({ issuer: issuerAddress, key: signer.address });
  const now = await chain.now();
  const instruction = await issuer.getAttestReservesInstructionAsync({
    signer,
    payer,
    custodian,
    asset,
    mint,
    shares,
    asOf: statement.asOf ?? now,
    actionsSeen: statement.actionsSeen ?? changesInForce((await fetchAsset(share)).data, now),
    documentHash: STATEMENT,
  });
  return chain.send(payer, [withAccounts(instruction, await custodyAccounts(share, statement.others))]);
}

/** How supply and reserves stand, by the program's own word. */
export function statusOf(share: Share, custodians: readonly Address[]): Promise<issuer.ReserveStatus> {
  return reserveStatus(share.market.chain.rpc, share.market.payer.address, share, custodians);
}
