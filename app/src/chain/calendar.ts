/**
 * The corporate actions of all shares of the issuer.
 *
 * Read with one call that asks for every corporate action of the program, of which those of other issuers are dropped.
 * The other way would be to derive the addresses from each asset's count and ask for a hundred at a time: at 1,500
 * shares with five actions each that is 7,500 derivations in the browser and 75 calls, against one answer of 3 MB.
 */
import { ActionState, NO_ADDRESS, issuer } from "@scrip/client";
import { type Account, type Address, type EncodedAccount, decodeAccount } from "@solana/kit";
import { accountsOf } from "./accounts.ts";
import { type AtSlot, type Reading, derive, useReading } from "./reading.ts";
import type { Node } from "./rpc.ts";
import { type Share, useShares } from "./share.ts";
import { together } from "./together.ts";

export type Action = Account<issuer.CorporateAction>;

/** An action and the share that it is about. */
export interface Entry {
  readonly action: Action;
  readonly share: Share;
}

export interface CalendarOfIssuer {
  readonly entries: readonly Entry[];
  /** By the mint of the share. */
  readonly byMint: ReadonlyMap<string, readonly Action[]>;
  /** Actions that the assets count and the node has not told of: more than 0 while one is being announced. */
  readonly missing: number;
}

export function useCalendar(): Reading<CalendarOfIssuer> {
  const shares = useShares();
  const actions = useReading(["calendar"], readActions);
  return derive(together(shares, actions), ([known, read]) => calendarOf(known, read));
}

/** The layout that this page reads; older accounts are migrated before anything else is done with them. */
const VERSION = 2;
const BEGINNING = new Uint8Array([...issuer.CORPORATE_ACTION_DISCRIMINATOR, VERSION]);
/** Made once, as thousands may be decoded with it. */
const ACTION = issuer.getCorporateActionDecoder();

function readActions(node: Node): Promise<AtSlot<readonly Action[]>> {
  return accountsOf(node, issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, BEGINNING, (account: EncodedAccount) => decodeAccount(account, ACTION));
}

export function calendarOf(shares: readonly Share[], actions: readonly Action[]): CalendarOfIssuer {
  const byAsset = new Map(shares.map((share) => [share.asset.address, share]));
  const byMint = new Map<string, Action[]>(shares.map(({ mint }) => [mint, []]));
  const entries = actions.flatMap((action): Entry[] => {
    const share = byAsset.get(action.data.asset);
    if (!share) {
      return [];
    }
    byMint.get(share.mint)?.push(action);
    return [{ action, share }];
  });
  const counted = shares.reduce((sum, { asset }) => sum + asset.data.actionCount, 0);
  return { entries, byMint, missing: Math.max(0, counted - entries.length) };
}

/** Where an action stands at a time, unix seconds; in force and lapsed are not stored, the clock says so. */
export type Stage = "announced" | "approved" | "scheduled" | "in force" | "settled" | "cancelled" | "lapsed";

export function stageOf({ state, dates }: issuer.CorporateAction, now: bigint): Stage {
  const passed = now >= dates.effectiveAt;
  switch (state) {
    case ActionState.Announced:
      return passed ? "lapsed" : "announced";
    case ActionState.Approved:
      return passed ? "lapsed" : "approved";
    case ActionState.Scheduled:
      return passed ? "in force" : "scheduled";
    case ActionState.Settled:
      return "settled";
    default:
      return "cancelled";
  }
}

/** Whether it may still come into force. */
export function isAhead(action: issuer.CorporateAction, now: bigint): boolean {
  return ["announced", "approved", "scheduled"].includes(stageOf(action, now));
}

/** The action that comes into force next. */
export function nextOf(actions: readonly Action[], now: bigint): Action | undefined {
  const ahead = actions.filter(({ data }) => isAhead(data, now));
  return ahead.reduce<Action | undefined>(
    (first, action) => (first && first.data.dates.effectiveAt <= action.data.dates.effectiveAt ? first : action),
    undefined,
  );
}

/** The token that the terms pay in, if they pay. */
export function paymentMint(terms: issuer.ActionTerms): Address | undefined {
  return "paymentMint" in terms && terms.paymentMint !== NO_ADDRESS ? terms.paymentMint : undefined;
}
