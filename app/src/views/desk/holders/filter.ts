/** Which records of the register a person wants to see. */
import { HolderKind, type transferHook } from "@scrip/client";
import type { Account } from "@solana/kit";
import { countryCode } from "../../../words/countries.ts";

export interface Filter {
  /** A standing; 0: any. */
  readonly status: number;
  /** Two letters, or nothing: any. */
  readonly country: string;
  /** Only those whose check ends within so many days, or is over; 0: any. */
  readonly withinDays: number;
}

export const ALL: Filter = { status: 0, country: "", withinDays: 0 };

const DAY = 86_400n;

/** At `now`, unix seconds. */
export function filtered(
  records: readonly Account<transferHook.Holder>[],
  { status, country, withinDays }: Filter,
  now: bigint,
): readonly Account<transferHook.Holder>[] {
  const until = now + BigInt(withinDays) * DAY;
  return records.filter(
    ({ data }) =>
      (status === 0 || data.status === status) &&
      (country === "" || countryCode(data.jurisdiction) === country) &&
      (withinDays === 0 || (data.kind === HolderKind.Wallet && data.kycExpiresAt <= until)),
  );
}

/** The countries that are on record, and how many have each, the most frequent first. */
export function countriesOn(records: readonly Account<transferHook.Holder>[]): readonly (readonly [country: string, count: number])[] {
  const counts = new Map<number, number>();
  for (const { data } of records) {
    if (data.kind === HolderKind.Wallet) {
      counts.set(data.jurisdiction, (counts.get(data.jurisdiction) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([numeric, count]) => [countryCode(numeric), count] as const);
}
