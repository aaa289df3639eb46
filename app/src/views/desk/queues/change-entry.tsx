/** A change of a setting that waits: what it is, from whom, and until when. */
import { NO_ADDRESS, multiplierInForce } from "@scrip/client";
import { GRACE } from "../../../chain/changes.ts";
import type { Share } from "../../../chain/share.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Badge, Notice } from "../../../ui/controls.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import { referenceText } from "../../../words/reference.ts";
import type { ChangeTask } from "./change-task.ts";
import { changedValues, settingTitle } from "./change-words.ts";
import { OfferButtons } from "./offer-buttons.tsx";
import { Entry, Person, Values, When } from "./parts.tsx";

interface ChangeEntryProps {
  readonly task: ChangeTask;
  readonly shares: readonly Share[];
  readonly now: bigint;
}

export function ChangeEntry({ task, shares, now }: ChangeEntryProps) {
  const { pending, current, mint } = task.change;
  const { data, address } = pending;
  const share = shares.find((one) => one.mint === mint);
  const title = `${settingTitle(data.change.__kind)}${share ? ` of ${share.symbol}` : ""}`;
  const multiplier = share && multiplierInForce(share.asset.data, now);
  return (
    <Entry title={title} badges={<Badges task={task} />} aside={<AddressText of={address} name={`Change ${data.id}`} />}>
      {current ? null : <Notice tone="warn">How it stands now could not be read: what it is about is not there.</Notice>}
      <Values of={changedValues(data.change, current, multiplier)} />
      <Facts>
        <Fact name="Proposed by" hint={<Time at={data.proposedAt} />}>
          <Person of={data.maker} />
        </Fact>
        <Fact name="Approved by">{data.checker === NO_ADDRESS ? "nobody yet" : <Person of={data.checker} />}</Fact>
        <Fact name="Can be carried out from">
          <When at={data.executableAt} />
        </Fact>
        <Fact name="Expires">
          <When at={data.executableAt + GRACE} />
        </Fact>
        <Fact name="Case reference">{referenceText(data.reference)}</Fact>
      </Facts>
      <OfferButtons task={task} about={title} />
    </Entry>
  );
}

function Badges({ task: { change, due, expired } }: { readonly task: ChangeTask }) {
  const { executableAt, checker } = change.pending.data;
  return (
    <>
      <Badge>setting</Badge>
      {expired ? (
        <Badge tone="bad">expired</Badge>
      ) : due ? (
        <Badge tone="good">due</Badge>
      ) : (
        <Badge tone="warn">
          due <Time at={executableAt} relative />
        </Badge>
      )}
      {checker === NO_ADDRESS ? null : <Badge tone="good">approved</Badge>}
    </>
  );
}
