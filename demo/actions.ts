/** The real corporate actions that the demo replays, from the data that the rules are tested with. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { REPOSITORY } from "../migrations/programs.ts";

export interface RealAction {
  readonly symbol: string;
  readonly kind: "SPLF" | "DVCA";
  /** Unix seconds. */
  readonly announcedAt: bigint;
  /** Unix seconds. */
  readonly effectiveAt: bigint;
  readonly ratio: readonly [numerator: bigint, denominator: bigint];
  /** As on mainnet, the shortest decimal text of an f64. */
  readonly previousMultiplier: string;
  /** As on mainnet after the action. */
  readonly newMultiplier: string;
  /** By how many weeks the times are later than on mainnet, on a clock that cannot start in the past. */
  readonly weeksLater: bigint;
}

const DATA = join(REPOSITORY, "crates/rules/testdata/xstocks_corporate_actions.csv");

/** Reads the one action of each symbol, in the order in which they were announced. */
export function readRealActions(symbols: readonly string[]): RealAction[] {
  const rows = parse(readFileSync(DATA), { columns: true }) as Record<string, string>[];
  const actions = symbols.map((symbol) => {
    const found = rows.filter((row) => row.symbol === symbol);
    if (found.length !== 1) {
      throw new Error(`${DATA} has ${found.length} actions of ${symbol}: the demo needs exactly one`);
    }
    return toAction(found[0] ?? {});
  });
  return actions.sort((a, b) => Number(a.announcedAt - b.announcedAt));
}

function toAction(row: Record<string, string>): RealAction {
  const field = (name: string): string => {
    const value = row[name];
    if (!value) {
      throw new Error(`${DATA} has no ${name} for ${row.symbol}`);
    }
    return value;
  };
  const kind = field("kind");
  if (kind !== "SPLF" && kind !== "DVCA") {
    throw new Error(`${DATA} has an action of kind ${kind} for ${row.symbol}: the demo knows SPLF and DVCA`);
  }
  return {
    symbol: field("symbol"),
    kind,
    announcedAt: BigInt(field("announced_at")),
    effectiveAt: BigInt(field("effective_at")),
    ratio: [BigInt(field("ratio_numerator")), BigInt(field("ratio_denominator"))],
    previousMultiplier: field("previous_multiplier"),
    newMultiplier: field("new_multiplier"),
    weeksLater: 0n,
  };
}

const WEEK = 604_800n;

/** Moves an action by whole weeks so that its announcement is not before `now`; on a clock in the past, by none. */
export function notBefore(action: RealAction, now: bigint): RealAction {
  const late = now - action.announcedAt;
  const weeksLater = late <= 0n ? 0n : (late + WEEK - 1n) / WEEK;
  const delay = weeksLater * WEEK;
  return { ...action, announcedAt: action.announcedAt + delay, effectiveAt: action.effectiveAt + delay, weeksLater };
}

/** Decimal text as fixed point with 18 decimals. */
export function toScaled(text: string): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(18, "0"));
}

/** Fixed point with 18 decimals as decimal text, all places shown. */
export function fromScaled(scaled: bigint): string {
  const digits = scaled.toString().padStart(19, "0");
  return `${digits.slice(0, -18)}.${digits.slice(-18)}`;
}
