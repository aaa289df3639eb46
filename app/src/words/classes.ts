/** Investor classes in words. */
import { InvestorClass } from "@scrip/client";

export const CLASSES: readonly (readonly [bit: number, name: string])[] = [
  [InvestorClass.Retail, "retail"],
  [InvestorClass.Professional, "professional"],
  [InvestorClass.Qualified, "qualified"],
  [InvestorClass.UsPerson, "US person"],
];

/** `none` for no class at all. */
export function classesInWords(classes: number): string {
  const names = CLASSES.filter(([bit]) => classes & bit).map(([, name]) => name);
  return names.length > 0 ? names.join(", ") : "none";
}
