/** Corporate actions as the issuer's staff make them; each function is one transaction. */
import {
  ActionKind,
  type ActionRatio,
  type ChosenDates,
  type Receipt,
  amendAction,
  announceAction,
  approveAction,
  cancelAction,
  issuer,
  multiplierInForce,
  scheduleAction as scheduleInstruction,
  settleAction,
} from "@scrip/client";
import type { Account, Address, KeyPairSigner } from "@solana/kit";
import { fetchAsset } from "./desk.ts";
import type { Share } from "./share.ts";

export interface Action {
  readonly kind: ActionKind;
  readonly terms: issuer.ActionTermsArgs;
  readonly dates: ChosenDates;
}

/** What a transaction did, and to which action. */
export interface ActionReceipt extends Receipt {
  readonly action: Address;
}

/** What the company announced, and why staff changed it later. */
const DOCUMENT = new Uint8Array(32).fill(5);
const REASON = new Uint8Array(32).fill(8);

/** Kinds whose terms are a ratio of new shares to old ones. */
type RatioKind = (typeof ActionKind)["SPLF" | "SPLR" | "BONU" | "DVSE"];

export function ratioAction(kind: RatioKind, [numerator, denominator]: ActionRatio, effectiveAt: bigint): Action {
  return { kind, terms: { __kind: "Ratio", numerator, denominator }, dates: { effectiveAt } };
}

export function split(ratio: ActionRatio, effectiveAt: bigint): Action {
  return ratioAction(ActionKind.SPLF, ratio, effectiveAt);
}

/** A dividend that is reinvested at a price of `denominator`, without tax. */
export function reinvestment([numerator, denominator]: ActionRatio, effectiveAt: bigint): Action {
  const terms = { __kind: "Reinvestment", gross: numerator - denominator, withholdingBps: 0, price: denominator } as const;
  return { kind: ActionKind.DVCA, terms, dates: { effectiveAt } };
}

export async function announce(share: Share, action: Action): Promise<ActionReceipt> {
  const { chain, payer } = share.market;
  const prepared = await announceAction(chain.rpc, { ...by(share), payer, ...action, documentHash: DOCUMENT });
  return { action: prepared.action, ...(await chain.send(payer, [prepared.instruction])) };
}

/** Another member of staff approves, by default one who may. */
export async function approve(share: Share, action: Address, actor: KeyPairSigner = share.market.staff.checker): Promise<Receipt> {
  const { chain, payer } = share.market;
  return chain.send(payer, [await approveAction({ share, actor }, await fetchAction(share, action))]);
}

/** From the multiplier that is in force at the chain's time. */
export async function schedule(share: Share, action: Address): Promise<Receipt> {
  const { chain, payer } = share.market;
  return chain.send(payer, [await scheduleInstruction(by(share), action, await inForce(share))]);
}

/** Maker, checker and maker again: announced, approved and scheduled in one transaction. */
export async function scheduleAction(share: Share, action: Action): Promise<ActionReceipt> {
  const { chain, payer, staff } = share.market;
  const { data: asset } = await fetchAsset(share);
  const details = { ...by(share), payer, ...action, documentHash: DOCUMENT, sequence: asset.actionCount };
  const { instruction, action: address } = await announceAction(chain.rpc, details);
  const [checkerRole] = await issuer.findRolePda({ issuer: share.issuer, member: staff.checker.address });
  const check = { actor: staff.checker, role: checkerRole, asset: share.asset, action: address, amendments: 0 };
  const approval = await issuer.getApproveActionInstructionAsync(check);
  const binding = await scheduleInstruction(by(share), address, multiplierInForce(asset, await chain.now()));
  return { action: address, ...(await chain.send(payer, [instruction, approval, binding])) };
}

export async function amend(share: Share, action: Address, { dates, terms }: Omit<Action, "kind">): Promise<Receipt> {
  const { chain, payer } = share.market;
  const amendment = { dates, terms, documentHash: DOCUMENT, reason: REASON };
  return chain.send(payer, [await amendAction(by(share), action, amendment)]);
}

export async function cancel(share: Share, action: Address): Promise<Receipt> {
  const { chain, payer } = share.market;
  return chain.send(payer, [await cancelAction(by(share), action, REASON)]);
}

/** Nobody of the staff has to sign. */
export async function settle(share: Share, action: Address): Promise<Receipt> {
  const { chain, payer } = share.market;
  return chain.send(payer, [await settleAction(payer, share, action)]);
}

export function fetchAction(share: Share, action: Address): Promise<Account<issuer.CorporateAction>> {
  return issuer.fetchCorporateAction(share.market.chain.rpc, action, { commitment: "confirmed" });
}

/** The multiplier in force at the chain's time. */
export async function inForce(share: Share): Promise<bigint> {
  return multiplierInForce((await fetchAsset(share)).data, await share.market.chain.now());
}

function by(share: Share) {
  return { share, actor: share.market.staff.corporateActions };
}
