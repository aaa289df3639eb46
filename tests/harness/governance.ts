/** How the issuer's settings are changed: at once, or through the queue; each function is one transaction. */
import {
  type PolicyChoices,
  type Receipt,
  UNLIMITED,
  changeSetting,
  executeChange,
  issuer,
  policyTerms,
  proposeChange,
} from "@scrip/client";
import type { Address, KeyPairSigner, TransactionSigner } from "@solana/kit";
import { type Market, roleOf } from "./market.ts";
import type { Share } from "./share.ts";

/** Why the stories change settings. */
const CASE = new Uint8Array(32).fill(6);

/** Changes a setting of the issuer itself, or of the share with this mint. */
export async function change(market: Market, setting: issuer.ChangeArgs, mint?: Address): Promise<Receipt> {
  return market.chain.send(market.payer, [await changeSetting(details(market, setting, mint))]);
}

/** Puts a change into the queue, and returns where it stands there. */
export async function propose(
  market: Market,
  setting: issuer.ChangeArgs,
  mint?: Address,
): Promise<{ readonly pendingChange: Address; readonly receipt: Receipt }> {
  const { chain, payer } = market;
  const { instruction, pendingChange } = await proposeChange(chain.rpc, details(market, setting, mint));
  return { pendingChange, receipt: await chain.send(payer, [instruction]) };
}

export async function approve(market: Market, checker: KeyPairSigner, pendingChange: Address): Promise<Receipt> {
  const role = await roleOf(market, checker);
  return market.chain.send(market.payer, [await issuer.getApproveChangeInstructionAsync({ checker, role, pendingChange })]);
}

/** Carries a change out; `actor` is anybody. */
export async function execute(market: Market, actor: TransactionSigner, pendingChange: Address, mint?: Address): Promise<Receipt> {
  const pending = await issuer.fetchPendingChange(market.chain.rpc, pendingChange, { commitment: "confirmed" });
  return market.chain.send(market.payer, [await executeChange(actor, pending, mint)]);
}

export async function cancel(market: Market, actor: TransactionSigner, pendingChange: Address): Promise<Receipt> {
  const { payer, issuer: issuerAddress } = market;
  const accounts = { actor, rentReceiver: payer.address, issuer: issuerAddress, pendingChange };
  return market.chain.send(payer, [await issuer.getCancelChangeInstructionAsync(accounts)]);
}

/** Replaces the terms on which the share may be transferred. */
export function updatePolicy({ market, mint }: Share, choices: PolicyChoices): Promise<Receipt> {
  return change(market, { __kind: "PolicyTerms", terms: policyTerms(choices) }, mint);
}

export interface Allowance {
  /** Raw units in all. */
  readonly cap: bigint;
  /** Raw units that a full bucket holds. */
  readonly capacity: bigint;
  /** Seconds in which an empty bucket fills. */
  readonly period: number;
}

const BOUNDLESS: Allowance = { cap: UNLIMITED, capacity: UNLIMITED, period: 1 };

/** Opens the account of a minter and says how much the member may mint. */
export async function appointMinter(market: Market, mint: Address, member: Address, allowance = BOUNDLESS): Promise<Receipt> {
  const { admin, payer, issuer: issuerAddress } = market;
  const [asset] = await issuer.findAssetPda({ mint });
  const add = await issuer.getAddMinterInstructionAsync({ admin, payer, issuer: issuerAddress, asset, member });
  const allow = await changeSetting(details(market, { __kind: "Minter", member, ...allowance }, mint));
  return market.chain.send(payer, [add, allow]);
}

function details({ admin, payer, issuer: issuerAddress }: Market, setting: issuer.ChangeArgs, mint?: Address) {
  return { admin, payer, issuer: issuerAddress, mint, change: setting, reference: CASE };
}
