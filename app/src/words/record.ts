/** What the register says of a wallet, in words: its standing, and how its check stands. */
import { HolderStatus } from "@scrip/client";
import type { Tone } from "../ui/controls.tsx";

/** A word on how something stands, and what it means. */
export interface Word {
  readonly tone: Tone;
  readonly word: string;
  readonly meaning: string;
}

export const STATUSES: Readonly<Record<HolderStatus, Word>> = {
  [HolderStatus.Active]: { tone: "good", word: "active", meaning: "The wallet may send and receive within each share's rules." },
  [HolderStatus.Suspended]: { tone: "warn", word: "suspended", meaning: "Nothing can be sent or received until a registrar reinstates the record." },
  [HolderStatus.Revoked]: { tone: "bad", word: "revoked", meaning: "The wallet has been taken off the register. Ask the issuer's registrar." },
  [HolderStatus.Sanctioned]: { tone: "bad", word: "sanctioned", meaning: "Nothing can be sent or received. Ask the issuer's registrar." },
};

export function statusInWords(status: number): Word {
  return (STATUSES as Readonly<Record<number, Word>>)[status] ?? { tone: "warn", word: `unknown (${status})`, meaning: "This console does not know this standing: it may be too old." };
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
