/** The queue of the issuer's settings: what is proposed, beside how each setting stands now. */
import { issuer } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useConsole } from "../context.ts";
import { accountsAt, accountsOf } from "./accounts.ts";
import { type Reading, useReading } from "./reading.ts";
import { type Setting, readSettings } from "./settings.ts";

export interface WaitingChange {
  readonly pending: Account<issuer.PendingChange>;
  /** The share that it is about. */
  readonly mint?: Address;
  /** The setting as it stands. */
  readonly current?: Setting;
}

/** Where a pending change's issuer lies in its data. */
const ISSUER_OFFSET = 14;

/** Seconds after a change or a mint could first be carried out in which it still can be: `CHANGE_GRACE` of the program. */
export const GRACE = 14n * 86_400n;

/** By the time from which they can be carried out. */
export function useChanges(): Reading<readonly WaitingChange[]> {
  const { config } = useConsole();
  return useReading(["changes", config.issuer], async (node) => {
    const program = issuer.SCRIP_ISSUER_PROGRAM_ADDRESS;
    const ofIssuer = [{ offset: ISSUER_OFFSET, address: config.issuer }];
    const { value: pending } = await accountsOf(node, program, issuer.PENDING_CHANGE_DISCRIMINATOR, issuer.decodePendingChange, ofIssuer);
    const assets = await accountsAt(node, pending.map(({ data }) => data.asset));
    const waiting = pending.map((one, index) => {
      const asset = assets.value[index];
      const isAsset = asset?.programAddress === program;
      return { pending: one, mint: isAsset ? issuer.decodeAsset(asset).data.mint : undefined };
    });
    const settings = await readSettings(node, waiting.map(({ pending, mint }) => ({ issuer: config.issuer, mint, change: pending.data.change })));
    const value = waiting
      .map((one, index) => ({ ...one, current: settings.value[index] }))
      .sort((one, other) => Number(one.pending.data.executableAt - other.pending.data.executableAt));
    return { value, slot: settings.slot };
  });
}
