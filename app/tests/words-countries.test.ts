import { expect, test } from "vitest";
import { countries, countryCode, countryName, countryNumber, numberedCountry } from "../src/words/countries.ts";

test.each([
  ["CH", 756],
  ["che", 756],
  [" 756 ", 756],
  ["AF", 4],
  ["4", 4],
  ["004", 4],
])("%s is a country", (text, number) => expect(countryNumber(text)).toBe(number));

test.each(["", "ZZ", "ZZZ", "000", "999", "Switzerland", "-1", "7.5"])("%j is none", (text) => expect(countryNumber(text)).toBeUndefined());

test("names are the reader's", () => {
  expect([countryName(756, "en"), countryName(756, "de"), countryName(999, "en")]).toEqual(["Switzerland", "Schweiz", "country 999"]);
});

test("a number stays beside the name where the chain has it", () => {
  expect([numberedCountry(36), numberedCountry(999)]).toEqual(["Australia (036)", "country 999"]);
  expect([countryCode(36), countryCode(999)]).toEqual(["AU", "999"]);
});

test("every country leads back to itself", () => {
  const all = countries();
  expect(all.length).toBe(249);
  expect(all.every(({ code, name }) => countryCode(countryNumber(code) ?? 0) === code && name !== "")).toBe(true);
});
