/** What a corporate action brings, in a sentence. */
import { Election, NO_ADDRESS, formatDecimal, type issuer } from "@scrip/client";
import { short } from "../ui/address.tsx";
import { grouped, percent } from "../ui/amount.tsx";

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
      return `reinvested for everybody: ${partOf(terms.gross, terms.price)} of the price of a share; ${tax(terms.withholdingBps)}`;
    case "Cash":
      return `${money(terms.gross, terms.paymentMint)} a share; ${tax(terms.withholdingBps)}`;
    case "Choice": {
      const otherwise = choiceInWords(terms.default);
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
      return `to be called “${paddedText(terms.name)}”, symbol ${paddedText(terms.symbol)}`;
    case "FinalPrice":
      return `${money(terms.price, terms.paymentMint)} a share, which ends with it`;
  }
}

function each(shares: bigint): string {
  return shares === 1n ? "each share" : `every ${shares} shares`;
}

/** Texts are filled up with zeros. */
export function paddedText(bytes: ArrayLike<number>): string {
  return new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\0+$/, "");
}

/** As percent, to 4 decimals; only the quotient counts, as both are in the same unit of money. */
function partOf(gross: bigint, price: bigint): string {
  const parts = gross * 1_000_000n;
  const rounded = (2n * parts + price) / (2n * price);
  return `${rounded * price === parts ? "" : "about "}${formatDecimal(rounded, 4)} %`;
}

/** Of a dividend with a choice. */
export function choiceInWords(choice: number): string {
  return choice === Election.Reinvest ? "shares" : choice === Election.Cash ? "cash" : `choice ${choice}`;
}
