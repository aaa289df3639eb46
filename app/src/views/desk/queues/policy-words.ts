/** On what terms a share may be transferred, in words. */
import { AdmissionMode, InvestorClass, JurisdictionMode, Path, countriesOf, type issuer } from "@scrip/client";
import type { Named } from "./change-words.ts";

const PATHS: Readonly<Record<keyof typeof Path, string>> = {
  WalletToWallet: "wallet to wallet",
  WalletToVenue: "wallet to venue",
  WalletToUnknown: "wallet to unknown",
  VenueToWallet: "venue to wallet",
  VenueToVenue: "venue to venue",
  VenueToUnknown: "venue to unknown",
  UnknownToWallet: "unknown to wallet",
  UnknownToVenue: "unknown to venue",
  UnknownToUnknown: "unknown to unknown",
};
const CLASSES: Readonly<Record<keyof typeof InvestorClass, string>> = {
  UsPerson: "US persons",
  Retail: "retail",
  Professional: "professional",
  Qualified: "qualified",
};

/** `raw`: how amounts are written. */
export function termsInWords(terms: issuer.PolicyTermsArgs, raw: (amount: number | bigint) => string): readonly Named[] {
  const countries = countriesOf(new Uint8Array(terms.jurisdictions)).join(", ");
  const allowed = terms.jurisdictionMode === JurisdictionMode.Allow;
  return [
    ["Who may hold", terms.admissionMode === AdmissionMode.Allowlist ? "whoever is on the register" : "everybody whom the register does not bar"],
    ["Paths that are open", bitsInWords(terms.paths, Path, PATHS) || "none"],
    ["Countries (ISO 3166-1 codes)", allowed ? `only ${countries || "none"}` : countries ? `all but ${countries}` : "all"],
    ["Investor classes asked for", bitsInWords(terms.classesAdmitted, InvestorClass, CLASSES) || "none"],
    ["Investor classes refused", bitsInWords(terms.classesRefused, InvestorClass, CLASSES) || "none"],
    ["A wallet holds at most", raw(terms.maxBalance)],
    ["A transfer moves at most", raw(terms.maxTransfer)],
    ["Locked until", BigInt(terms.lockedUntil) === 0n ? "no lock-up" : utc(BigInt(terms.lockedUntil))],
  ];
}

function bitsInWords<K extends string>(bits: number, names: Readonly<Record<K, number>>, words: Readonly<Record<K, string>>): string {
  return (Object.keys(words) as K[]).filter((key) => (bits & names[key]) !== 0).map((key) => words[key]).join(", ");
}

/** The same moment in the reader's zone and in UTC. */
export function momentInWords(at: bigint): string {
  return `${new Date(Number(at) * 1000).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })} (${utc(at)})`;
}

/** "2026-12-01 14:30:00 UTC" */
export function utc(at: bigint): string {
  return `${new Date(Number(at) * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
