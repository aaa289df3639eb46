/** Suspends, reinstates, revokes or sanctions: what it means, and the case that it is done for. */
import { HolderStatus, transferHook } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useState } from "react";
import { useAct } from "../../../act.ts";
import { typed } from "../../../words/attempt.ts";
import { referenceOf } from "../../../words/reference.ts";
import { ActForm } from "../parts/act-form.tsx";
import { ReferenceField } from "../parts/reference-field.tsx";

interface Wording {
  readonly title: string;
  readonly about: string;
  readonly done: string;
}

const WORDINGS: Readonly<Record<HolderStatus, Wording>> = {
  [HolderStatus.Active]: { title: "Reinstate", about: "The holder may send and receive again, as far as the facts on record allow it.", done: "The holder is reinstated." },
  [HolderStatus.Suspended]: { title: "Suspend", about: "The holder can neither send nor receive until somebody reinstates them. What they hold stays theirs.", done: "The holder is suspended." },
  [HolderStatus.Revoked]: { title: "Revoke", about: "The holder is not admitted any more: they can neither send nor receive.", done: "The record is revoked." },
  [HolderStatus.Sanctioned]: { title: "Sanction", about: "The holder is on a sanctions list: they can neither send nor receive.", done: "The holder is marked as sanctioned." },
};

interface StandingFormProps {
  readonly registry: Address;
  readonly record: Account<transferHook.Holder>;
  readonly status: HolderStatus;
  readonly onClose: () => void;
}

export function StandingForm({ registry, record, status, onClose }: StandingFormProps) {
  const act = useAct();
  const [reference, setReference] = useState("");
  const caseReference = typed(reference, referenceOf).value;
  const { title, about, done } = WORDINGS[status];
  const submit = () =>
    caseReference &&
    act.run(async (officer) => [await transferHook.getSetHolderStatusInstructionAsync({ officer, registry, holder: record.address, status, caseReference })]);
  return (
    <ActForm
      title={title}
      about={about}
      submit={`${title} this holder`}
      look={status === HolderStatus.Active ? "primary" : "danger"}
      act={act}
      ready={caseReference !== undefined}
      done={done}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <ReferenceField value={reference} onChange={setReference} />
    </ActForm>
  );
}
