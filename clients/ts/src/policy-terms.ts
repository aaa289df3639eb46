/** The terms of a policy, in the words of whoever decides on them. */
import type { PolicyTermsArgs } from "./generated/transferHook/types/index.ts";
import { ALL_KNOWN_PATHS, ALL_PATHS, AdmissionMode, JurisdictionMode, UNLIMITED } from "./vocabulary.ts";

/** What is left out is not restricted, except that both sides of a transfer need a record. */
export interface PolicyChoices {
  /** Default: allowlist. */
  readonly admission?: AdmissionMode;
  /** Bits of `Path`. Default: every path that the admission mode can open. */
  readonly paths?: number;
  /** The countries of residence that are admitted, or those that are not; ISO 3166-1 numeric. Default: deny none. */
  readonly countries?: { readonly allow: readonly number[] } | { readonly deny: readonly number[] };
  /** Bits of `InvestorClass`, of which a holder must have one. Default 0: no class is asked for. */
  readonly classesAdmitted?: number;
  /** Bits of `InvestorClass`, of which a holder may have none. */
  readonly classesRefused?: number;
  /** Raw units that a recipient's token account may hold afterwards; venues may hold any number. */
  readonly maxBalance?: bigint;
  /** Raw units that one transfer may move. */
  readonly maxTransfer?: bigint;
  /** Unix seconds from which on the asset may be transferred. */
  readonly lockedUntil?: bigint;
}

/**
 * Terms for `create_asset`, `create_policy` and `update_policy`.
 *
 * @throws RangeError for a country outside 1 to 999.
 *
 * @example
 * ```ts
 * policyTerms({ countries: { deny: [840] }, maxTransfer: 100_000_000_000n }); // at most 1,000 raw shares at once
 * ```
 */
export function policyTerms(choices: PolicyChoices = {}): PolicyTermsArgs {
  const { admission = AdmissionMode.Allowlist, countries = { deny: [] } } = choices;
  const isAllowList = "allow" in countries;
  return {
    admissionMode: admission,
    paths: choices.paths ?? (admission === AdmissionMode.Open ? ALL_PATHS : ALL_KNOWN_PATHS),
    jurisdictionMode: isAllowList ? JurisdictionMode.Allow : JurisdictionMode.Deny,
    jurisdictions: jurisdictions(isAllowList ? countries.allow : countries.deny),
    classesAdmitted: choices.classesAdmitted ?? 0,
    classesRefused: choices.classesRefused ?? 0,
    maxBalance: choices.maxBalance ?? UNLIMITED,
    maxTransfer: choices.maxTransfer ?? UNLIMITED,
    lockedUntil: choices.lockedUntil ?? 0n,
  };
}

const BITMAP_BYTES = 128;
const LAST_COUNTRY = 999;

/**
 * A policy's list of countries, from ISO 3166-1 numeric codes.
 *
 * @throws RangeError for a code outside 1 to 999.
 *
 * @example
 * ```ts
 * const bitmap = jurisdictions([756, 702]); // Switzerland and Singapore
 * ```
 */
export function jurisdictions(countries: readonly number[]): Uint8Array {
  const bitmap = new Uint8Array(BITMAP_BYTES);
  for (const country of countries) {
    if (!Number.isInteger(country) || country < 1 || country > LAST_COUNTRY) {
      throw new RangeError(`${country} is not an ISO 3166-1 numeric code: it must be a whole number from 1 to ${LAST_COUNTRY}`);
    }
    bitmap[country >> 3] = (bitmap[country >> 3] ?? 0) | (1 << (country & 7));
  }
  return bitmap;
}

/**
 * The ISO 3166-1 numeric codes in a policy's list, ascending.
 *
 * @example
 * ```ts
 * const policy = await transferHook.fetchPolicy(rpc, share.policy);
 * countriesOf(policy.data.jurisdictions); // [840]
 * ```
 */
export function countriesOf(bitmap: ArrayLike<number>): number[] {
  const codes = Array.from({ length: LAST_COUNTRY }, (_, index) => index + 1);
  return codes.filter((country) => ((bitmap[country >> 3] ?? 0) >> (country & 7)) & 1);
}
