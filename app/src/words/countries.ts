/** Countries: the register has ISO 3166-1 numbers, people know names, files have letters. */
import { iso31661Alpha2ToNumeric, iso31661Alpha3ToAlpha2, iso31661NumericToAlpha2 } from "iso-3166";

/** In the reader's language, as the browser knows it. */
export function countryName(number: number, locale?: string): string {
  const digits = String(number).padStart(3, "0");
  const alpha2 = iso31661NumericToAlpha2[digits];
  const name = alpha2 && new Intl.DisplayNames(locale ? [locale] : undefined, { type: "region" }).of(alpha2);
  return name ?? `country ${digits}`;
}

/** From `CH`, `CHE` or `756`; `undefined` for what is none of them. */
export function countryNumber(text: string): number | undefined {
  const letters = text.trim().toUpperCase();
  const digits = /^\d{1,3}$/.test(letters) ? letters.padStart(3, "0") : iso31661Alpha2ToNumeric[iso31661Alpha3ToAlpha2[letters] ?? letters];
  return digits !== undefined && iso31661NumericToAlpha2[digits] ? Number(digits) : undefined;
}

/** All of them, by name. */
export function countries(): readonly { readonly number: number; readonly name: string }[] {
  const all = Object.keys(iso31661NumericToAlpha2).map((digits) => ({ number: Number(digits), name: countryName(Number(digits)) }));
  return all.sort((one, other) => one.name.localeCompare(other.name));
}
