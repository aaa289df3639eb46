/** Amounts, times and multipliers lose no digit: what has 64 or 128 bits on chain is a `bigint` wherever it is named. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ScripEvent } from "@scrip/client";
import { expect, expectTypeOf, test } from "vitest";

const generated = fileURLToPath(new URL("../src/generated/", import.meta.url));
const files = readdirSync(generated, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const sources = files.map((file) => [file, readFileSync(join(generated, file), "utf8")] as const);

interface Field {
  readonly name: string;
  readonly type: unknown;
}
interface Definition {
  readonly name: string;
  readonly fields?: readonly (Field | unknown)[];
  readonly variants?: readonly Definition[];
}
interface Idl {
  readonly types: readonly { readonly name: string; readonly type: Definition }[];
  readonly instructions: readonly { readonly name: string; readonly args: readonly Field[] }[];
}

const WIDE = /^(?:u64|i64|u128|i128)$/;
const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names of the fields that are wide in one place of an IDL, and narrow in none. */
function wideNames(): ReadonlySet<string> {
  const [wide, narrow] = [new Set<string>(), new Set<string>()];
  const visit = (fields: readonly unknown[] = []) => {
    for (const field of fields as Field[]) {
      const into = typeof field.type === "string" && WIDE.test(field.type) ? wide : narrow;
      into.add(camelCase(field.name ?? ""));
    }
  };
  for (const program of ["scrip_issuer", "scrip_transfer_hook"]) {
    const idl = JSON.parse(readFileSync(new URL(`../../../idl/${program}.json`, import.meta.url), "utf8")) as Idl;
    idl.instructions.forEach(({ args }) => visit(args));
    idl.types.forEach(({ type }) => [type, ...(type.variants ?? [])].forEach(({ fields }) => visit(fields)));
  }
  return new Set([...wide].filter((name) => !narrow.has(name)));
}

test("no field of 64 or 128 bits is a number in the generated types", () => {
  const wide = wideNames();
  expect(wide.size).toBeGreaterThan(60);
  const declared = sources.flatMap(([file, source]) =>
    [...source.matchAll(/^\s+(\w+)\??: ([^=;]+);$/gm)].map(([, name = "", type = ""]) => ({ file, name, type })),
  );
  const found = declared.filter(({ name }) => wide.has(name));
  expect(new Set(found.map(({ name }) => name))).toEqual(wide);
  // What an instruction takes is named after its data, which is among the types that are found.
  const exact = /^(?:bigint|Array<bigint>|\w+InstructionDataArgs\["\w+"\])$/;
  expect(found.filter(({ type }) => !exact.test(type))).toEqual([]);
});

test("nothing takes a number in the place of a bigint", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter(([, source]) => /number \| bigint|bigint \| number/.test(source))).toEqual([]);
});

test("the name of an event tells the type of its data", () => {
  const describe = (event: ScripEvent): string | bigint => {
    switch (event.name) {
      case "AssetCreated":
        expectTypeOf(event.data.multiplier).toEqualTypeOf<bigint>();
        return event.data.mint;
      case "PolicyHalted":
        return event.data.policy;
      default:
        return event.name;
    }
  };
  const names = sources.flatMap(([file, source]) =>
    file.endsWith("events.ts") ? [...source.matchAll(/\| \{ name: "(\w+)"/g)].map(([, name]) => name) : [],
  );
  expect(names.length).toBeGreaterThan(60);
  expect(new Set(names).size).toBe(names.length);
  expect(describe({ name: "unheard of" } as unknown as ScripEvent)).toBe("unheard of");
});
