/** The standing of a record in a word, with the colour of what it means for its holder. */
import { HolderKind, HolderStatus, type transferHook } from "@scrip/client";
import { useNow } from "../../../chain/clock.ts";
import { Badge, type Tone } from "../../../ui/controls.tsx";

export const STANDINGS: readonly (readonly [status: number, name: string, tone: Tone])[] = [
  [HolderStatus.Active, "Active", "good"],
  [HolderStatus.Suspended, "Suspended", "warn"],
  [HolderStatus.Revoked, "Revoked", "bad"],
  [HolderStatus.Sanctioned, "Sanctioned", "bad"],
];

export function StandingBadge({ of: record }: { readonly of: Pick<transferHook.Holder, "status" | "kind" | "kycExpiresAt"> | undefined }) {
  const now = useNow(60n);
  if (!record) {
    return <Badge tone="warn">not on the register</Badge>;
  }
  const [, name, tone] = STANDINGS.find(([status]) => status === record.status) ?? [0, `Status ${record.status}`, "plain" as const];
  const over = record.kind === HolderKind.Wallet && record.status === HolderStatus.Active && now !== undefined && record.kycExpiresAt <= now;
  return over ? <Badge tone="warn">Check expired</Badge> : <Badge tone={tone}>{name}</Badge>;
}
