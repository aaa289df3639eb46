/** What a corporate action brings, value by value and exact to the base unit: what a checker signs for. */
import { type ActionRatio, NO_ADDRESS, UNLIMITED, formatDecimal, type issuer, reinvestmentRatio } from "@scrip/client";
import { grouped, percent } from "../../../ui/amount.tsx";
import { choiceInWords, paddedText } from "../../../words/action-terms.ts";
import type { Named } from "../queues/change-words.ts";

/** Decimals in which a reinvested dividend and its price are kept, whatever the currency, as on the command line: only their quotient counts. */
export const CURRENCY_DECIMALS = 8;

/** New shares for old ones, where it moves the multiplier. */
export function ratioOf(terms: issuer.ActionTermsArgs): ActionRatio | undefined {
  if (terms.__kind === "Ratio") {
    return [BigInt(terms.numerator), BigInt(terms.denominator)];
  }
  return terms.__kind === "Reinvestment" ? reinvestmentRatio(BigInt(terms.gross), terms.withholdingBps, BigInt(terms.price)) : undefined;
}

/** What it brings, by name. `decimals`: of the token that it pays with; without them its base units are told. */
export function termsByName(terms: issuer.ActionTerms, decimals?: number): readonly Named[] {
  const money = (amount: bigint) => moneyInWords(amount, decimals);
  switch (terms.__kind) {
    case "Ratio":
      return [["Ratio", `${whole(terms.numerator)} new for ${whole(terms.denominator)} old`]];
    case "Reinvestment":
      return [
        ["Dividend a share, before tax", currency(terms.gross)],
        ["Tax withheld", percent(terms.withholdingBps)],
        ["Reinvested at, a share", `${currency(terms.price)} in the same currency`],
      ];
    case "Cash":
    case "Choice":
      return [
        ["A share, before tax", money(terms.gross)],
        ["Paid in the token", terms.paymentMint],
        ["Tax withheld", percent(terms.withholdingBps)],
        ...(terms.__kind === "Choice" ? choice(terms, money) : []),
      ];
    case "Shares":
      return others(terms);
    case "Exchange":
      return [
        ...(terms.mint === NO_ADDRESS ? [] : others(terms)),
        ...(terms.paymentMint === NO_ADDRESS ? [] : priced("Cash for a share", terms, money)),
      ];
    case "Offer":
      return [...priced("Price of a share", terms, money), ["At most", terms.maxRaw === UNLIMITED ? "all" : `${whole(terms.maxRaw)} raw`]];
    case "Name":
      return [["New name", paddedText(terms.name)], ["New symbol", paddedText(terms.symbol)]];
    case "FinalPrice":
      return priced("Final price of a share", terms, money);
  }
}

/** Of a token with these decimals; base units are what is signed for. */
export function moneyInWords(amount: bigint, decimals?: number): string {
  const units = `${whole(amount)} base units`;
  return decimals === undefined ? units : `${grouped(formatDecimal(amount, decimals))} (${units})`;
}

type Terms<Kind extends issuer.ActionTerms["__kind"]> = Extract<issuer.ActionTerms, { __kind: Kind }>;

function others({ mint, numerator, denominator }: Pick<Terms<"Shares">, "mint" | "numerator" | "denominator">): readonly Named[] {
  return [["Shares of", mint], ["Ratio", `${whole(numerator)} of those for each ${whole(denominator)}`]];
}

function priced(name: string, { price, paymentMint }: Pick<Terms<"FinalPrice">, "price" | "paymentMint">, money: (amount: bigint) => string): readonly Named[] {
  return [[name, money(price)], ["Paid in the token", paymentMint]];
}

function choice(terms: Terms<"Choice">, money: (amount: bigint) => string): readonly Named[] {
  return [["Or in shares, at", money(terms.price)], ["Who does not choose gets", choiceInWords(terms.default)]];
}

function whole(amount: bigint): string {
  return grouped(amount.toString());
}

function currency(amount: bigint): string {
  return grouped(formatDecimal(amount, CURRENCY_DECIMALS));
}
