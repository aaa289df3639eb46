/** Sections that need something to act on: they begin once positions and the chain's time are known. */
import { multiplierInForce } from "@scrip/client";
import type { Address } from "@solana/kit";
import type { ReactNode } from "react";
import { useNow } from "../../chain/clock.ts";
import { type Position, usePositions } from "../../chain/positions.ts";
import { valueOf } from "../../chain/reading.ts";
import { Skeleton } from "../../ui/figure.tsx";
import { Empty, Panel } from "../../ui/panel.tsx";
import styles from "./holder.module.css";

export interface Holding {
  /** At least one, and each with something in it. */
  readonly positions: readonly [Position, ...Position[]];
  /** Unix seconds, chain's clock. */
  readonly now: bigint;
  /** In force, 18 decimals. */
  readonly multiplierOf: (position: Position) => bigint;
}

interface HoldingPanelProps {
  readonly wallet: Address;
  readonly title: string;
  readonly about: string;
  /** Which positions count. */
  readonly only?: (position: Position) => boolean;
  /** Said if there are none. */
  readonly none: string;
  /** What became of the last act. It stays when that has used up what there was. */
  readonly status: ReactNode;
  readonly children: (holding: Holding) => ReactNode;
}

export function HoldingPanel({ wallet, title, about, only = () => true, none, status, children }: HoldingPanelProps) {
  const reading = usePositions(wallet);
  const now = useNow();
  const [first, ...rest] = (valueOf(reading) ?? []).filter((position) => position.raw > 0n && only(position));
  const known = reading.status === "known" && now !== undefined;
  return (
    <Panel title={title} about={about} reading={reading}>
      {first && now !== undefined ? (
        children({ positions: [first, ...rest], now, multiplierOf: ({ share }) => multiplierInForce(share.asset.data, now) })
      ) : known ? (
        <Empty title="No shares in this wallet">{none}</Empty>
      ) : (
        <p className={styles.verdict}>{reading.status === "failed" ? "What this wallet holds is not known, so nothing can be done here yet." : <Skeleton width={32} />}</p>
      )}
      <div className={styles.status}>{status}</div>
    </Panel>
  );
}

/** The one at this address, or the first. */
export function chosenOf({ positions }: Holding, account: string | undefined): Position {
  return positions.find((position) => position.account === account) ?? positions[0];
}
