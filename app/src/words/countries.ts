/** Countries: the register has ISO 3166-1 numbers, people know names, files have letters. */
import { iso31661Alpha2ToNumeric, iso31661Alpha3ToAlpha2, iso31661NumericToAlpha2 } from "iso-3166";

const namesIn = (locale?: string) => new Intl.DisplayNames(locale, { type: "region" });
const READERS = namesIn();

/** In the reader's language, as the browser knows it. */
export function countryName(number: number, locale?: string): string {
  const alpha2 = iso31661NumericToAlpha2[digitsOf(number)];
  const name = alpha2 && (locale ? namesIn(locale) : READERS).of(alpha2);
  return name ?? `country ${digitsOf(number)}`;
}

/** "Switzerland (756)": with the number, where that is what the chain holds. */
export function numberedCountry(number: number): string {
  const digits = digitsOf(number);
  return iso31661NumericToAlpha2[digits] ? `${countryName(number)} (${digits})` : countryName(number);
}

/** Two letters, as in files; the number of what has none. */
export function countryCode(number: number): string {
  return iso31661NumericToAlpha2[digitsOf(number)] ?? String(number);
}

/** From `CH`, `CHE` or `756`; `undefined` for what is none of them. */
export function countryNumber(text: string): number | undefined {
  const letters = text.trim().toUpperCase();
  const digits = /^\d+$/.test(letters) ? digitsOf(Number(letters)) : iso31661Alpha2ToNumeric[iso31661Alpha3ToAlpha2[letters] ?? letters];
  return digits !== undefined && iso31661NumericToAlpha2[digits] ? Number(digits) : undefined;
}

/** All of them, by name. */
export function countries(): readonly { readonly code: string; readonly name: string }[] {
  const all = Object.entries(iso31661NumericToAlpha2).map(([digits, code]) => ({ code, name: countryName(Number(digits)) }));
  return all.sort((one, other) => one.name.localeCompare(other.name));
}

function digitsOf(number: number): string {
  return String(number).padStart(3, "0");
}
