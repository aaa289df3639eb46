/**
 * One cell of a file of holders: a wallet, a country, classes, a time. What is taken, and what it comes to, is the same
 * as for `scrip holder import`; each function throws what is wrong with the text.
 */
import { InvestorClass } from "@scrip/client";
import { type Address, isAddress, isOffCurveAddress } from "@solana/kit";
import { countryNumber } from "../../../words/countries.ts";

/** A cell cannot be taken as it is: the message says what is there, what is allowed, and what to do. */
export class CellError extends Error {
  override readonly name = "CellError";
}

const SYSTEM = "11111111111111111111111111111111";

/** @param allowOffCurve whether it may be the vault of a multisig, which no key signs for */
export function readWallet(text: string, allowOffCurve: boolean): Address {
  if (!isAddress(text)) {
    throw new CellError(`“${text}” is no address: a wallet is 32 to 44 letters and digits without 0, O, I and l`);
  }
  if (text === SYSTEM) {
    throw new CellError(`“${text}” is the system program, not a wallet`);
  }
  if (!allowOffCurve && isOffCurveAddress(text)) {
    throw new CellError(
      `“${text}” is no key but an account of a program, like a token account or the vault of a multisig: write the wallet that owns it, or allow vaults if it is one that holds shares itself`,
    );
  }
  return text;
}

/** The number that a record has for a country, from any of its ISO 3166-1 codes. */
export function readCountry(text: string): number {
  const number = countryNumber(text);
  if (number === undefined) {
    throw new CellError(`“${text}” is no country: write its ISO 3166-1 code, like CH, CHE or 756`);
  }
  return number;
}

/** As files name them. */
const CLASSES: readonly (readonly [name: string, bit: number])[] = [
  ["us-person", InvestorClass.UsPerson],
  ["retail", InvestorClass.Retail],
  ["professional", InvestorClass.Professional],
  ["qualified", InvestorClass.Qualified],
];

/** Bits of the classes that are joined with `+`; none for an empty text. */
export function readClasses(text: string): number {
  const names = text.split("+").map((name) => name.trim()).filter(Boolean);
  return names.reduce((bits, name) => {
    const found = CLASSES.find(([known]) => known === name);
    if (!found) {
      throw new CellError(`“${name}” is no investor class: there are ${CLASSES.map(([known]) => known).join(", ")}`);
    }
    return bits | found[1];
  }, 0);
}

export function shownClasses(bits: number): string {
  return CLASSES.filter(([, bit]) => (bits & bit) !== 0).map(([name]) => name).join("+");
}
