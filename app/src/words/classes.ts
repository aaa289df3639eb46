/** Investor classes in words. */
import { InvestorClass } from "@scrip/client";

/** `name`: of one who is in the class; `people`: of all who are. */
export const CLASSES: readonly { readonly bit: number; readonly name: string; readonly people: string }[] = [
  { bit: InvestorClass.Retail, name: "retail", people: "retail investors" },
  { bit: InvestorClass.Professional, name: "professional", people: "professional investors" },
  { bit: InvestorClass.Qualified, name: "qualified", people: "qualified investors" },
  { bit: InvestorClass.UsPerson, name: "US person", people: "US persons" },
];

export function classesIn(bits: number): typeof CLASSES {
  return CLASSES.filter(({ bit }) => (bits & bit) !== 0);
}

/** `none` for no class at all. */
export function classesInWords(bits: number): string {
  return classesIn(bits).map(({ name }) => name).join(", ") || "none";
}
