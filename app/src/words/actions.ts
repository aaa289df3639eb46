/** Corporate actions in words: all kinds, stages and dates, so that nobody has to know the codes. */
import { ActionKind, type issuer } from "@scrip/client";
import type { Stage } from "../chain/calendar.ts";
import type { Tone } from "../ui/controls.tsx";

interface KindInWords {
  /** Of ISO 15022. */
  readonly code: string;
  readonly name: string;
}

/** By the codes of ISO 15022. */
export const KIND_NAMES: Readonly<Record<keyof typeof ActionKind, string>> = {
  SPLF: "Split",
  DVCA: "Cash dividend",
  SPLR: "Reverse split",
  BONU: "Bonus issue",
  DVSE: "Dividend in shares",
  INTR: "Interest",
  DRIP: "Dividend with a choice",
  CAPD: "Distribution of capital",
  SOFF: "Spin-off",
  MRGR: "Merger",
  EXOF: "Exchange offer",
  TEND: "Tender offer",
  BIDS: "Repurchase offer",
  CHAN: "Change of name",
  LIQU: "Liquidation",
  DLST: "Delisting",
};

export const KINDS: ReadonlyMap<number, KindInWords> = new Map(
  (Object.entries(ActionKind) as [keyof typeof ActionKind, number][]).map(([code, kind]) => [kind, { code, name: KIND_NAMES[code] }]),
);

export function kindInWords(kind: number): KindInWords {
  return KINDS.get(kind) ?? { code: `kind ${kind}`, name: "Unknown to this page" };
}

export const STAGES: Readonly<Record<Stage, { readonly tone: Tone; readonly meaning: string }>> = {
  announced: { tone: "plain", meaning: "Announced by the issuer; not binding before it is scheduled." },
  approved: { tone: "plain", meaning: "Approved by a second member of staff; not binding before it is scheduled." },
  scheduled: { tone: "good", meaning: "Binding: it takes effect by the clock, and nobody has to do anything." },
  "in force": { tone: "good", meaning: "In force since its effective time." },
  settled: { tone: "plain", meaning: "In force, and everything that it pays is paid." },
  cancelled: { tone: "warn", meaning: "Cancelled for ever." },
  lapsed: { tone: "warn", meaning: "Its time passed before it was scheduled: it never took effect." },
};

/** A dividend that is paid as one in cash, and in nothing but shares. */
export const REINVESTED = "Reinvested dividend";

export function actionName({ kind, terms }: Pick<issuer.CorporateAction, "kind" | "terms">): string {
  return terms.__kind === "Reinvestment" ? REINVESTED : kindInWords(kind).name;
}

/** With its ratio where it has one: "Split 4:1". */
export function headline(action: Pick<issuer.CorporateAction, "kind" | "terms">): string {
  const name = actionName(action);
  return action.terms.__kind === "Ratio" ? `${name} ${action.terms.numerator}:${action.terms.denominator}` : name;
}

const DATES: readonly (readonly [keyof issuer.ActionDates, string])[] = [
  ["exAt", "Ex date"],
  ["recordAt", "Record date"],
  ["electBy", "Choose until"],
  ["blackoutFrom", "Blackout from"],
  ["effectiveAt", "In force from"],
  ["payableAt", "Payable"],
  ["blackoutUntil", "Blackout until"],
];

/** The dates that the action has, by the order in which they usually come. */
export function datesOf(dates: issuer.ActionDates): readonly (readonly [name: string, at: bigint])[] {
  return DATES.flatMap(([key, name]) => (dates[key] === 0n ? [] : [[name, dates[key]] as const]));
}
