/** What a policy's terms are when little is said about them. */
import { ALL_KNOWN_PATHS, ALL_PATHS, AdmissionMode, JurisdictionMode, UNLIMITED, countriesOf, jurisdictions, policyTerms } from "@scrip/client";
import { expect, test } from "vitest";

test("without choices: an allowlist of residents of anywhere, without limits", () => {
  expect(policyTerms()).toEqual({
    admissionMode: AdmissionMode.Allowlist,
    paths: ALL_KNOWN_PATHS,
    jurisdictionMode: JurisdictionMode.Deny,
    jurisdictions: new Uint8Array(128),
    classesAdmitted: 0,
    classesRefused: 0,
    maxBalance: UNLIMITED,
    maxTransfer: UNLIMITED,
    lockedUntil: 0n,
  });
  expect(UNLIMITED).toBe(18_446_744_073_709_551_615n);
});

test("an open policy opens the paths of strangers, unless told otherwise", () => {
  const admission = AdmissionMode.Open;
  expect(policyTerms({ admission }).paths).toBe(ALL_PATHS);
  expect(policyTerms({ admission, paths: ALL_KNOWN_PATHS }).paths).toBe(ALL_KNOWN_PATHS);
});

test("countries are admitted or denied by their ISO numbers", () => {
  const allowed = policyTerms({ countries: { allow: [756, 1, 999] } });
  expect(allowed.jurisdictionMode).toBe(JurisdictionMode.Allow);
  expect(countriesOf(allowed.jurisdictions as Uint8Array)).toEqual([1, 756, 999]);
  const denied = policyTerms({ countries: { deny: [840] } });
  expect(denied.jurisdictionMode).toBe(JurisdictionMode.Deny);
  expect([...jurisdictions([840])].flatMap((byte, index) => (byte ? [[index, byte]] : []))).toEqual([[105, 1]]);
  expect(countriesOf(denied.jurisdictions as Uint8Array)).toEqual([840]);
  for (const nowhere of [0, 1_000, 1.5, -1]) {
    expect(() => policyTerms({ countries: { deny: [nowhere] } })).toThrow(RangeError);
  }
});
