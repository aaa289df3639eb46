/** Ends an open redemption: paid off chain against a payment order, or given back for a reason. */
import { type issuer, rejectRedemption, settleRedemptionOffChain } from "@scrip/client";
import type { Account } from "@solana/kit";
import { useState } from "react";
import { useAct } from "../../../act.ts";
import { type Share, addressesOf } from "../../../chain/share.ts";
import { Shares } from "../../../ui/amount.tsx";
import { Field } from "../../../ui/controls.tsx";
import { typed } from "../../../words/attempt.ts";
import { referenceOf } from "../../../words/reference.ts";
import { ActForm } from "../parts/act-form.tsx";
import { ReferenceField } from "../parts/reference-field.tsx";

export type Ending = "settle" | "reject";

interface RedemptionFormProps {
  readonly share: Share;
  readonly redemption: Account<issuer.Redemption>;
  readonly ending: Ending;
  /** What is left in escrow, base units. */
  readonly shares: bigint;
  readonly onClose: () => void;
}

const LARGEST_REASON = 65_535;

export function RedemptionForm({ share, redemption, ending, shares, onClose }: RedemptionFormProps) {
  const act = useAct();
  const [reference, setReference] = useState("");
  const [reason, setReason] = useState("1");
  const settling = ending === "settle";
  const bytes = typed(reference, referenceOf).value;
  const wrongReason = /^\d+$/.test(reason) && Number(reason) >= 1 && Number(reason) <= LARGEST_REASON ? undefined : `A number from 1 to ${LARGEST_REASON}, from your own list of reasons`;
  const { deposited, settled } = redemption.data;
  const submit = () =>
    bytes &&
    act.run(async (actor) => {
      const common = { share: addressesOf(share), redemption, actor };
      return settling
        ? [await settleRedemptionOffChain({ ...common, amount: deposited - settled, paymentReference: bytes })]
        : [await rejectRedemption({ ...common, reason: Number(reason), reference: bytes })];
    });
  return (
    <ActForm
      title={settling ? "Settle off chain" : "Reject the redemption"}
      about={
        settling ? (
          <>
            Burns the <Shares base={shares} /> in escrow. Do it once the money has been paid: the order that paid it stands in the event.
          </>
        ) : (
          <>
            The <Shares base={shares} /> in escrow go back to their owner, with your reason in the event.
          </>
        )
      }
      submit={settling ? "Burn and settle" : "Give back"}
      look={settling ? "primary" : "danger"}
      act={act}
      ready={bytes !== undefined && (settling || !wrongReason)}
      done={settling ? "The shares are burnt and the redemption is settled." : "The shares are back with their owner."}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {settling ? null : <Field label="Reason code" inputMode="numeric" value={reason} onChange={(event) => setReason(event.target.value)} problem={wrongReason} hint="Your own number, not 0" />}
      {settling ? (
        <ReferenceField label="Payment reference" hint="The payment order: up to 32 characters, or its SHA-256" value={reference} onChange={setReference} />
      ) : (
        <ReferenceField value={reference} onChange={setReference} />
      )}
    </ActForm>
  );
}
