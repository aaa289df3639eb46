/** Corporate actions in words: all kinds, terms and stages, so that nobody has to know the codes. */
import { ActionKind, Election, NO_ADDRESS, formatDecimal, issuer } from "@scrip/client";
import type { Stage } from "../../chain/calendar.ts";
import type { Tone } from "../../ui/controls.tsx";
import { short } from "../../ui/address.tsx";
import { grouped, percent } from "../../ui/amount.tsx";

export interface KindInWords {
  /** Of ISO 15022. */
  readonly code: string;
  readonly name: string;
}

const NAMES: Readonly<Record<keyof typeof ActionKind, string>> = {
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
  (Object.entries(ActionKind) as [keyof typeof ActionKind, number][]).map(([code, kind]) => [kind, { code, name: NAMES[code] }]),
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

/** What the page knows of the mints that terms name. */
export interface Mints {
  /** Symbol of a share of this issuer, or of a payment token that names itself. */
  symbol(mint: string): string | undefined;
  /** Decimals of a payment token. */
  decimals(mint: string): number | undefined;
}

/** Amounts are for one whole share as shares are at the time of scheduling. */
export function termsInWords(terms: issuer.ActionTerms, mints: Mints): string {
  const money = (amount: bigint, mint: string) => {
    const decimals = mints.decimals(mint);
    const token = mints.symbol(mint) ?? `of token ${short(mint)}`;
    return decimals === undefined ? `${grouped(amount.toString())} base units ${token}` : `${grouped(formatDecimal(amount, decimals))} ${token}`;
  };
  const share = (mint: string) => mints.symbol(mint) ?? short(mint);
  const tax = (bps: number) => (bps === 0 ? "no tax withheld" : `${percent(bps)} tax withheld`);
  switch (terms.__kind) {
    case "Ratio":
      return terms.denominator === 1n ? `each share becomes ${terms.numerator}` : `every ${terms.denominator} shares become ${terms.numerator}`;
    case "Reinvestment":
      return `reinvested for everybody: ${terms.gross} a share at a price of ${terms.price}, in the same unit of money; ${tax(terms.withholdingBps)}`;
    case "Cash":
      return `${money(terms.gross, terms.paymentMint)} a share; ${tax(terms.withholdingBps)}`;
    case "Choice": {
      const otherwise = terms.default === Election.Cash ? "cash" : "shares";
      return `${money(terms.gross, terms.paymentMint)} a share, or shares at ${money(terms.price, terms.paymentMint)}; who does not choose gets ${otherwise}; ${tax(terms.withholdingBps)}`;
    }
    case "Shares":
      return `${terms.numerator} ${share(terms.mint)} for ${each(terms.denominator)}`;
    case "Exchange": {
      const shares = terms.mint === NO_ADDRESS ? [] : [`${terms.numerator} ${share(terms.mint)} for ${each(terms.denominator)}`];
      const cash = terms.paymentMint === NO_ADDRESS ? [] : [`${money(terms.price, terms.paymentMint)} a share`];
      return [...shares, ...cash].join(", and ");
    }
    case "Offer":
      return `${money(terms.price, terms.paymentMint)} a share, for at most ${grouped(terms.maxRaw.toString())} raw units`;
    case "Name":
      return `to be called “${text(terms.name)}”, symbol ${text(terms.symbol)}`;
    case "FinalPrice":
      return `${money(terms.price, terms.paymentMint)} a share, which ends with it`;
  }
}

/** In a few letters, for tables: "4:1". */
export function ratio({ numerator, denominator }: { readonly numerator: bigint; readonly denominator: bigint }): string {
  return `${numerator}:${denominator}`;
}

/** A kind, with its ratio where it has one. */
export function headline({ kind, terms }: Pick<issuer.CorporateAction, "kind" | "terms">): string {
  const { name } = kindInWords(kind);
  if (terms.__kind === "Reinvestment") {
    return "Dividend, reinvested";
  }
  return terms.__kind === "Ratio" ? `${name} ${ratio(terms)}` : name;
}

function each(shares: bigint): string {
  return shares === 1n ? "each share" : `every ${shares} shares`;
}

/** Texts are filled up with zeros. */
function text(bytes: ArrayLike<number>): string {
  return new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\0+$/, "");
}

const DATES: readonly (readonly [keyof issuer.ActionDates, string])[] = [
  ["exAt", "Ex date"],
  ["recordAt", "Record date"],
  ["electBy", "Choose until"],
  ["blackoutFrom", "Blackout from"],
  ["effectiveAt", "Effective"],
  ["payableAt", "Payable"],
  ["blackoutUntil", "Blackout until"],
];

/** The dates that the action has, by the order in which they usually come. */
export function datesOf(dates: issuer.ActionDates): readonly (readonly [name: string, at: bigint])[] {
  return DATES.flatMap(([key, name]) => (dates[key] === 0n ? [] : [[name, dates[key]] as const]));
}
