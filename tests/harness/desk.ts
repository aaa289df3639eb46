/** What the issuer's staff do with a share: stop and start trading, pause and unpause, schedule corporate actions. */
import { type Receipt, issuer, multiplierAt, transferHook } from "@scrip/client";
import { type Address, getProgramDerivedAddress, getAddressEncoder, getU32Encoder } from "@solana/kit";
import { roleOf } from "./market.ts";
import type { Share } from "./share.ts";

/** `until` in unix seconds; 0 halts until trading is resumed. */
export async function halt(share: Share, reason: number, until = 0n): Promise<Receipt> {
  const { market, asset, policy } = share;
  const actor = market.staff.surveillance;
  const role = await roleOf(market, actor);
  return market.chain.send(market.payer, [await issuer.getHaltInstructionAsync({ actor, role, asset, policy, reason, until })]);
}

export async function resume(share: Share): Promise<Receipt> {
  const { market, asset, policy } = share;
  const actor = market.staff.marketSupervisor;
  const role = await roleOf(market, actor);
  return market.chain.send(market.payer, [await issuer.getResumeInstructionAsync({ actor, role, asset, policy })]);
}

export async function pause(share: Share): Promise<Receipt> {
  const { market, mint } = share;
  const actor = market.staff.security;
  const role = await roleOf(market, actor);
  return market.chain.send(market.payer, [await issuer.getPauseInstructionAsync({ actor, role, mint })]);
}

export async function unpause(share: Share): Promise<Receipt> {
  const { market, mint } = share;
  const actor = market.staff.director;
  const role = await roleOf(market, actor);
  return market.chain.send(market.payer, [await issuer.getUnpauseInstructionAsync({ actor, role, mint })]);
}

/** Unix seconds; `until` is the first second after the blackout. */
export async function setBlackout(share: Share, from: bigint, until: bigint): Promise<Receipt> {
  const { market, asset, policy } = share;
  const actor = market.staff.corporateActions;
  const role = await roleOf(market, actor);
  return market.chain.send(market.payer, [
    await issuer.getSetBlackoutInstructionAsync({ actor, role, asset, policy, from, until }),
  ]);
}

export async function clearBlackout(share: Share): Promise<Receipt> {
  const { market, asset, policy } = share;
  const actor = market.staff.corporateActions;
  const role = await roleOf(market, actor);
  return market.chain.send(market.payer, [await issuer.getClearBlackoutInstructionAsync({ actor, role, asset, policy })]);
}

/** Writes the list of accounts that a transfer needs anew. */
export async function updateExtraMetas(share: Share): Promise<Receipt> {
  const { market, mint, asset, policy } = share;
  const { admin, issuer: issuerAddress } = market;
  const [extraAccountMetas] = await transferHook.findExtraAccountMetasPda({ mint });
  return market.chain.send(market.payer, [
    await issuer.getUpdateExtraMetasInstructionAsync({ admin, issuer: issuerAddress, asset, policy, extraAccountMetas }),
  ]);
}

export interface Action {
  readonly kind: number;
  readonly ratio: readonly [numerator: bigint, denominator: bigint];
  /** Unix seconds. */
  readonly effectiveAt: bigint;
}

/** Schedules a change of the multiplier from the one in force at the chain's time. */
export async function scheduleAction(share: Share, { kind, ratio, effectiveAt }: Action): Promise<Receipt> {
  const { market, mint } = share;
  const { data } = await fetchAsset(share);
  const inForce = multiplierAt(data, await market.chain.now());
  const actor = market.staff.corporateActions;
  const schedule = await issuer.getScheduleActionInstructionAsync({
    actor,
    payer: market.payer,
    role: await roleOf(market, actor),
    mint,
    action: await actionAddress(share.asset, data.actionCount),
    kind,
    ratioNumerator: ratio[0],
    ratioDenominator: ratio[1],
    effectiveAt,
    expectedMultiplier: inForce,
    documentHash: new Uint8Array(32).fill(5),
  });
  return market.chain.send(market.payer, [schedule]);
}

export function fetchAsset(share: Share) {
  return issuer.fetchAsset(share.market.chain.rpc, share.asset, { commitment: "confirmed" });
}

/** The address of an asset's action. Its sequence comes from an account, so the IDL cannot say how it is derived. */
export async function actionAddress(asset: Address, sequence: number): Promise<Address> {
  const [address] = await getProgramDerivedAddress({
    programAddress: issuer.SCRIP_ISSUER_PROGRAM_ADDRESS,
    seeds: ["action", getAddressEncoder().encode(asset), getU32Encoder().encode(sequence)],
  });
  return address;
}
