/** A holder's record and a share's standing, in words. */
import { AdmissionMode, AssetStatus, Election, HolderStatus, InvestorClass } from "@scrip/client";
import type { Share } from "../../chain/share.ts";
import type { Tone } from "../../ui/controls.tsx";

/** A word on how something stands, and what it means. */
export interface Word {
  readonly tone: Tone;
  readonly word: string;
  readonly meaning: string;
}

const STATUSES: Readonly<Record<number, Word>> = {
  [HolderStatus.Active]: { tone: "good", word: "active", meaning: "The wallet may send and receive within each share's rules." },
  [HolderStatus.Suspended]: { tone: "warn", word: "suspended", meaning: "Nothing can be sent or received until a registrar reinstates the record." },
  [HolderStatus.Revoked]: { tone: "bad", word: "revoked", meaning: "The wallet has been taken off the register. Ask the issuer's registrar." },
  [HolderStatus.Sanctioned]: { tone: "bad", word: "sanctioned", meaning: "Nothing can be sent or received. Ask the issuer's registrar." },
};

export function statusInWords(status: number): Word {
  return STATUSES[status] ?? { tone: "warn", word: `unknown (${status})`, meaning: "This console does not know this standing: it may be too old." };
}

const CLASSES: readonly (readonly [number, string])[] = [
  [InvestorClass.Retail, "retail"],
  [InvestorClass.Professional, "professional"],
  [InvestorClass.Qualified, "qualified"],
  [InvestorClass.UsPerson, "US person"],
];

export function classesInWords(classes: number): string {
  const names = CLASSES.filter(([bit]) => classes & bit).map(([, name]) => name);
  return names.length > 0 ? names.join(", ") : "none";
}

/** What `999`, a code of nobody's, becomes. */
const UNKNOWN = "ZZ";

/** Of an ISO 3166-1 numeric code, in the reader's language. */
export function countryName(numeric: number, locale?: string): string {
  const digits = String(numeric).padStart(3, "0");
  // Locales with a numeric region are made canonical, with the region's letters; groups of countries have none.
  const { region = "" } = new Intl.Locale(`und-${digits}`);
  const names = new Intl.DisplayNames(locale ? [locale] : undefined, { type: "region", fallback: "none" });
  return (/^[A-Z]{2}$/.test(region) && region !== UNKNOWN ? names.of(region) : undefined) ?? `country ${digits}`;
}

/** What an end is called soon: long enough to renew a check. */
const SOON = 30n * 86_400n;

/** How a check stands that ends at a time; unix seconds on the chain's clock. */
export function checkInWords(expiresAt: bigint, now: bigint): Word {
  if (now >= expiresAt) {
    return { tone: "bad", word: "expired", meaning: "Nothing can be sent or received until a registrar has renewed the check." };
  }
  return expiresAt - now < SOON
    ? { tone: "warn", word: "ends soon", meaning: "Renew it with the issuer's registrar in time: afterwards nothing can be sent or received." }
    : { tone: "good", word: "valid", meaning: "" };
}

/** What keeps the share from being transferred as usual, the gravest first. `now` on the chain's clock. */
export function shareInWords({ paused, policy: { data: policy }, asset: { data: asset } }: Share, now: bigint): readonly Word[] {
  const halted = policy.haltReason !== 0 && (policy.haltedUntil === 0n || now < policy.haltedUntil);
  const blackout = now >= policy.blackoutFrom && now < policy.blackoutUntil;
  const words: readonly (readonly [boolean, Word])[] = [
    [paused, { tone: "bad", word: "paused", meaning: "Nothing at all moves until the issuer unpauses the share." }],
    [halted, { tone: "bad", word: "halted", meaning: "Trading is halted: transfers are refused, requests for redemption are not." }],
    [blackout, { tone: "warn", word: "blackout", meaning: "A record is being taken: nothing moves until it is over." }],
    [now < policy.lockedUntil, { tone: "warn", word: "locked", meaning: "The share cannot be transferred yet." }],
    [asset.status === AssetStatus.WindingDown, { tone: "warn", word: "winding down", meaning: "No more shares are issued." }],
    [asset.status === AssetStatus.Closed, { tone: "plain", word: "closed", meaning: "No shares are issued any more." }],
  ];
  return words.filter(([holds]) => holds).map(([, word]) => word);
}

/** Whether wallets without a record may hold it. */
export function isOpen({ policy }: Share): boolean {
  return policy.data.admissionMode === AdmissionMode.Open;
}

/** Of a dividend with a choice. */
export function choiceInWords(choice: number): string {
  return choice === Election.Reinvest ? "shares" : choice === Election.Cash ? "cash" : `choice ${choice}`;
}
