/** The settings that the desk has forms for: what is typed, and the change that comes of it. */
import { Election, FourEyes } from "@scrip/client";
import { address } from "@solana/kit";
import type { Setting, SettingKind } from "../../../../chain/settings.ts";
import { parsePercent, parseRaw, parseSpan } from "./quantities.ts";

export interface FormField {
  /** As the value is called in the change. */
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  /** Names what it is about, so it has to be there, and nothing stands in for it. */
  readonly names?: boolean;
  /** To choose one from; with `many`, any of them, whose bits are joined. */
  readonly options?: readonly (readonly [value: string, label: string])[];
  readonly many?: boolean;
  readonly read: (text: string, multiplier: bigint) => unknown;
}

export interface SettingForm {
  readonly kind: SettingKind;
  readonly ofShare: boolean;
  /** What it is for, in a sentence. */
  readonly teach: string;
  readonly fields: readonly FormField[];
}

const SPAN = { hint: "As 2 days, 36 hours or 90 minutes.", read: (text: string) => Number(parseSpan(text)) };
const PERCENT = { unit: "%", read: (text: string) => parsePercent(text) };
const AMOUNT = { unit: "shares", read: parseRaw };

export const SETTING_FORMS: readonly SettingForm[] = [
  {
    kind: "SupplyCap",
    ofShare: true,
    teach: "What the supply may not pass. It is kept in raw units, so a split raises it with the shares.",
    fields: [{ key: "raw", label: "Supply cap", ...AMOUNT }],
  },
  {
    kind: "Fees",
    ofShare: true,
    teach: "What purchases and redemptions cost, of what is paid: at most 10 %. An escrow that is open pays no more than when it was opened.",
    fields: [
      { key: "purchaseBps", label: "On purchases", ...PERCENT },
      { key: "redemptionBps", label: "On redemptions", ...PERCENT },
    ],
  },
  {
    kind: "Minter",
    ofShare: true,
    teach:
      "How much a member of staff may mint: in all, and at once. What was minted flows back into the bucket evenly, so that a stolen key mints no more than a bucket before it is seen. The account of the member for this share has to be there first (add_minter).",
    fields: [
      { key: "member", label: "Member of staff", names: true, hint: "The member's address.", read: (text) => address(text) },
      { key: "cap", label: "In all", ...AMOUNT },
      { key: "capacity", label: "At once, at most", ...AMOUNT },
      { key: "period", label: "An empty bucket fills in", ...SPAN },
    ],
  },
  {
    kind: "MintFourEyes",
    ofShare: true,
    teach: "A mint above this amount needs a checker beside the minter. \"never\" asks for none.",
    fields: [{ key: "above", label: "A checker is needed above", ...AMOUNT }],
  },
  {
    kind: "SettlementWindow",
    ofShare: true,
    teach: "How long an escrow leaves the issuer to settle it, before its owner may take it back: at most 90 days.",
    fields: [{ key: "seconds", label: "Settlement window", ...SPAN }],
  },
  {
    kind: "DefaultElection",
    ofShare: true,
    teach: "What holders get of a dividend with a choice who do not choose.",
    fields: [
      {
        key: "choice",
        label: "Who does not choose gets",
        options: [
          [String(Election.Cash), "cash"],
          [String(Election.Reinvest), "shares"],
        ],
        read: Number,
      },
    ],
  },
  {
    kind: "Timelock",
    ofShare: false,
    teach: "How long a change that loosens waits where everybody sees it: at most 30 days.",
    fields: [{ key: "seconds", label: "Timelock", ...SPAN }],
  },
  {
    kind: "FourEyes",
    ofShare: false,
    teach: "What another member of staff has to approve. To take a checker away always takes a checker.",
    fields: [
      {
        key: "bits",
        label: "A checker has to approve",
        many: true,
        options: [
          [String(FourEyes.ReserveRule), "every change of a reserve rule"],
          [String(FourEyes.Loosening), "every change that loosens"],
          [String(FourEyes.Actions), "corporate actions"],
        ],
        read: Number,
      },
    ],
  },
];

export interface ReadForm {
  /** Once something was typed, and nothing is wrong with it. */
  readonly change?: Setting;
  /** What is wrong, by the field's key. */
  readonly problems: Readonly<Record<string, string>>;
}

/** What is left empty stays as it is. */
export function readForm(form: SettingForm, texts: Readonly<Record<string, string>>, current: Setting | undefined, multiplier: bigint): ReadForm {
  const problems: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const { key, read } of form.fields) {
    const text = texts[key]?.trim() ?? "";
    if (text !== "") {
      try {
        values[key] = read(text, multiplier);
      } catch (error) {
        problems[key] = error instanceof Error ? error.message : String(error);
      }
    }
  }
  const typed = form.fields.some(({ key, names }) => !names && key in values);
  const complete = typed && current?.__kind === form.kind && Object.keys(problems).length === 0;
  return { problems, change: complete ? ({ ...current, ...values } as Setting) : undefined };
}

/** Which setting the form is about: of a member's allowance, the member has to be known. */
export function aboutWhat({ kind, fields }: SettingForm, texts: Readonly<Record<string, string>>): Setting | undefined {
  const named = fields.filter(({ names }) => names);
  try {
    const values = named.map(({ key, read }) => [key, read(texts[key]?.trim() ?? "", 1n)]);
    return { __kind: kind, ...Object.fromEntries(values) } as Setting;
  } catch {
    return undefined;
  }
}
