/** All that a wallet has, at a glance: its record, its shares, and the shares that it has in escrow. */
import type { Address } from "@solana/kit";
import { Escrows } from "./escrows.tsx";
import { Positions } from "./positions.tsx";
import { RecordPanel } from "./record.tsx";

/** `own`: it is connected, so there are ways to act. */
export function Overview({ wallet, own = false }: { readonly wallet: Address; readonly own?: boolean }) {
  return (
    <>
      <RecordPanel wallet={wallet} />
      <Positions wallet={wallet} own={own} />
      <Escrows wallet={wallet} own={own} />
    </>
  );
}
