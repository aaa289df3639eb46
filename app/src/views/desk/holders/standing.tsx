/** The standing of a record in a word, with the colour of what it means for its holder. */
import { HolderKind, HolderStatus, type transferHook } from "@scrip/client";
import { useNow } from "../../../chain/clock.ts";
import { Badge } from "../../../ui/controls.tsx";
import { statusInWords } from "../../../words/record.ts";

export function StandingBadge({ of: record }: { readonly of: Pick<transferHook.Holder, "status" | "kind" | "kycExpiresAt"> | undefined }) {
  const now = useNow(60n);
  if (!record) {
    return <Badge tone="warn">not on the register</Badge>;
  }
  const { word, tone } = statusInWords(record.status);
  const over = record.kind === HolderKind.Wallet && record.status === HolderStatus.Active && now !== undefined && record.kycExpiresAt <= now;
  return over ? <Badge tone="warn">check expired</Badge> : <Badge tone={tone}>{word}</Badge>;
}
