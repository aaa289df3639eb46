/** Which fields hold a number that stands for a word, or bits that stand for one each. */
import {
  ActionKind,
  ActionState,
  AdmissionMode,
  AssetStatus,
  Election,
  FourEyes,
  HaltReason,
  HolderKind,
  HolderStatus,
  InvestorClass,
  JurisdictionMode,
  Path,
  Permission,
  RegistrarPermission,
  ReserveMode,
} from "@scrip/client";
import { AccountState } from "@solana-program/token-2022";
import { KIND_NAMES } from "../../words/actions.ts";
import { classesInWords } from "../../words/classes.ts";

type Words = Readonly<Record<string, number>>;

/** One of these. */
const ONE: Readonly<Record<string, Words>> = {
  "Asset.status": AssetStatus,
  "Asset.reserveMode": ReserveMode,
  "Asset.defaultElection": Election,
  "AssetStatusChanged.old": AssetStatus,
  "AssetStatusChanged.new": AssetStatus,
  "CorporateAction.kind": ActionKind,
  "CorporateAction.state": ActionState,
  "ActionAnnounced.kind": ActionKind,
  "ActionScheduled.kind": ActionKind,
  "ActionAmended.oldState": ActionState,
  "ActionCancelled.oldState": ActionState,
  "ActionTerms.Choice.default": Election,
  "Change.DefaultElection.choice": Election,
  "Change.ReserveRule.mode": ReserveMode,
  "HolderElection.choice": Election,
  "Elected.choice": Election,
  "ElectionWithdrawn.choice": Election,
  "TradingHalted.reason": HaltReason,
  "Holder.kind": HolderKind,
  "Holder.status": HolderStatus,
  "HolderStatusChanged.oldStatus": HolderStatus,
  "HolderStatusChanged.newStatus": HolderStatus,
  "Policy.haltReason": HaltReason,
  "PolicyHalted.oldReason": HaltReason,
  "PolicyHalted.newReason": HaltReason,
  "PolicyResumed.oldReason": HaltReason,
  "Policy.admissionMode": AdmissionMode,
  "Policy.jurisdictionMode": JurisdictionMode,
  "PolicyTerms.admissionMode": AdmissionMode,
  "PolicyTerms.jurisdictionMode": JurisdictionMode,
  "Token account.state": { Uninitialized: AccountState.Uninitialized, Initialized: AccountState.Initialized, Frozen: AccountState.Frozen },
  "DefaultAccountState.state": { Uninitialized: AccountState.Uninitialized, Initialized: AccountState.Initialized, Frozen: AccountState.Frozen },
};

/** Any of these at once. */
const BITS: Readonly<Record<string, Words>> = {
  "Issuer.fourEyes": FourEyes,
  "Change.FourEyes.bits": FourEyes,
  "Role.permissions": Permission,
  "RoleGranted.permissions": Permission,
  "RoleRevoked.oldPermissions": Permission,
  "Registrar.permissions": RegistrarPermission,
  "RegistrarGranted.permissions": RegistrarPermission,
  "RegistrarRevoked.oldPermissions": RegistrarPermission,
  "Holder.investorClasses": InvestorClass,
  "HolderDetails.investorClasses": InvestorClass,
  "HolderOnboarded.investorClasses": InvestorClass,
  "HolderUpdated.oldInvestorClasses": InvestorClass,
  "HolderUpdated.newInvestorClasses": InvestorClass,
  "AttestationImported.investorClasses": InvestorClass,
  "Policy.classesAdmitted": InvestorClass,
  "Policy.classesRefused": InvestorClass,
  "PolicyTerms.classesAdmitted": InvestorClass,
  "PolicyTerms.classesRefused": InvestorClass,
  "Policy.paths": Path,
  "PolicyTerms.paths": Path,
};

/** The words of a number, by `Type.field`; `undefined` where numbers are just that. */
export function wordsOf(field: string, value: number): string | undefined {
  const bits = BITS[field];
  if (bits === InvestorClass) {
    return classesInWords(value);
  }
  if (bits) {
    const set = Object.entries(bits).filter(([, bit]) => (value & bit) !== 0);
    return set.length > 0 ? set.map(([name]) => inWords(name)).join(", ") : "none";
  }
  const one = ONE[field];
  if (!one) {
    return undefined;
  }
  const name = Object.entries(one).find(([, number]) => number === value)?.[0];
  return name ? inWords(name) : value === 0 ? "none" : "none that this page knows";
}

const ACRONYMS: Readonly<Record<string, string>> = { isin: "ISIN", uri: "URI", id: "ID", kycExpiresAt: "KYC expires at" };

/** "multiplierEffectiveAt", "MintProposal": "Multiplier effective at", "Mint proposal"; SPLF: "Split (SPLF)". */
export function inWords(name: string): string {
  if (name in KIND_NAMES) {
    return `${KIND_NAMES[name as keyof typeof ActionKind]} (${name})`;
  }
  if (name in ACRONYMS) {
    return ACRONYMS[name] ?? name;
  }
  const words = name.replace(/([a-z])([A-Z0-9])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
