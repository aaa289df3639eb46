/** The shares in a wallet, each token account by itself: what it comes to in shares, and what it holds raw. */
import { multiplierInForce, sharesOf } from "@scrip/client";
import type { Address } from "@solana/kit";
import { Link } from "wouter";
import { useNow } from "../../../chain/clock.ts";
import { type Position, usePositions } from "../../../chain/positions.ts";
import { type Reading, derive, valueOf } from "../../../chain/reading.ts";
import { Multiplier, Raw, Shares } from "../../../ui/amount.tsx";
import { AddressText } from "../../../ui/address.tsx";
import { Badge } from "../../../ui/controls.tsx";
import { Figure, Skeleton } from "../../../ui/figure.tsx";
import { Empty, Panel } from "../../../ui/panel.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Time } from "../../../ui/time.tsx";
import { Words } from "../badges.tsx";
import styles from "../holder.module.css";
import { shareInWords } from "../words.ts";

export function Positions({ wallet, own }: { readonly wallet: Address; readonly own: boolean }) {
  const reading = usePositions(wallet);
  const now = useNow();
  const positions = valueOf(reading);
  return (
    <Panel
      title="Shares"
      about="Shares are what is owned. Raw units are what the token account holds; the multiplier (×) turns one into the other, and moves with splits and dividends."
      reading={reading}
    >
      {positions && now !== undefined ? (
        positions.length > 0 ? (
          <Table caption="Shares in this wallet" columns={columns(reading, now, own)} rows={positions} keyOf={({ account }) => account} />
        ) : (
          <Empty title="No shares here yet">
            Shares arrive by a transfer from another holder, or from the issuer. The first to send opens an account for them; this wallet has to do
            nothing.
          </Empty>
        )
      ) : (
        <p>
          <Skeleton width={40} />
        </p>
      )}
    </Panel>
  );
}

function columns(reading: Reading<unknown>, now: bigint, own: boolean): readonly Column<Position>[] {
  const figure = (position: Position, from: Address, show: React.ReactNode) => (
    <Figure of={derive(reading, () => position)} from={from}>
      {() => show}
    </Figure>
  );
  const all: Column<Position>[] = [
    { name: "Share", cell: (position) => <Name of={position} /> },
    { name: "You own", figure: true, cell: (position) => <Owned of={position} now={now} show={figure} /> },
    {
      name: "Raw units",
      figure: true,
      cell: (position) => (
        <span className={styles.stack}>
          {figure(position, position.account, <Raw amount={position.raw} />)}
          <span className={styles.minor}>
            {figure(position, position.share.asset.address, <Multiplier value={multiplierInForce(position.share.asset.data, now)} />)}
          </span>
        </span>
      ),
    },
    { name: "Standing", cell: (position) => <Standing of={position} now={now} /> },
  ];
  return own ? [...all, { name: "Do", cell: (position) => <Ways of={position} /> }] : all.map((one) => (one.name === "You own" ? { ...one, name: "Owned" } : one));
}

function Name({ of: { share, account, usual } }: { readonly of: Position }) {
  return (
    <>
      <Link href={`/share/${share.mint}`} className={styles.symbol}>
        {share.symbol}
      </Link>
      <span className={styles.name}>{share.name}</span>
      {usual ? null : (
        <span className={styles.minor}>
          in a further account, <AddressText of={account} />
        </span>
      )}
    </>
  );
}

/** And what it comes to next, if that is known already. */
function Owned({ of: position, now, show }: { readonly of: Position; readonly now: bigint; readonly show: (position: Position, from: Address, content: React.ReactNode) => React.ReactNode }) {
  const { data: asset, address } = position.share.asset;
  const shares = sharesOf(position.raw, multiplierInForce(asset, now), "down");
  const changes = now < asset.multiplierEffectiveAt;
  return (
    <span className={styles.stack}>
      {show(position, position.account, <Shares base={shares} />)}
      {changes ? (
        <span className={styles.minor}>
          {show(position, address, <Shares base={sharesOf(position.raw, asset.nextMultiplier, "down")} />)} from <Time at={asset.multiplierEffectiveAt} />
        </span>
      ) : null}
    </span>
  );
}

function Standing({ of: { share, frozen }, now }: { readonly of: Position; readonly now: bigint }) {
  const words = shareInWords(share, now);
  return words.length === 0 && !frozen ? (
    <Badge tone="good" title="No halt, blackout, pause or freeze.">open</Badge>
  ) : (
    <span className={styles.badges}>
      {frozen ? (
        <Badge tone="bad" title="The issuer has frozen this account: nothing goes in or out.">
          frozen
        </Badge>
      ) : null}
      <Words of={words} />
    </span>
  );
}

function Ways({ of: { share, account, raw, usual } }: { readonly of: Position }) {
  return raw === 0n ? (
    <span className={styles.minor}>nothing to send</span>
  ) : (
    <span className={styles.links}>
      <Link href={`/holder/send/${account}`} aria-label={`Send ${share.symbol}`}>
        Send
      </Link>
      {usual ? (
        <Link href={`/holder/redeem/${account}`} aria-label={`Redeem ${share.symbol}`}>
          Redeem
        </Link>
      ) : null}
    </span>
  );
}
