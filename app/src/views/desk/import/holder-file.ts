/** A file of holders as rows, or everything that is wrong with it: docs/register-import.md says what it has to look like. */
import type { transferHook } from "@scrip/client";
import type { Address } from "@solana/kit";
import { parse, type CsvError, type Info } from "csv-parse/browser/esm/sync";
import { readClasses, readCountry, readWallet } from "./cells.ts";
import { type Salt, readIdentity } from "./identity.ts";
import { readExpiry, readLock } from "./times.ts";

export const COLUMNS = ["wallet", "country", "classes", "kyc_expires", "locked_until", "identity"] as const;
type Column = (typeof COLUMNS)[number];
const OPTIONAL: Column = "locked_until";

export interface Fault {
  /** From 1, which is the header. */
  readonly line: number;
  /** Nothing when it is the line as a whole. */
  readonly column?: Column;
  /** What is there, what is allowed, what to do. */
  readonly message: string;
}

export interface Row {
  readonly line: number;
  readonly wallet: Address;
  readonly details: transferHook.HolderDetailsArgs;
}

export interface Rules {
  readonly salt?: Salt;
  /** The chain's time, unix seconds. */
  readonly now: bigint;
  readonly allowOffCurve: boolean;
}

export type HolderFile = { readonly rows: readonly Row[] } | { readonly faults: readonly Fault[] };

interface Line {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Reads the whole file; with one fault there are no rows. */
export async function readHolders(bytes: Uint8Array, rules: Rules): Promise<HolderFile> {
  const lines = linesOf(bytes);
  if ("faults" in lines) {
    return lines;
  }
  const [header, ...body] = lines.lines;
  const names = header?.record ?? [];
  const headerFaults = faultsOfHeader(names);
  if (headerFaults.length > 0) {
    return { faults: headerFaults };
  }
  const rows: Row[] = [];
  const faults: Fault[] = [];
  const seen = new Map<Address, number>();
  for (const { record, info } of body) {
    const read = await readRow(info.lines, names, record, rules);
    const first = "row" in read ? seen.get(read.row.wallet) : undefined;
    if ("faults" in read) {
      faults.push(...read.faults);
    } else if (first !== undefined) {
      faults.push({ line: info.lines, column: "wallet", message: `“${read.row.wallet}” is in line ${first} already: a wallet has one record, so leave one of them out` });
    } else {
      seen.set(read.row.wallet, info.lines);
      rows.push(read.row);
    }
  }
  if (rows.length === 0 && faults.length === 0) {
    return { faults: [{ line: 1, message: "there are no holders below the header" }] };
  }
  return faults.length > 0 ? { faults } : { rows };
}

function linesOf(bytes: Uint8Array): { readonly lines: readonly Line[] } | { readonly faults: readonly Fault[] } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const options = { bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true } as const;
    return { lines: parse(decoder.decode(bytes), options) as unknown as Line[] };
  } catch (error) {
    if (error instanceof TypeError) {
      return { faults: [{ line: firstUndecodable(bytes), message: "it is not UTF-8: save the file as UTF-8 (in a spreadsheet: CSV UTF-8)" }] };
    }
    const { message, lines } = error as CsvError & { lines?: number };
    return { faults: [{ line: lines ?? 1, message }] };
  }
}

/** A byte of a character is never a line's end in UTF-8, so that every line can be tried by itself. */
function firstUndecodable(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) {
      return line;
    }
    start = end + 1;
  }
}

function faultsOfHeader(names: readonly string[]): readonly Fault[] {
  const list = COLUMNS.join(",");
  const known: readonly string[] = COLUMNS;
  const strange = names.flatMap((name, place) => {
    if (!known.includes(name)) {
      return [`“${name}” is no column: there are ${list}, separated by commas`];
    }
    return names.indexOf(name) < place ? [`“${name}” is there twice: leave one out`] : [];
  });
  const missing = COLUMNS.filter((column) => column !== OPTIONAL && !names.includes(column)).map((column) => `the column ${column} is missing: the header is ${list}`);
  return [...strange, ...missing].map((message) => ({ line: 1, message }));
}

async function readRow(line: number, names: readonly string[], record: readonly string[], rules: Rules): Promise<{ readonly row: Row } | { readonly faults: readonly Fault[] }> {
  if (record.length !== names.length) {
    const message = `there are ${record.length} cells, and the header has ${names.length}: a comma is missing or too many; put a text with a comma in quotes`;
    return { faults: [{ line, message }] };
  }
  const faults: Fault[] = [];
  const cell = async <T>(column: Column, read: (text: string) => T | Promise<T>): Promise<T> => {
    try {
      return await read(record[names.indexOf(column)] ?? "");
    } catch (error) {
      faults.push({ line, column, message: error instanceof Error ? error.message : String(error) });
      return undefined as T;
    }
  };
  const wallet = await cell("wallet", (text) => readWallet(text, rules.allowOffCurve));
  const details = {
    jurisdiction: await cell("country", readCountry),
    investorClasses: await cell("classes", readClasses),
    kycExpiresAt: await cell("kyc_expires", (text) => readExpiry(text, rules.now)),
    lockedUntil: await cell("locked_until", readLock),
    identity: await cell("identity", (text) => readIdentity(text, rules.salt)),
  };
  return faults.length > 0 ? { faults } : { row: { line, wallet, details } };
}
