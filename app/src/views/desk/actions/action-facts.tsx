/** Everything that was entered of an action, from its account: what a checker signs for. */
import { ActionState, NO_ADDRESS } from "@scrip/client";
import type { ShareAction } from "../../../chain/actions.ts";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import { datesOf } from "../../../words/actions.ts";
import { hex } from "../../../words/hex.ts";
import { referenceText } from "../../../words/reference.ts";
import { Person, Values, When } from "../queues/parts.tsx";
import { ratioOf, termsByName } from "./terms.ts";
import { effectOf } from "./effect.ts";

export function ActionFacts({ of: { share, action, decimals } }: { readonly of: ShareAction }) {
  const { data } = action;
  const { dates, state } = data;
  const ratio = ratioOf(data.terms);
  const scheduled = state === ActionState.Scheduled || state === ActionState.Settled;
  const reason = referenceText(data.reason);
  // Not scheduled yet: from what is in force by then. Only one change is pending at a time, so it is the share's next.
  const before = scheduled ? data.oldMultiplier : share.asset.data.nextMultiplier;
  return (
    <>
      <Values
        of={[
          ...termsByName(data.terms, decimals).map(([name, to]) => ({ name, to })),
          ...(ratio ? effectOf({ before, ratio, after: scheduled ? data.newMultiplier : undefined }) : []),
          { name: "SHA-256 of the company's announcement", to: hex(data.documentHash) },
        ]}
      />
      <Facts>
        {datesOf(dates).map(([name, at]) => (
          <Fact key={name} name={name}>
            <When at={at} />
          </Fact>
        ))}
        <Fact name={data.amendments > 0 ? `Amended by (${data.amendments} times)` : "Announced by"} hint={<Time at={data.announcedAt} />}>
          <Person of={data.maker} />
        </Fact>
        <Fact name="Approved by">{data.checker === NO_ADDRESS ? "nobody" : <Person of={data.checker} />}</Fact>
        {reason ? <Fact name="Reason">{reason}</Fact> : null}
      </Facts>
    </>
  );
}
