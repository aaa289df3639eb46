/** What a wallet has a right to by a checked file, and taking it. */
import { type Distribution, claimTicket } from "@scrip/client";
import type { Address } from "@solana/kit";
import { useAct } from "../../../act.ts";
import { type Payment, useClaimPage } from "../../../chain/claims.ts";
import type { Token } from "../../../chain/payment-tokens.ts";
import { valueOf } from "../../../chain/reading.ts";
import { addressesOf } from "../../../chain/share.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { Raw } from "../../../ui/amount.tsx";
import { AsOf } from "../../../ui/as-of.tsx";
import { Badge, Button } from "../../../ui/controls.tsx";
import { Figure } from "../../../ui/figure.tsx";
import { Empty, Fact, Facts } from "../../../ui/panel.tsx";
import styles from "../holder.module.css";
import { claimTransactions } from "./instructions.ts";
import { isClaimed } from "./leaves-file.ts";
import { Paid } from "./paid.tsx";

interface EntitledProps {
  readonly wallet: Address;
  readonly payment: Payment;
  readonly distribution: Distribution;
  readonly token: Token;
  readonly now: bigint;
  readonly paying: boolean;
  /** Why it does not pay. */
  readonly why: string;
}

export function Entitled({ wallet, ...props }: EntitledProps) {
  const mine = props.distribution.leaves.some(({ owner }) => owner === wallet);
  return mine ? (
    <Mine wallet={wallet} {...props} />
  ) : (
    <Empty title="This wallet has nothing to claim here">
      The file is the one that is on chain, and this wallet is not in it: it did not hold the share at the record date, or so little that it came to
      less than the smallest unit that can be paid.
    </Empty>
  );
}

function Mine({ wallet, payment, distribution, token, now, paying, why }: EntitledProps) {
  const act = useAct();
  const ticket = claimTicket(distribution, wallet);
  const { payout, inShare } = payment;
  const reading = useClaimPage(payout.address, ticket.page);
  const page = valueOf(reading);
  const claimed = page?.page !== undefined && isClaimed(page.page.data, ticket.index);
  const take = async () => {
    if (!page) {
      return;
    }
    const paid = inShare ? addressesOf(inShare) : token;
    const pageOpen = page.page !== undefined;
    const made = (signer: Parameters<Parameters<typeof act.run>[0]>[0]) => claimTransactions({ payment, distribution, ticket, paid, pageOpen, signer });
    let count = 1;
    for (let step = 0; step < count; step += 1) {
      const receipt = await act.run(async (signer) => {
        const transactions = await made(signer);
        count = transactions.length;
        return transactions[step] ?? [];
      });
      if (!receipt) {
        return;
      }
    }
  };
  const amount = (value: bigint) => <Paid amount={value} token={token} inShare={inShare} now={now} />;
  return (
    <>
      <Facts>
        <Fact name="You held at the record date" hint={`Claim ${ticket.index + 1} of ${distribution.leaves.length}, by the published file`}>
          <Raw amount={ticket.raw} />
        </Fact>
        <Fact name="Gross">{amount(ticket.gross)}</Fact>
        <Fact name="Withheld for tax">{amount(ticket.withheld)}</Fact>
        <Fact name="You get">{amount(ticket.gross - ticket.withheld)}</Fact>
        <Fact name="Claim" hint={<AsOf reading={reading} />}>
          <Figure of={reading} from={({ address }) => address} width={8}>
            {() => (claimed ? <Badge tone="good">paid</Badge> : <Badge tone="warn">not claimed yet</Badge>)}
          </Figure>
        </Fact>
      </Facts>
      <div className={`${styles.press} ${styles.after}`}>
        <Button look="primary" onClick={take} disabled={!page || claimed || !paying || act.busy}>
          {claimed ? "Claimed" : "Claim"}
        </Button>
        <span className={styles.minor}>{claimed ? "" : paying ? `Paid into your account of ${inShare?.symbol ?? token.symbol}, which is opened if you have none.` : why}</span>
      </div>
      <div className={styles.status}>
        <ActStatus act={act} done={<>{amount(ticket.gross - ticket.withheld)} are yours now.</>} />
      </div>
    </>
  );
}
