import { expect, test } from "vitest";
import { countries, countryName, countryNumber } from "../src/words/countries.ts";

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

test("every country leads back to itself", () => {
  const all = countries();
  expect(all.length).toBe(249);
  expect(all.every(({ number }) => countryNumber(String(number)) === number)).toBe(true);
});
