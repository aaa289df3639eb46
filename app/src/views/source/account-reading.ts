/** An account's bytes, and the transactions that named it last. */
import type { Address, EncodedAccount, Signature } from "@solana/kit";
import { accountsAt } from "../../chain/accounts.ts";
import { type Reading, useReading } from "../../chain/reading.ts";

/** `undefined`: there is nothing at this address. */
export function useAccount(address: Address): Reading<EncodedAccount | undefined> {
  return useReading(["account", address], async (node) => {
    const { value, slot } = await accountsAt(node, [address]);
    return { value: value[0], slot };
  });
}

export interface Mention {
  readonly signature: Signature;
  readonly slot: bigint;
  /** Unix seconds, where the node knows it. */
  readonly at?: bigint;
  readonly failed: boolean;
}

/** How many of the last transactions are shown. */
export const SHOWN = 20;

/** The newest first. */
export function useHistory(address: Address): Reading<readonly Mention[]> {
  return useReading(["signatures", address], async (node) => {
    const found = await node.getSignaturesForAddress(address, { commitment: "confirmed", limit: SHOWN }).send();
    const value = found.map(({ signature, slot, blockTime, err }) => ({ signature, slot, at: blockTime ?? undefined, failed: err !== null }));
    // The call does not say at which slot it was answered: nothing in it is newer than this.
    return { value, slot: await node.getSlot({ commitment: "confirmed" }).send() };
  });
}
