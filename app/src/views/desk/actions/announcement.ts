/** An announcement as it is typed: the action that comes of it, and what is wrong at which field. */
import { ActionKind, type ActionRatio, type issuer, parseDecimal } from "@scrip/client";
import { percent } from "../../../ui/amount.tsx";
import { duration } from "../../../ui/time.tsx";
import { REINVESTED, kindInWords } from "../../../words/actions.ts";
import { attempt, typed } from "../../../words/attempt.ts";
import { momentInWords, toMoment } from "../../../words/moments.ts";
import { parsePercent } from "../queues/propose/quantities.ts";
import { CURRENCY_DECIMALS, ratioOf } from "./terms.ts";

export interface KindForm {
  readonly kind: ActionKind;
  readonly name: string;
  readonly teach: string;
  readonly reinvested?: boolean;
}

const nameOf = (kind: ActionKind) => kindInWords(kind).name;

export const KIND_FORMS: readonly KindForm[] = [
  { kind: ActionKind.SPLF, name: nameOf(ActionKind.SPLF), teach: "Each share becomes more shares, each worth less: 4 for 1." },
  { kind: ActionKind.SPLR, name: nameOf(ActionKind.SPLR), teach: "Shares are put together: 1 for 10. Raw units stay, so nobody is rounded out." },
  { kind: ActionKind.BONU, name: nameOf(ActionKind.BONU), teach: "Holders get shares on top, for nothing: 11 for 10 is one more for each ten." },
  { kind: ActionKind.DVSE, name: nameOf(ActionKind.DVSE), teach: "A dividend in shares: 21 for 20 is one more for each twenty." },
  {
    kind: ActionKind.DVCA,
    name: REINVESTED,
    teach: "A dividend in cash that buys shares for everybody, at one price: the multiplier grows by what is left after tax.",
    reinvested: true,
  },
];

/** What is typed, by field. Times as an input of the reader's zone has them. */
export interface Texts {
  readonly numerator: string;
  readonly denominator: string;
  readonly gross: string;
  readonly withholding: string;
  readonly price: string;
  readonly effective: string;
}

export const NO_TEXTS: Texts = { numerator: "", denominator: "", gross: "", withholding: "", price: "", effective: "" };

export type Problems = Partial<Record<keyof Texts, string | undefined>>;

export interface ReadAnnouncement {
  readonly terms?: issuer.ActionTermsArgs;
  readonly ratio?: ActionRatio;
  readonly effectiveAt?: bigint;
  readonly problems: Problems;
}

/** As far ahead as the program lets an action be announced: a leap year. */
const MAX_NOTICE = 366n * 86_400n;

type Limits = Pick<issuer.Asset, "minNotice" | "splitMax" | "reverseSplitMax" | "bonusMaxBps" | "dividendMaxBps">;

export function readAnnouncement(form: KindForm, texts: Texts, limits: Limits, now: bigint): ReadAnnouncement {
  const problems: Problems = {};
  const at = <T>(field: keyof Texts, read: (text: string) => T): T | undefined => {
    const { value, problem } = typed(texts[field], read);
    if (problem) {
      problems[field] = problem;
    }
    return value;
  };
  const effectiveAt = at("effective", (text) => readEffective(text, limits.minNotice, now));
  const terms = form.reinvested ? reinvestment(at) : ratio(at);
  const { value: found, problem } = terms ? attempt(() => ratioOf(terms)) : {};
  if (problem) {
    problems.gross = problem;
  }
  if (found) {
    const field = form.reinvested ? "gross" : "numerator";
    problems[field] ??= beyond(form.kind, found, limits);
  }
  const wrong = Object.values(problems).some((problem) => problem !== undefined);
  return { problems, effectiveAt, terms: wrong ? undefined : terms, ratio: wrong ? undefined : found };
}

type At = <T>(field: keyof Texts, read: (text: string) => T) => T | undefined;

function ratio(at: At): issuer.ActionTermsArgs | undefined {
  const [numerator, denominator] = [at("numerator", wholeNumber), at("denominator", wholeNumber)];
  return numerator && denominator ? { __kind: "Ratio", numerator, denominator } : undefined;
}

function reinvestment(at: At): issuer.ActionTermsArgs | undefined {
  const decimal = (text: string) => parseDecimal(text, CURRENCY_DECIMALS);
  const [gross, price, withholdingBps = 0] = [at("gross", decimal), at("price", decimal), at("withholding", parsePercent)];
  return gross && price ? { __kind: "Reinvestment", gross, withholdingBps, price } : undefined;
}

function wholeNumber(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) {
    throw new RangeError(`"${text}" is not a whole number of shares, as 4`);
  }
  return BigInt(text);
}

function readEffective(text: string, minNotice: number, now: bigint): bigint {
  const effectiveAt = toMoment(text);
  if (effectiveAt === undefined) {
    throw new RangeError("This is no time: choose a day and an hour");
  }
  const earliest = now + BigInt(Math.max(minNotice, 1));
  if (effectiveAt < earliest) {
    throw new RangeError(`The share's minimum notice is ${duration(minNotice)}: choose ${momentInWords(nextMinute(earliest))} or later`);
  }
  if (effectiveAt > now + MAX_NOTICE) {
    throw new RangeError(`This is more than 366 days ahead: choose ${momentInWords(now + MAX_NOTICE)} or earlier`);
  }
  return effectiveAt;
}

/** What an input for a time takes has no seconds. */
function nextMinute(at: bigint): bigint {
  return ((at + 59n) / 60n) * 60n;
}

/** What the share's limits say to this ratio; nothing if it is within. */
function beyond(kind: ActionKind, [after, before]: ActionRatio, limits: Limits): string | undefined {
  const shrinks = kind === ActionKind.SPLR;
  if (shrinks ? after >= before : after <= before) {
    return shrinks
      ? "A reverse split leaves fewer: this is the smaller number"
      : "There are more afterwards: this is the larger number";
  }
  const growth = (max: number) => ((after - before) * 10_000n <= before * BigInt(max) ? undefined : `At most ${percent(max)} more shares`);
  const limit = {
    [ActionKind.SPLF]: () => (after <= before * BigInt(limits.splitMax) ? undefined : `At most ${limits.splitMax} for 1`),
    [ActionKind.SPLR]: () => (before <= after * BigInt(limits.reverseSplitMax) ? undefined : `At most 1 for ${limits.reverseSplitMax}`),
    [ActionKind.BONU]: () => growth(limits.bonusMaxBps),
    [ActionKind.DVSE]: () => growth(limits.bonusMaxBps),
    [ActionKind.DVCA]: () => growth(limits.dividendMaxBps),
  }[kind as 1 | 2 | 3 | 4 | 5]();
  return limit && `${limit}: the share's limit`;
}
