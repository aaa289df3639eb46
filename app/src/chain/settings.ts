/** How a setting of the issuer stands now, in the shape in which a change of it is proposed. */
import { type Account, type EncodedAccount, isSome } from "@solana/kit";
import { type ChangeTargets, NO_ADDRESS, changeTargets, issuer, transferHook } from "@scrip/client";
import { decodeMint } from "@solana-program/token-2022";
import { accountsAt } from "./accounts.ts";
import type { AtSlot } from "./reading.ts";
import type { Node } from "./rpc.ts";

export type Setting = issuer.ChangeArgs;
export type SettingKind = Setting["__kind"];

/** Which setting: of the issuer, or of the share with this mint. */
export interface WhichSetting {
  readonly issuer: Account<issuer.Issuer>["address"];
  readonly mint?: Account<issuer.Asset>["data"]["mint"];
  /** Names a member, custodian or payment token where the kind is about one; its other values do not matter. */
  readonly change: Setting;
}

/** Undefined in place of a value: what it is about is not there, as a minter without an account. */
export async function readSettings(node: Node, which: readonly WhichSetting[]): Promise<AtSlot<readonly (Setting | undefined)[]>> {
  const sources = await Promise.all(
    which.map(async ({ change, ...target }) => [target.issuer, sourceOf(await changeTargets(target, change), change)] as const),
  );
  const { value, slot } = await accountsAt(node, sources.flat());
  return {
    slot,
    value: which.map(({ change }, index) => {
      const [issuerAccount, source] = value.slice(index * 2);
      return issuerAccount && currentOf(change, issuer.decodeIssuer(issuerAccount), source);
    }),
  };
}

/** The account that keeps the setting. */
export function sourceOf(targets: ChangeTargets, { __kind }: Setting) {
  const { minter, custodian, paymentListing, policy, mint, asset } = targets;
  return (__kind === "HookProgram" ? mint : (minter ?? custodian ?? paymentListing ?? policy ?? asset)) ?? targets.issuer;
}

function currentOf(change: Setting, { data: of }: Account<issuer.Issuer>, source: EncodedAccount | undefined): Setting | undefined {
  switch (change.__kind) {
    case "Admin":
      return { __kind: "Admin", proposed: of.pendingAdmin };
    case "Treasury":
      return { __kind: "Treasury", owner: of.treasury };
    case "Timelock":
      return { __kind: "Timelock", seconds: of.timelock };
    case "FourEyes":
      return { __kind: "FourEyes", bits: of.fourEyes };
    case "Custodian":
      return source && { ...change, approved: issuer.decodeCustodian(source).data.approved };
    case "PaymentMint":
      return source && { ...change, accepted: issuer.decodePaymentMint(source).data.accepted };
    case "Minter":
      return source && { ...change, ...pick(issuer.decodeMinter(source).data, "cap", "capacity", "period") };
    case "PolicyTerms":
      return source && { __kind: "PolicyTerms", terms: transferHook.decodePolicy(source).data };
    case "HookProgram":
      return source && { __kind: "HookProgram", program: hookOf(source) };
    default:
      return source && ofAsset(change.__kind, issuer.decodeAsset(source).data);
  }
}

function ofAsset(kind: SettingKind, asset: issuer.Asset): Setting | undefined {
  switch (kind) {
    case "SupplyCap":
      return { __kind: kind, raw: asset.supplyCap };
    case "ActionLimits":
      return { __kind: kind, ...pick(asset, "minNotice", "splitMax", "reverseSplitMax", "bonusMaxBps", "dividendMaxBps") };
    case "ReserveRule":
      return { __kind: kind, mode: asset.reserveMode, maxAge: asset.reserveMaxAge, ...pick(asset, "minCustodians", "haircutBps") };
    case "MintFourEyes":
      return { __kind: kind, above: asset.fourEyesAbove };
    case "Fees":
      return { __kind: kind, purchaseBps: asset.purchaseFeeBps, redemptionBps: asset.redemptionFeeBps };
    case "SettlementWindow":
      return { __kind: kind, seconds: asset.settlementWindow };
    case "DefaultElection":
      return { __kind: kind, choice: asset.defaultElection };
    default:
      return undefined;
  }
}

function hookOf(mint: EncodedAccount) {
  const { extensions } = decodeMint(mint).data;
  const hook = (isSome(extensions) ? extensions.value : []).find((extension) => extension.__kind === "TransferHook");
  return hook?.programId ?? NO_ADDRESS;
}

function pick<T, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
