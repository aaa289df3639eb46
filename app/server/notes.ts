/**
 * What the programs say of their accounts and events, taken from their IDLs into the page: a sentence for every type
 * and field, and the unit where the sentence names one. The IDLs themselves are ten times as large.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

export type Unit = "time" | "multiplier" | "raw" | "shares" | "base" | "bps" | "seconds";

/** `type`: the field is, or has in it, a type of the program with notes of its own. */
export type FieldNote = readonly [meaning: string, unit?: Unit | "", type?: string];

export interface TypeNotes {
  readonly about: string;
  readonly fields: Readonly<Record<string, FieldNote>>;
}

/** By the program's address, then by type; variants of a type are named `Type.Variant`. */
export type Notes = Readonly<Record<string, Readonly<Record<string, TypeNotes>>>>;

type IdlType = string | { readonly defined?: { readonly name: string }; readonly vec?: IdlType; readonly option?: IdlType; readonly array?: readonly [IdlType, number] };

interface IdlField {
  readonly name: string;
  readonly docs?: readonly string[];
  readonly type: IdlType;
}

interface Idl {
  readonly address: string;
  readonly accounts: readonly { readonly name: string }[];
  readonly events: readonly { readonly name: string }[];
  readonly types: readonly {
    readonly name: string;
    readonly docs?: readonly string[];
    readonly type: { readonly fields?: readonly IdlField[]; readonly variants?: readonly { readonly name: string; readonly docs?: readonly string[]; readonly fields?: readonly IdlField[] }[] };
  }[];
}

export const IDLS = ["scrip_issuer", "scrip_transfer_hook"].map((name) => fileURLToPath(new URL(`../../idl/${name}.json`, import.meta.url)));

export function readNotes(): Notes {
  return Object.fromEntries(IDLS.map((path) => JSON.parse(readFileSync(path, "utf8")) as Idl).map((idl) => [idl.address, notesOf(idl)]));
}

function notesOf({ accounts, events, types }: Idl): Record<string, TypeNotes> {
  const notes: Record<string, TypeNotes> = {};
  const add = (name: string): void => {
    const found = types.find((type) => type.name === name);
    if (!found || notes[name]) {
      return;
    }
    const variants = found.type.variants ?? [];
    notes[name] = { about: text(found.docs), fields: fieldsOf(found.type.fields) };
    for (const variant of variants) {
      notes[`${name}.${variant.name}`] = { about: text(variant.docs), fields: fieldsOf(variant.fields) };
    }
    [found.type.fields, ...variants.map(({ fields }) => fields)].flatMap((fields) => fields ?? []).forEach(({ type }) => add(typeWithin(type)));
  };
  [...accounts, ...events].forEach(({ name }) => add(name));
  return notes;
}

function fieldsOf(fields: readonly IdlField[] = []): Record<string, FieldNote> {
  return Object.fromEntries(
    fields.map(({ name, docs, type }): [string, FieldNote] => {
      // Of a version the programs' documentation names the constant alone.
      const meaning = name === "version" ? "Layout of this account." : text(docs);
      const note = [meaning, unitOf(type, meaning), typeWithin(type)] as const;
      return [camel(name), note[2] ? note : note[1] ? [meaning, note[1]] : [meaning]];
    }),
  );
}

/** Every signed number of the programs is a moment, and every number of 128 bits with 18 decimals a multiplier. */
function unitOf(type: IdlType, meaning: string): Unit | "" {
  if (type === "i64") {
    return "time";
  }
  if (type === "u128") {
    return /18 decimals/.test(meaning) ? "multiplier" : "";
  }
  if (/basis points/i.test(meaning)) {
    return "bps";
  }
  if (type === "u32") {
    return /^seconds/i.test(meaning) ? "seconds" : "";
  }
  if (type !== "u64") {
    return "";
  }
  return /raw units/i.test(meaning) ? "raw" : /shares.*base units/i.test(meaning) ? "shares" : /base units/i.test(meaning) ? "base" : "";
}

function typeWithin(type: IdlType): string {
  return typeof type === "string" ? "" : (type.defined?.name ?? typeWithin(type.vec ?? type.option ?? type.array?.[0] ?? ""));
}

/** Without the marks that Rust's documentation has for code and links, and without where the address comes from. */
function text(docs: readonly string[] = []): string {
  return docs
    .join(" ")
    .replace(/\*\*PDA seeds:\*\*.*$/, "")
    .replace(/\[?`(?:scrip_rules::(?:\w+::)*)?([^`]*)`\]?/g, (_, code: string) => code.replace(/^[a-z]+(_[a-z]+)+$/, (name) => name.replaceAll("_", " ")))
    // A type's name alone says nothing to who does not read the sources: the value is shown in words.
    .replace(/^An? [A-Z]\w+[.:]\s*(\w?)/, (_, first: string) => first.toUpperCase())
    .replace(/\ba(?= [AEIO][a-z])/g, "an")
    .trim();
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const MODULE = "virtual:idl-notes";

export function idlNotes(): Plugin {
  return {
    name: "idl-notes",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export const notes = JSON.parse(${JSON.stringify(JSON.stringify(readNotes()))});` : undefined),
  };
}
