/** Whether a distribution pays now, and if not, what it waits for. */
import type { issuer } from "@scrip/client";
import type { Word } from "../../../words/record.ts";

export interface PayingWord extends Word {
  readonly paying: boolean;
}

/** `now`: unix seconds on the chain's clock. */
export function payingInWords({ approved, funded, total, opensAt, deadline }: issuer.Payout, now: bigint): PayingWord {
  if (now >= deadline) {
    return { tone: "plain", word: "closed", meaning: "The time to claim is over.", paying: false };
  }
  if (!approved) {
    return { tone: "warn", word: "not approved yet", meaning: "A checker of the issuer has not approved it yet.", paying: false };
  }
  if (funded < total) {
    return { tone: "warn", word: "not funded yet", meaning: "The issuer has not put in all of the money yet.", paying: false };
  }
  if (now < opensAt) {
    return { tone: "plain", word: "paid later", meaning: "It is not paid yet.", paying: false };
  }
  return { tone: "good", word: "paying", meaning: "", paying: true };
}
