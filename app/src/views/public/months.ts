/** Actions in the order of their time, and by the months of the reader's zone. */
import type { Action, Entry } from "../../chain/calendar.ts";

/** What is ahead: the next first. What was: the last first. */
export function byTime<T extends Entry | Action>(all: readonly T[], ahead: boolean): readonly T[] {
  return [...all].sort((one, other) => order(actionOf(one), actionOf(other), ahead));
}

function actionOf(one: Entry | Action): Action {
  return "action" in one ? one.action : one;
}

const NAMES = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });

export interface Month {
  /** As people say it: "November 2026". */
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Entries that are in order already, in that order. */
export function byMonth(entries: readonly Entry[]): readonly Month[] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = NAMES.format(new Date(Number(entry.action.data.dates.effectiveAt) * 1000));
    const month = months.get(name);
    if (month) {
      month.push(entry);
    } else {
      months.set(name, [entry]);
    }
  }
  return [...months].map(([name, entries]) => ({ name, entries }));
}

function order({ data: one }: Action, { data: other }: Action, ahead: boolean): number {
  const later = one.dates.effectiveAt - other.dates.effectiveAt || BigInt(one.sequence - other.sequence);
  return later === 0n ? 0 : later > 0n === ahead ? 1 : -1;
}
