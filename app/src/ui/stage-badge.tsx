/** Where a corporate action stands, in a word. */
import type { Stage } from "../chain/calendar.ts";
import { STAGES } from "../words/actions.ts";
import { Badge } from "./controls.tsx";

export function StageBadge({ of: stage }: { readonly of: Stage }) {
  const { tone, meaning } = STAGES[stage];
  return (
    <Badge tone={tone} title={meaning}>
      {stage}
    </Badge>
  );
}
