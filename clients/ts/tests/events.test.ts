/** Every event in the IDLs comes back from the bytes that its program emits. */
import { readFileSync } from "node:fs";
import { type Address, type Encoder, getBase58Decoder, getBase64Decoder } from "@solana/kit";
import { type ScripEvent, decodeEvents, issuer, transferHook } from "@scrip/client";
import { describe, expect, test } from "vitest";

type Type = string | { array: [Type, number] } | { defined: { name: string } };

interface Idl {
  readonly address: Address;
  readonly events: readonly { readonly name: string; readonly discriminator: readonly number[] }[];
  readonly types: readonly { readonly name: string; readonly type: { readonly fields: readonly { readonly name: string; readonly type: Type }[] } }[];
}

const TAG = [0xe4, 0x45, 0xa5, 0x2e, 0x51, 0xcb, 0x9a, 0x1d];
const SYSTEM = "11111111111111111111111111111111" as Address;
const ADDRESS = "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL";

/** A value of each type that no other field shares by chance, so that swapped fields show. */
function exampleOf(idl: Idl, type: Type, seed: number): unknown {
  if (typeof type === "object" && "array" in type) {
    return new Uint8Array(type.array[1]).fill(seed);
  }
  if (typeof type === "object") {
    return exampleStruct(idl, type.defined.name);
  }
  const big = ["u64", "i64", "u128"].includes(type);
  return type === "pubkey" ? ADDRESS : type === "bool" ? true : big ? BigInt(seed) : seed;
}

function exampleStruct(idl: Idl, name: string): Record<string, unknown> {
  const fields = idl.types.find((candidate) => candidate.name === name)?.type.fields ?? [];
  return Object.fromEntries(fields.map((field, index) => [camelCase(field.name), exampleOf(idl, field.type, index + 1)]));
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

describe.each([
  ["scrip_issuer", issuer],
  ["scrip_transfer_hook", transferHook],
])("%s", (program, client) => {
  const idl = JSON.parse(readFileSync(new URL(`../../../idl/${program}.json`, import.meta.url), "utf8")) as Idl;

  test.each(idl.events.map(({ name, discriminator }) => [name, discriminator] as const))("%s", (name, discriminator) => {
    const encoder = (client as unknown as Record<string, () => Encoder<unknown>>)[`get${name}Encoder`];
    const data = exampleStruct(idl, name);
    const event = [...discriminator, ...(encoder?.().encode(data) ?? [])];
    const called = { program: idl.address, data: getBase58Decoder().decode(new Uint8Array([...TAG, ...event])) };
    expect(decodeEvents([], [called])).toEqual([{ name, data } as ScripEvent]);

    const log = `Program data: ${getBase64Decoder().decode(new Uint8Array(event))}`;
    const logs = [`Program ${idl.address} invoke [1]`, log, `Program ${idl.address} success`];
    expect(decodeEvents(logs, [])).toEqual([{ name, data }]);
  });

  test("what another program logs or calls is no event", () => {
    const [event] = idl.events;
    const bytes = new Uint8Array([...TAG, ...(event?.discriminator ?? [])]);
    expect(decodeEvents([], [{ program: SYSTEM, data: getBase58Decoder().decode(bytes) }])).toEqual([]);
    const log = `Program data: ${getBase64Decoder().decode(bytes.slice(TAG.length))}`;
    expect(decodeEvents([`Program ${SYSTEM} invoke [1]`, log], [])).toEqual([]);
  });
});
