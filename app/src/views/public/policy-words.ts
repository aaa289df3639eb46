/** A transfer policy in words: who may hold the share, and between whom it may move. */
import { AdmissionMode, InvestorClass, JurisdictionMode, Path, UNLIMITED, countriesOf, transferHook } from "@scrip/client";
import { grouped } from "../../ui/amount.tsx";

export interface Rule {
  readonly name: string;
  readonly words: string;
}

export function rulesOf(policy: transferHook.Policy): readonly Rule[] {
  const onRegister = policy.admissionMode === AdmissionMode.Allowlist;
  const admission = onRegister
    ? "Only who is on the issuer's register: both sides of a transfer need a record in good standing."
    : "Everybody, except whom a registrar has excluded.";
  return [
    { name: "Admission", words: admission },
    { name: "Countries of residence", words: countriesInWords(policy) },
    { name: "Investor classes", words: classesInWords(policy) },
    { name: "May move", words: pathsInWords(policy.paths) },
    { name: "Most in one account", words: limit(policy.maxBalance) },
    { name: "Most in one transfer", words: limit(policy.maxTransfer) },
  ];
}

export function countriesInWords({ jurisdictionMode, jurisdictions }: Pick<transferHook.Policy, "jurisdictionMode" | "jurisdictions">): string {
  const named = countriesOf(jurisdictions).map(country);
  if (jurisdictionMode === JurisdictionMode.Allow) {
    return named.length === 0 ? "None is admitted." : `Only ${list(named)}.`;
  }
  return named.length === 0 ? "All." : `All but ${list(named)}.`;
}

const NAMES = new Intl.DisplayNames(["en"], { type: "region" });

/** The name behind an ISO 3166-1 numeric code, with the code, which is what the policy holds. */
export function country(code: number): string {
  const number = String(code).padStart(3, "0");
  const region = number === "999" ? undefined : new Intl.Locale(`und-${number}`).maximize().region;
  return region && /^[A-Z]{2}$/.test(region) ? `${NAMES.of(region)} (${number})` : `country ${number}`;
}

const CLASSES: readonly (readonly [number, string])[] = [
  [InvestorClass.UsPerson, "US persons"],
  [InvestorClass.Retail, "retail investors"],
  [InvestorClass.Professional, "professional investors"],
  [InvestorClass.Qualified, "qualified investors"],
];

export function classesInWords({ classesAdmitted, classesRefused }: Pick<transferHook.Policy, "classesAdmitted" | "classesRefused">): string {
  const named = (bits: number) => CLASSES.filter(([bit]) => bits & bit).map(([, name]) => name);
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

export function pathsInWords(paths: number): string {
  const named = PATHS.filter(([bit]) => paths & bit).map(([, name]) => name);
  return named.length === 0 ? "Nowhere: no path is open." : `${list(named)}.`;
}

function limit(raw: bigint): string {
  return raw === UNLIMITED ? "No limit." : `${grouped(raw.toString())} raw units.`;
}

function list(names: readonly string[], joint: "and" | "or" = "and"): string {
  return new Intl.ListFormat("en", { type: joint === "and" ? "conjunction" : "disjunction" }).format(names);
}
