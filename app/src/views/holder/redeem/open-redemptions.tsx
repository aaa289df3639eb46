/** What has been asked for: how far the issuer is, and what can be taken back. */
import { NO_ADDRESS, TOKEN_2022, multiplierInForce, openAssociatedToken, reclaimRedemption, sharesOf } from "@scrip/client";
import type { Address } from "@solana/kit";
import { type Act, useAct } from "../../../act.ts";
import { useNow } from "../../../chain/clock.ts";
import { useTokens } from "../../../chain/payment-tokens.ts";
import { type Reading, derive, valueOf } from "../../../chain/reading.ts";
import { type OpenRedemption, useRedemptions } from "../../../chain/redemptions.ts";
import { addressesOf } from "../../../chain/share.ts";
import { ActStatus } from "../../../ui/act-status.tsx";
import { Raw, Shares } from "../../../ui/amount.tsx";
import { Button } from "../../../ui/controls.tsx";
import { Figure, Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import styles from "../holder.module.css";
import { MoneyOf } from "../money.tsx";

export function OpenRedemptions({ wallet }: { readonly wallet: Address }) {
  const reading = useRedemptions(wallet);
  const now = useNow();
  const act = useAct();
  const open = valueOf(reading);
  return (
    <Panel title="Your requests" reading={reading}>
      {open && now !== undefined ? (
        open.length > 0 ? (
          <List reading={reading} open={open} now={now} act={act} />
        ) : (
          <Empty title="Nothing is in escrow">A request stays here until the issuer has paid for all of it, or you have taken it back.</Empty>
        )
      ) : (
        <p>
          <Skeleton width={32} />
        </p>
      )}
      <div className={styles.status}>
        <ActStatus act={act} done="What was left is back in your account." />
      </div>
    </Panel>
  );
}

function List({ reading, open, now, act }: { readonly reading: Reading<unknown>; readonly open: readonly OpenRedemption[]; readonly now: bigint; readonly act: Act }) {
  const tokens = useTokens(open.map(({ redemption }) => redemption.data.paymentMint).filter((mint) => mint !== NO_ADDRESS));
  const figure = (row: OpenRedemption, show: React.ReactNode) => (
    <Figure of={derive(reading, () => row)} from={row.redemption.address}>
      {() => show}
    </Figure>
  );
  const amount = (row: OpenRedemption, raw: bigint) => (
    <span className={styles.stack}>
      {figure(row, <Shares base={sharesOf(raw, multiplierInForce(row.share.asset.data, now), "down")} />)}
      <Raw amount={raw} />
    </span>
  );
  const money = ({ redemption: { address, data } }: OpenRedemption, value: bigint) => (
    <MoneyOf of={reading} from={address} tokens={tokens} mint={data.paymentMint} amount={value} />
  );
  const offChain = ({ redemption }: OpenRedemption) => redemption.data.paymentMint === NO_ADDRESS;
  return (
    <Table
      caption="Your requests for redemption"
      columns={[
        { name: "Share", cell: ({ share }) => share.symbol },
        { name: "Asked for", figure: true, cell: (row) => amount(row, row.redemption.data.deposited) },
        { name: "Paid for", figure: true, cell: (row) => amount(row, row.redemption.data.settled) },
        { name: "Left in escrow", figure: true, cell: (row) => amount(row, row.left) },
        {
          name: "Payment",
          cell: (row) =>
            offChain(row) ? (
              "off chain"
            ) : (
              <span className={styles.stack}>
                {money(row, row.redemption.data.paid)}
                <span className={styles.minor}>at {money(row, row.redemption.data.minPrice)} a share or more</span>
              </span>
            ),
        },
        { name: "Deadline", cell: (row) => figure(row, <Time at={row.redemption.data.deadline} />) },
        { name: "Do", cell: (row) => <TakeBack row={row} now={now} act={act} /> },
      ]}
      rows={open}
      keyOf={({ redemption }) => redemption.address}
    />
  );
}

/** From the deadline on, and from no other time: the issuer is left the time that it was promised. */
function TakeBack({ row: { share, redemption }, now, act }: { readonly row: OpenRedemption; readonly now: bigint; readonly act: Act }) {
  const { deadline, owner } = redemption.data;
  if (now < deadline) {
    return (
      <span className={styles.minor}>
        can be taken back <Time at={deadline} relative />
      </span>
    );
  }
  const takeBack = () =>
    act.run(async (signer) => [
      await openAssociatedToken(signer, owner, { mint: share.mint, program: TOKEN_2022 }),
      await reclaimRedemption(addressesOf(share), redemption, signer),
    ]);
  return (
    <Button onClick={takeBack} disabled={act.busy} aria-label={`Take back ${share.symbol}`}>
      Take back
    </Button>
  );
}
