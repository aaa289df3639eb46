/** The numbers of corporate actions: their kinds, what has become of them, and what holders choose. */
import type { ValueOf } from "./vocabulary.ts";

/**
 * Kinds of corporate action, by ISO 15022 event code.
 *
 * @example
 * ```ts
 * const splits = calendar.filter(({ data }) => data.kind === ActionKind.SPLF);
 * ```
 */
export const ActionKind = {
  /** Split. */
  SPLF: 1,
  /** Dividend in cash, paid out or reinvested for everybody. */
  DVCA: 2,
  /** Reverse split. */
  SPLR: 3,
  /** Bonus issue. */
  BONU: 4,
  /** Dividend in shares. */
  DVSE: 5,
  /** Interest. */
  INTR: 6,
  /** Dividend of which each holder chooses cash or shares. */
  DRIP: 7,
  /** Distribution of capital. */
  CAPD: 8,
  /** Spin-off: shares of another asset on top. */
  SOFF: 9,
  /** Merger: every share becomes shares of another asset, cash, or both. */
  MRGR: 10,
  /** Exchange offer: the same, for those who want it. */
  EXOF: 11,
  /** Tender offer, by anybody. */
  TEND: 12,
  /** Repurchase offer, by the company. */
  BIDS: 13,
  /** Change of name and symbol. */
  CHAN: 14,
  /** Liquidation: a final price for every share. */
  LIQU: 15,
  /** Delisting: a final price for those who do not want to wait. */
  DLST: 16,
} as const;
export type ActionKind = ValueOf<typeof ActionKind>;

/**
 * What has become of a corporate action. That it is in force is not stored: the clock says so.
 *
 * @example
 * ```ts
 * const binding = calendar.filter(({ data }) => data.state === ActionState.Scheduled);
 * ```
 */
export const ActionState = { Announced: 1, Approved: 2, Scheduled: 3, Settled: 4, Cancelled: 5 } as const;
export type ActionState = ValueOf<typeof ActionState>;

/**
 * What a holder chooses of a dividend with a choice.
 *
 * @example
 * ```ts
 * const choice: Election = Election.Cash;
 * ```
 */
export const Election = { Cash: 1, Reinvest: 2 } as const;
export type Election = ValueOf<typeof Election>;
