/** A payout that nobody may be paid from before a checker has computed it anew, which is done on the command line. */
import type { issuer } from "@scrip/client";
import type { Account } from "@solana/kit";
import type { ShareAction } from "../../../chain/actions.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Fact, Facts } from "../../../ui/panel.tsx";
import { actionName } from "../../../words/actions.ts";
import { hex } from "../../../words/hex.ts";
import { moneyInWords } from "../actions/terms.ts";
import { Entry, Person, Values, When } from "./parts.tsx";
import styles from "./queues.module.css";

interface PayoutEntryProps {
  readonly payout: Account<issuer.Payout>;
  readonly of: ShareAction;
}

export function PayoutEntry({ payout: { address, data }, of: { share, action, decimals } }: PayoutEntryProps) {
  const { sequence, terms } = action.data;
  const ownToken = "paymentMint" in terms && terms.paymentMint === data.paymentMint;
  return (
    <Entry
      title={`Payout of ${share.symbol}: ${actionName(action.data).toLowerCase()}`}
      badges={<Badge>payout</Badge>}
      aside={<AddressText of={address} name="Payout" />}
    >
      <Values
        of={[
          { name: "Paid in all", to: moneyInWords(data.total, ownToken ? decimals : undefined) },
          { name: "In the token", to: data.paymentMint },
          { name: "Claims", to: String(data.leaves) },
          { name: "SHA-256 of the snapshot", to: hex(data.snapshotHash) },
        ]}
      />
      <Facts>
        <Fact name="Opened by">
          <Person of={data.maker} />
        </Fact>
        <Fact name="Open until">
          <When at={data.deadline} />
        </Fact>
      </Facts>
      <p className={`${styles.note} ${styles.standing}`}>
        A checker does not take the list of claims on trust, but computes it anew from the chain's history and approves only what comes out
        the same. That is done on the command line (docs/distributions.md), with the key of a checker:
        <code className={styles.command}>
          scrip distribute approve {share.symbol} --action {sequence} --snapshot DIRECTORY --keypair checker.json
        </code>
      </p>
    </Entry>
  );
}
