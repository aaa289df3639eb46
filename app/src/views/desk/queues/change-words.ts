/** Settings in words, with their units: each of its values by name, as it stands and as it is to be. */
import { FourEyes, NO_ADDRESS, ReserveMode, UNLIMITED, formatShares, sharesOf } from "@scrip/client";
import type { Setting, SettingKind } from "../../../chain/settings.ts";
import { grouped, percent } from "../../../ui/amount.tsx";
import { duration } from "../../../ui/time.tsx";
import { utc } from "../../../words/moments.ts";
import { rulesOf } from "../../../words/policy.ts";

export interface ChangedValue {
  readonly name: string;
  /** Missing where what it is about is not there. */
  readonly from?: string;
  readonly to: string;
}

export type Named = readonly [name: string, value: string];

const TITLES: Readonly<Record<SettingKind, string>> = {
  Admin: "Next admin",
  Treasury: "Treasury",
  Timelock: "Timelock",
  FourEyes: "Four eyes on changes and actions",
  Custodian: "Custodian",
  SupplyCap: "Supply cap",
  ActionLimits: "Limits of corporate actions",
  ReserveRule: "Reserve rule",
  MintFourEyes: "Four eyes on mints",
  Fees: "Fees",
  SettlementWindow: "Settlement window",
  PaymentMint: "Payment token",
  Minter: "Minter's allowance",
  PolicyTerms: "Terms of transfers",
  HookProgram: "Program that judges transfers",
  DefaultElection: "Default of dividends with a choice",
};

export function settingTitle(kind: SettingKind): string {
  return TITLES[kind];
}

/** `multiplier`: in force, of the share that it is about. Of terms of transfers only what differs. */
export function changedValues(change: Setting, current: Setting | undefined, multiplier?: bigint): readonly ChangedValue[] {
  const before = new Map(current && valuesOf(current, multiplier));
  const values = valuesOf(change, multiplier).map(([name, to]) => ({ name, from: before.get(name), to }));
  const different = values.filter(({ from, to }) => from !== to);
  return change.__kind === "PolicyTerms" && different.length > 0 ? different : values;
}

function valuesOf(setting: Setting, multiplier?: bigint): readonly Named[] {
  const raw = (amount: number | bigint) => rawInWords(BigInt(amount), multiplier);
  switch (setting.__kind) {
    case "Admin":
      return [["May accept to be the admin", address(setting.proposed)]];
    case "Treasury":
      return [["Owner of the accounts that are paid into", address(setting.owner)]];
    case "Timelock":
      return [["A loosening change waits", setting.seconds === 0 ? "not at all" : duration(setting.seconds)]];
    case "FourEyes":
      return [["A checker has to approve", fourEyes(setting.bits)]];
    case "Custodian":
      return [["Custodian", setting.key], ["Its attestations", setting.approved ? "count" : "do not count"]];
    case "SupplyCap":
      return [["The supply may not pass", raw(setting.raw)]];
    case "ActionLimits":
      return [
        ["Notice, at least", duration(setting.minNotice)],
        ["Forward split, at most", `${setting.splitMax} for 1`],
        ["Reverse split, at most", `1 for ${setting.reverseSplitMax}`],
        ["Bonus issue or dividend in shares, at most", `${percent(setting.bonusMaxBps)} more shares`],
        ["Reinvested dividend, at most", `${percent(setting.dividendMaxBps)} more shares`],
      ];
    case "ReserveRule":
      return [
        ["Without backing", reserveMode(setting.mode)],
        ["An attestation counts for", duration(setting.maxAge)],
        ["Custodians, at least", String(setting.minCustodians)],
        ["Taken off what is attested", percent(setting.haircutBps)],
      ];
    case "MintFourEyes":
      return [["A checker is needed above", setting.above === UNLIMITED ? "no amount: never" : raw(setting.above)]];
    case "Fees":
      return [["On purchases", percent(setting.purchaseBps)], ["On redemptions", percent(setting.redemptionBps)]];
    case "SettlementWindow":
      return [["An escrow leaves the issuer at least", duration(setting.seconds)]];
    case "PaymentMint":
      return [["Token", setting.mint], ["In new business it is", setting.accepted ? "accepted" : "not accepted"]];
    case "Minter":
      return [
        ["Member", setting.member],
        ["May mint in all", raw(setting.cap)],
        ["May mint at once, at most", raw(setting.capacity)],
        ["That fills again in", duration(setting.period)],
      ];
    case "PolicyTerms":
      return [
        ...rulesOf(setting.terms, raw).map(({ name, words }) => [name, words] as const),
        ["Locked until", BigInt(setting.terms.lockedUntil) === 0n ? "no lock-up" : utc(BigInt(setting.terms.lockedUntil))],
      ];
    case "HookProgram":
      return [["Program", setting.program === NO_ADDRESS ? "none: nothing is judged" : setting.program]];
    case "DefaultElection":
      return [["Who does not choose gets", setting.choice === 1 ? "cash" : "shares"]];
  }
}

/** Raw units, and the shares that they are at this multiplier; `≈` where a fraction below 10⁻⁸ shares is left out. */
export function rawInWords(amount: bigint, multiplier?: bigint): string {
  if (amount === UNLIMITED) {
    return "no limit";
  }
  const raw = `${grouped(amount.toString())} raw`;
  if (multiplier === undefined) {
    return raw;
  }
  const shares = sharesOf(amount, multiplier, "down");
  const exact = shares === sharesOf(amount, multiplier, "up");
  return `${exact ? "" : "≈ "}${grouped(formatShares(shares))} shares (${raw})`;
}

function address(of: string): string {
  return of === NO_ADDRESS ? "nobody" : of;
}

function fourEyes(bits: number): string {
  const names: readonly Named[] = [
    [String(FourEyes.ReserveRule), "every change of a reserve rule"],
    [String(FourEyes.Loosening), "every change that loosens"],
    [String(FourEyes.Actions), "corporate actions"],
  ];
  const set = names.filter(([bit]) => (bits & Number(bit)) !== 0).map(([, name]) => name);
  return set.length > 0 ? set.join(", ") : "nothing, but to take a checker away";
}

function reserveMode(mode: number): string {
  const modes: Readonly<Record<number, string>> = {
    [ReserveMode.Off]: "nothing happens: reserves are not looked at",
    [ReserveMode.Warn]: "minting goes on, with an event that says so",
    [ReserveMode.Enforce]: "nothing is minted",
  };
  return modes[mode] ?? `mode ${mode}`;
}
