/** Policies in words: nobody reads bits. */
import { AdmissionMode, InvestorClass, Path, policyTerms } from "@scrip/client";
import type { transferHook } from "@scrip/client";
import { expect, test } from "vitest";
import { classesInWords, countriesInWords, country, pathsInWords, rulesOf } from "../src/views/public/policy-words.ts";

test("countries by name and number", () => {
  expect(countriesInWords(policyTerms({ countries: { deny: [840] } }))).toBe("All but United States (840).");
  expect(countriesInWords(policyTerms({ countries: { allow: [756, 702] } }))).toBe("Only Singapore (702) and Switzerland (756).");
  expect(countriesInWords(policyTerms({ countries: { allow: [] } }))).toBe("None is admitted.");
  expect(countriesInWords(policyTerms())).toBe("All.");
  expect(country(36)).toBe("Australia (036)");
  expect(country(999)).toBe("country 999");
});

test("classes and paths", () => {
  const { Professional, Qualified, UsPerson } = InvestorClass;
  expect(classesInWords({ classesAdmitted: 0, classesRefused: 0 })).toBe("All.");
  expect(classesInWords({ classesAdmitted: Professional | Qualified, classesRefused: UsPerson })).toBe("Only professional investors or qualified investors, but no US persons.");
  expect(pathsInWords(0)).toBe("Nowhere: no path is open.");
  expect(pathsInWords(Path.WalletToVenue | Path.VenueToWallet)).toBe("wallet to venue and venue to wallet.");
});

test("all rules of a policy, limits in raw units", () => {
  const open = { ...policyTerms({ admission: AdmissionMode.Open, maxTransfer: 1_000_000n }) } as unknown as transferHook.Policy;
  const words = new Map(rulesOf(open).map((rule) => [rule.name, rule.words]));
  expect(words.get("Admission")).toContain("Everybody");
  expect(words.get("Most in one transfer")).toBe("1\u202f000\u202f000 raw units.");
  expect(words.get("Most in one account")).toBe("No limit.");
});
