/** What the issuer's staff do with a share: stop and start trading, pause and unpause, end it. */
import { type Receipt, issuer, transferHook } from "@scrip/client";
import { roleOf } from "./market.ts";
import { REFERENCE, type Share } from "./share.ts";

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

/** Nothing more is issued. */
export async function windDown(share: Share): Promise<Receipt> {
  return end(share, "getWindDownInstructionAsync");
}

/** Nothing can ever be issued again. */
export async function closeAsset(share: Share): Promise<Receipt> {
  return end(share, "getCloseAssetInstructionAsync");
}

async function end({ market, mint }: Share, step: "getWindDownInstructionAsync" | "getCloseAssetInstructionAsync"): Promise<Receipt> {
  const { chain, payer, admin, issuer: issuerAddress } = market;
  return chain.send(payer, [await issuer[step]({ admin, issuer: issuerAddress, mint, reference: REFERENCE })]);
}

export function fetchAsset(share: Share) {
  return issuer.fetchAsset(share.market.chain.rpc, share.asset, { commitment: "confirmed" });
}
