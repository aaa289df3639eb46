/** A mint that waits for a checker: how much, for whom, and what it stands for. */
import { AddressText } from "../../../ui/address.tsx";
import { Multiplier } from "../../../ui/amount.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import { referenceText } from "../../../words/reference.ts";
import { rawInWords } from "./change-words.ts";
import type { MintTask } from "./mint-task.ts";
import { OfferButtons } from "./offer-buttons.tsx";
import { Entry, Person, Values, When } from "./parts.tsx";

export function MintEntry({ task, now }: { readonly task: MintTask; readonly now: bigint }) {
  const { mint, share, moved, expiresAt } = task;
  const { data, address } = mint.proposal;
  const title = `Mint of ${share.symbol}`;
  const badges = (
    <>
      <Badge>mint</Badge>
      {now >= expiresAt ? <Badge tone="bad">expired</Badge> : moved ? <Badge tone="bad">multiplier moved</Badge> : null}
    </>
  );
  const to = mint.recipient ?? data.destination;
  const values = [
    { name: "New shares", to: rawInWords(data.amount, data.multiplier) },
    { name: mint.recipient ? "To the wallet" : "To the token account", to },
    { name: "Supply", from: rawInWords(share.supply, data.multiplier), to: rawInWords(share.supply + data.amount, data.multiplier) },
  ];
  return (
    <Entry title={title} badges={badges} aside={<AddressText of={address} name="Proposal" />}>
      <Values of={values} />
      <Facts>
        <Fact name="Proposed by" hint={<Time at={data.proposedAt} />}>
          <Person of={data.maker} />
        </Fact>
        <Fact name="Multiplier then" hint={moved ? "another one is in force now" : "still in force"}>
          <Multiplier value={data.multiplier} />
        </Fact>
        <Fact name="Expires">
          <When at={expiresAt} />
        </Fact>
        <Fact name="Case reference">{referenceText(data.reference)}</Fact>
      </Facts>
      <OfferButtons task={task} about={title} />
    </Entry>
  );
}
