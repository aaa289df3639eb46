/** Tendering shares to an offer. */
import { onlyAtMultiplier, tenderShares } from "@scrip/client";
import type { Address } from "@solana/kit";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "../../../act.ts";
import type { ActionOf } from "../../../chain/elections.ts";
import { addressesOf } from "../../../chain/share.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { Button } from "../../../ui/controls.tsx";
import { AmountField } from "../amount-field.tsx";
import { entryOf } from "../entry.ts";
import styles from "../holder.module.css";
import { type Holding, HoldingPanel } from "../holding.tsx";

interface TenderFormProps {
  readonly wallet: Address;
  readonly value: ActionOf<"Offer">;
}

export function TenderForm({ wallet, value }: TenderFormProps) {
  const act = useAct();
  return (
    <HoldingPanel
      wallet={wallet}
      title={`Tender ${value.share.symbol}`}
      about="What you tender goes into escrow. Until the offer takes effect you can take it back."
      only={({ share, usual }) => usual && share.mint === value.share.mint}
      none={`There is no ${value.share.symbol} in this wallet’s usual account to tender.`}
      status={<ActStatus act={act} done="Your shares are tendered, and in escrow." />}
    >
      {(holding) => <Form holding={holding} value={value} act={act} />}
    </HoldingPanel>
  );
}

function Form({ holding, value: { share, action }, act }: { readonly holding: Holding; readonly value: ActionOf<"Offer">; readonly act: Act }) {
  const [text, type] = useState("");
  const [position] = holding.positions;
  const multiplier = holding.multiplierOf(position);
  const entry = entryOf(text, position.raw, multiplier);
  const tender = async (event: FormEvent) => {
    event.preventDefault();
    const { amount } = entry;
    if (amount) {
      await act.run(async (signer) => {
        const instruction = await tenderShares({ share: addressesOf(share), action: action.address, owner: signer, payer: signer, amount: amount.raw });
        return onlyAtMultiplier({ mint: share.mint, multiplier }, [instruction]);
      });
    }
  };
  return (
    <form onSubmit={tender} className={styles.form}>
      <AmountField text={text} entry={entry} position={position} multiplier={multiplier} onType={type} />
      <div className={`${styles.wide} ${styles.press}`}>
        <Button look="primary" type="submit" disabled={!entry.amount || act.busy}>
          Tender {share.symbol}
        </Button>
      </div>
    </form>
  );
}
