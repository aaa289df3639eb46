/** Every event in the IDLs comes back from the bytes that its program emits. */
import { readFileSync } from "node:fs";
import { type Address, type Encoder, getBase58Decoder, getBase64Decoder } from "@solana/kit";
import { type ScripEvent, decodeEvents, issuer, transferHook } from "@scrip/client";
import { describe, expect, test } from "vitest";

type Type = string | { array: [Type, number] } | { vec: Type } | { defined: { name: string } };
interface Field {
  readonly name: string;
  readonly type: Type;
}
interface Definition {
  readonly name: string;
  readonly type: { readonly fields?: readonly Field[]; readonly variants?: readonly { readonly name: string; readonly fields?: readonly Field[] }[] };
}

interface Idl {
  readonly address: Address;
  readonly events: readonly { readonly name: string; readonly discriminator: readonly number[] }[];
  readonly types: readonly Definition[];
}

const TAG = [0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d];
const SYSTEM = "11111111111111111111111111111111" as Address;
const ADDRESS = "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL";

/** As many as the longest enum has variants, so that each of them comes up. */
const SEEDS = Array.from({ length: 16 }, (_, index) => index);

/** A value of each type that no other field shares by chance, so that swapped fields show. */
function exampleOf(idl: Idl, type: Type, seed: number): unknown {
  if (typeof type === "object" && "array" in type) {
    return new Uint8Array(type.array[1]).fill(seed);
  }
  if (typeof type === "object" && "vec" in type) {
    return [exampleOf(idl, type.vec, seed), exampleOf(idl, type.vec, seed + 1)];
  }
  if (typeof type === "object") {
    return exampleOfDefined(idl, type.defined.name, seed);
  }
  const big = ["u64", "i64", "u128"].includes(type);
  const plain: Record<string, unknown> = { pubkey: ADDRESS, bool: true, string: `text ${seed}` };
  return plain[type] ?? (big ? BigInt(seed) : seed);
}

function exampleOfDefined(idl: Idl, name: string, seed: number): Record<string, unknown> {
  const definition = idl.types.find((candidate) => candidate.name === name)?.type;
  const variants = definition?.variants;
  if (!variants) {
    return exampleFields(idl, definition?.fields ?? [], seed);
  }
  const variant = variants[seed % variants.length];
  return { __kind: variant?.name, ...exampleFields(idl, variant?.fields ?? [], seed) };
}

function exampleFields(idl: Idl, fields: readonly Field[], seed: number): Record<string, unknown> {
  return Object.fromEntries(fields.map((field, index) => [camelCase(field.name), exampleOf(idl, field.type, seed + index + 1)]));
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

describe.each([
  ["scrip_issuer", issuer],
  ["scrip_transfer_hook", transferHook],
])("%s", (program, client) => {
  const idl = JSON.parse(readFileSync(new URL(`../../../idl/${program}.json`, import.meta.url), "utf8")) as Idl;

  test.each(idl.events.map(({ name, discriminator }) => [name, discriminator] as const))("%s", (name, discriminator) => {
    const encoder = (client as unknown as Record<string, () => Encoder<unknown>>)[`get${name}Encoder`];
    for (const seed of SEEDS) {
      const data = exampleOfDefined(idl, name, seed);
      const event = [...discriminator, ...(encoder?.().encode(data) ?? [])];
      const called = { program: idl.address, data: getBase58Decoder().decode(new Uint8Array([...TAG, ...event])) };
      expect(decodeEvents([], [called])).toEqual([{ name, data } as ScripEvent]);

      const log = `Program data: ${getBase64Decoder().decode(new Uint8Array(event))}`;
      const logs = [`Program ${idl.address} invoke [1]`, log, `Program ${idl.address} success`];
      expect(decodeEvents(logs, [])).toEqual([{ name, data }]);
    }
  });

  test("the seeds bring up every variant of every enum", () => {
    const counts = idl.types.map(({ type }) => type.variants?.length ?? 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(SEEDS.length);
  });

  test("what another program logs or calls is no event", () => {
    const [event] = idl.events;
    const bytes = new Uint8Array([...TAG, ...(event?.discriminator ?? [])]);
    expect(decodeEvents([], [{ program: SYSTEM, data: getBase58Decoder().decode(bytes) }])).toEqual([]);
    const log = `Program data: ${getBase64Decoder().decode(bytes.slice(TAG.length))}`;
    expect(decodeEvents([`Program ${SYSTEM} invoke [1]`, log], [])).toEqual([]);
  });
});
