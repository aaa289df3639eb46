/** A share's standing in words, for who holds it. */
import { AdmissionMode } from "@scrip/client";
import type { Share } from "../../chain/share.ts";
import type { Word } from "../../words/record.ts";
import { standingsOf } from "../../words/standing.ts";

/** What keeps the share from being transferred as usual, the gravest first. `now` on the chain's clock. */
export function shareInWords(share: Share, now: bigint): readonly Word[] {
  const hindering = standingsOf(share, now).filter(({ kind }) => kind !== "trading");
  return hindering.map(({ kind, tone, meaning }) => ({ tone, word: kind, meaning }));
}

/** Whether wallets without a record may hold it. */
export function isOpen({ policy }: Share): boolean {
  return policy.data.admissionMode === AdmissionMode.Open;
}
