/** One distribution: what it pays in all, from when to when, and what of it is this wallet's. */
import type { Distribution } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { Payment } from "../../../chain/claims.ts";
import type { Tokens } from "../../../chain/payment-tokens.ts";
import { type Reading, valueOf } from "../../../chain/reading.ts";
import { together } from "../../../chain/together.ts";
import { AddressText } from "../../../ui/address.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Fact, Facts, Panel } from "../../../ui/panel.tsx";
import { Time } from "../../../ui/time.tsx";
import styles from "../holder.module.css";
import { Entitled } from "./entitled.tsx";
import { FilePicker } from "./file-picker.tsx";
import { Paid } from "./paid.tsx";
import { payingInWords } from "./paying.ts";

interface PaymentPanelProps {
  readonly wallet: Address;
  readonly payment: Reading<Payment>;
  readonly value: Payment;
  readonly tokens: Reading<Tokens>;
  readonly now: bigint;
}

export function PaymentPanel({ wallet, payment, value, tokens, now }: PaymentPanelProps) {
  const { share, payout, inShare } = value;
  const { data } = payout;
  const token = valueOf(tokens)?.get(data.paymentMint);
  const queries = useQueryClient();
  // A file that was checked once stays checked: the payout's root never changes.
  const [distribution, setDistribution] = useState(() => queries.getQueryData<Distribution>(["file", payout.address]));
  const checked = (found: Distribution) => {
    queries.setQueryData(["file", payout.address], found);
    setDistribution(found);
  };
  const word = payingInWords(data, now);
  return (
    <Panel title={`${share.symbol}: ${inShare ? `shares of ${inShare.symbol}` : "cash"} from ${dayOf(data.opensAt)} on`} reading={payment} tools={<Badge tone={word.tone}>{word.word}</Badge>}>
      <Facts>
        <Fact name="To all holders together" hint={`In ${data.leaves.toLocaleString()} claims`}>
          <Figure of={together(payment, tokens)} from={payout.address}>
            {() => (token ? <Paid amount={data.total} token={token} inShare={inShare} now={now} /> : `${data.total} base units of a token that is not there`)}
          </Figure>
        </Fact>
        <Fact name="Decided by">
          <Link href={`/account/${data.action}`}>corporate action</Link>
        </Fact>
        <Fact name="Paid in">{inShare ? <Link href={`/share/${inShare.mint}`}>{inShare.symbol}</Link> : <AddressText of={data.paymentMint} />}</Fact>
        <Fact name="Paid from">
          <Figure of={payment} from={payout.address}>
            {() => <Time at={data.opensAt} />}
          </Figure>
        </Fact>
        <Fact name="Claim before" hint="Afterwards the rest goes to the issuer’s treasury.">
          <Figure of={payment} from={payout.address}>
            {() => <Time at={data.deadline} />}
          </Figure>
        </Fact>
      </Facts>
      <div className={styles.after}>
        {distribution && token ? (
          <Entitled wallet={wallet} payment={value} distribution={distribution} token={token} now={now} paying={word.paying} why={word.meaning} />
        ) : (
          <FilePicker payout={payout} onChecked={checked} />
        )}
      </div>
    </Panel>
  );
}

function dayOf(at: bigint): string {
  return new Date(Number(at) * 1000).toLocaleDateString(undefined, { dateStyle: "medium" });
}
