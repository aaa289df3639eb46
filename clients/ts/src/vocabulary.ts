/** Numbers that instructions take, by the names that the programs give them. */

/** Bits of a role (`Role.permissions` of the issuer program). */
export const Permission = {
  Mint: 1,
  Redeem: 1 << 1,
  Pause: 1 << 2,
  Unpause: 1 << 3,
  Halt: 1 << 4,
  Resume: 1 << 5,
  CorporateActions: 1 << 6,
} as const;

/** Bits of a registrar's appointment. */
export const RegistrarPermission = { Onboard: 1, Suspend: 1 << 1 } as const;

/** Standing of a record. */
export const HolderStatus = { Active: 1, Suspended: 2, Revoked: 3 } as const;

/** Bits of a record's investor classes. */
export const InvestorClass = { UsPerson: 1, Retail: 1 << 1, Professional: 1 << 2, Qualified: 1 << 3 } as const;

/** Why trading is halted. */
export const HaltReason = { NewsPending: 1, Regulatory: 2, PrimaryMarket: 3, Operational: 4 } as const;

/** How a policy reads its list of countries. */
export const JurisdictionMode = { Allow: 1, Deny: 2 } as const;

/** Kinds of corporate action, by ISO 15022 event code. */
export const ActionKind = { SPLF: 1, DVCA: 2 } as const;

/** Fixed-point units in a multiplier of one. */
export const MULTIPLIER_ONE = 10n ** 18n;

const BITMAP_BYTES = 128;

/**
 * A policy's list of countries, from ISO 3166-1 numeric codes.
 *
 * @throws RangeError for a code outside 1 to 999.
 */
export function jurisdictions(countries: readonly number[]): Uint8Array {
  const bitmap = new Uint8Array(BITMAP_BYTES);
  for (const country of countries) {
    if (!Number.isInteger(country) || country < 1 || country > 999) {
      throw new RangeError(`${country} is not an ISO 3166-1 numeric code: it must be a whole number from 1 to 999`);
    }
    bitmap[country >> 3] = (bitmap[country >> 3] ?? 0) | (1 << (country & 7));
  }
  return bitmap;
}
