/** A transfer policy in words: who may hold the share, and between whom it may move. */
import { AdmissionMode, JurisdictionMode, Path, UNLIMITED, countriesOf, type issuer } from "@scrip/client";
import { grouped } from "../ui/amount.tsx";
import { classesIn } from "./classes.ts";
import { numberedCountry } from "./countries.ts";

type Terms = Omit<issuer.PolicyTermsArgs, "lockedUntil">;

export interface Rule {
  readonly name: string;
  readonly words: string;
}

/** `raw`: how amounts are written. */
export function rulesOf(policy: Terms, raw = inRawUnits): readonly Rule[] {
  const onRegister = policy.admissionMode === AdmissionMode.Allowlist;
  const admission = onRegister
    ? "Only who is on the issuer's register: both sides of a transfer need a record in good standing."
    : "Everybody, except whom a registrar has excluded.";
  return [
    { name: "Admission", words: admission },
    { name: "Countries of residence", words: countryRule(policy) },
    { name: "Investor classes", words: classRule(policy) },
    { name: "May move", words: pathRule(policy.paths) },
    { name: "Most in one account", words: limit(BigInt(policy.maxBalance), raw) },
    { name: "Most in one transfer", words: limit(BigInt(policy.maxTransfer), raw) },
  ];
}

export function countryRule({ jurisdictionMode, jurisdictions }: Pick<Terms, "jurisdictionMode" | "jurisdictions">): string {
  const named = countriesOf(new Uint8Array(jurisdictions)).map(numberedCountry);
  if (jurisdictionMode === JurisdictionMode.Allow) {
    return named.length === 0 ? "None is admitted." : `Only ${list(named)}.`;
  }
  return named.length === 0 ? "All." : `All but ${list(named)}.`;
}

export function classRule({ classesAdmitted, classesRefused }: Pick<Terms, "classesAdmitted" | "classesRefused">): string {
  const named = (bits: number) => classesIn(bits).map(({ people }) => people);
  const admitted = classesAdmitted === 0 ? "All" : `Only ${list(named(classesAdmitted), "or")}`;
  return classesRefused === 0 ? `${admitted}.` : `${admitted}, but no ${list(named(classesRefused), "or")}.`;
}

const PATHS: readonly (readonly [number, string])[] = [
  [Path.WalletToWallet, "wallet to wallet"],
  [Path.WalletToVenue, "wallet to venue"],
  [Path.VenueToWallet, "venue to wallet"],
  [Path.VenueToVenue, "venue to venue"],
  [Path.WalletToUnknown, "wallet to unregistered"],
  [Path.UnknownToWallet, "unregistered to wallet"],
  [Path.VenueToUnknown, "venue to unregistered"],
  [Path.UnknownToVenue, "unregistered to venue"],
  [Path.UnknownToUnknown, "unregistered to unregistered"],
];

export function pathRule(paths: number): string {
  const named = PATHS.filter(([bit]) => paths & bit).map(([, name]) => name);
  return named.length === 0 ? "Nowhere: no path is open." : `${list(named)}.`;
}

function limit(amount: bigint, raw: (amount: bigint) => string): string {
  return amount === UNLIMITED ? "No limit." : `${raw(amount)}.`;
}

function inRawUnits(amount: bigint): string {
  return `${grouped(amount.toString())} raw units`;
}

function list(names: readonly string[], joint: "and" | "or" = "and"): string {
  return new Intl.ListFormat("en", { type: joint === "and" ? "conjunction" : "disjunction" }).format(names);
}
