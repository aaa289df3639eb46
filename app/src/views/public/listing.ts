/** The list of all shares: what a row tells, and how rows are found and ordered. All exact, in big integers. */
import { multiplierInForce, sharesOf } from "@scrip/client";
import { type Action, nextOf } from "../../chain/calendar.ts";
import { type Attested, attestedOf } from "../../chain/reserves.ts";
import type { Share } from "../../chain/share.ts";
import { type Standing, standingsOf } from "../../words/standing.ts";

export interface Row {
  readonly share: Share;
  readonly isin: string;
  /** Base units of shares, rounded up as the program does when it asks for reserves. */
  readonly outstanding: bigint;
  readonly attested: Attested;
  /** The gravest thing that holds. */
  readonly standing: Standing;
  readonly halted: boolean;
  /** `undefined`: none, or not read yet. */
  readonly next?: Action;
}

export function rowOf(share: Share, now: bigint, actions: readonly Action[] = []): Row {
  const standings = standingsOf(share, now);
  return {
    share,
    isin: isinOf(share),
    outstanding: outstandingOf(share, now),
    attested: attestedOf(share, now),
    standing: standings[0],
    halted: standings.some(({ kind }) => kind === "halted"),
    next: nextOf(actions, now),
  };
}

export function isinOf({ asset }: Pick<Share, "asset">): string {
  return new TextDecoder().decode(new Uint8Array(asset.data.isin));
}

export function outstandingOf({ asset, supply }: Pick<Share, "asset" | "supply">, now: bigint): bigint {
  return sharesOf(supply, multiplierInForce(asset.data, now), "up");
}

/** Attested of outstanding in basis points, rounded down; `undefined` where there is nothing to compare. */
export function coverageOf({ attested, outstanding }: Pick<Row, "attested" | "outstanding">): bigint | undefined {
  return attested.comparable.length === 0 || outstanding === 0n ? undefined : (attested.shares * 10_000n) / outstanding;
}

export const FILTERS = { all: "All", halted: "Halted", still: "Not trading, for any reason", short: "Attested less than outstanding" } as const;
export type Filter = keyof typeof FILTERS;

const PASSES: Readonly<Record<Filter, (row: Row) => boolean>> = {
  all: () => true,
  halted: ({ halted }) => halted,
  still: ({ standing }) => !["trading", "winding down"].includes(standing.kind),
  short: ({ attested, outstanding }) => attested.shares < outstanding,
};

export const SORTS = { symbol: "Share", outstanding: "Shares outstanding", coverage: "Attested", standing: "Trading", next: "Next action" } as const;
export type Sort = keyof typeof SORTS;

export interface Wanted {
  readonly query: string;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly descending: boolean;
}

/** The rows that are wanted, in the wanted order. Rows that have nothing to order them by come last either way. */
export function pick(rows: readonly Row[], { query, filter, sort, descending }: Wanted): readonly Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => PASSES[filter](row) && matches(row, words));
  const keyed = found.map((row) => ({ row, key: keyOf(row, sort) }));
  keyed.sort((one, other) => compare(one.key, other.key, descending) || one.row.share.symbol.localeCompare(other.row.share.symbol));
  return keyed.map(({ row }) => row);
}

function matches({ share, isin }: Row, words: readonly string[]): boolean {
  const text = `${share.symbol} ${share.name} ${isin} ${share.mint}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const GRAVITY: readonly Standing["kind"][] = ["closed", "paused", "halted", "blackout", "locked", "winding down", "trading"];

function keyOf(row: Row, sort: Sort): bigint | string | undefined {
  switch (sort) {
    case "symbol":
      return row.share.symbol.toLowerCase();
    case "outstanding":
      return row.outstanding;
    case "coverage":
      return coverageOf(row);
    case "standing":
      return BigInt(GRAVITY.indexOf(row.standing.kind));
    case "next":
      return row.next?.data.dates.effectiveAt;
  }
}

function compare(one: bigint | string | undefined, other: bigint | string | undefined, descending: boolean): number {
  if (one === undefined || other === undefined) {
    return Number(one === undefined) - Number(other === undefined);
  }
  const order = one < other ? -1 : one > other ? 1 : 0;
  return descending ? -order : order;
}
