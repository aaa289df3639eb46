/** Policies in words: nobody reads bits. */
import { AdmissionMode, InvestorClass, Path, policyTerms } from "@scrip/client";
import { expect, test } from "vitest";
import { classRule, countryRule, pathRule, rulesOf } from "../src/words/policy.ts";

test("countries by name and number", () => {
  expect(countryRule(policyTerms({ countries: { deny: [840] } }))).toBe("All but United States (840).");
  expect(countryRule(policyTerms({ countries: { allow: [756, 702] } }))).toBe("Only Singapore (702) and Switzerland (756).");
  expect(countryRule(policyTerms({ countries: { allow: [] } }))).toBe("None is admitted.");
  expect(countryRule(policyTerms())).toBe("All.");
});

test("classes and paths", () => {
  const { Professional, Qualified, UsPerson } = InvestorClass;
  expect(classRule({ classesAdmitted: 0, classesRefused: 0 })).toBe("All.");
  expect(classRule({ classesAdmitted: Professional | Qualified, classesRefused: UsPerson })).toBe("Only professional investors or qualified investors, but no US persons.");
  expect(pathRule(0)).toBe("Nowhere: no path is open.");
  expect(pathRule(Path.WalletToVenue | Path.VenueToWallet)).toBe("wallet to venue and venue to wallet.");
});

test("all rules of a policy, limits in raw units", () => {
  const open = policyTerms({ admission: AdmissionMode.Open, maxTransfer: 1_000_000n });
  const words = new Map(rulesOf(open).map((rule) => [rule.name, rule.words]));
  expect(words.get("Admission")).toContain("Everybody");
  expect(words.get("Most in one transfer")).toBe("1\u202f000\u202f000 raw units.");
  expect(words.get("Most in one account")).toBe("No limit.");
});
