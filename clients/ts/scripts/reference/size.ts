/** How many bytes a type takes in Borsh or in memory, which is the same where the length is fixed. */
import { type Field, type Program, type Type, definition } from "./idl.ts";

/** Fewest and most bytes; `undefined` for no bound. */
export interface Size {
  least: number;
  most: number | undefined;
}

const PRIMITIVES: Readonly<Record<string, number>> = {
  bool: 1,
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  u128: 16,
  i64: 8,
  pubkey: 32,
};

export function sizeOf(program: Program, type: Type): Size {
  if (typeof type === "string") {
    const bytes = PRIMITIVES[type];
    if (bytes === undefined && type !== "string") {
      throw new Error(`${program.metadata.name}: the size of ${type} is not known here`);
    }
    return bytes === undefined ? { least: 4, most: undefined } : { least: bytes, most: bytes };
  }
  if ("option" in type) {
    const { most } = sizeOf(program, type.option);
    return { least: 1, most: most === undefined ? undefined : 1 + most };
  }
  if ("vec" in type) {
    return { least: 4, most: undefined };
  }
  if ("array" in type) {
    const { least, most } = sizeOf(program, type.array[0]);
    const count = type.array[1];
    return { least: count * least, most: most === undefined ? undefined : count * most };
  }
  const defined = definition(program, type.defined.name).type;
  if (defined.kind === "struct") {
    return sizeOfFields(program, defined.fields ?? []);
  }
  const variants = defined.variants.map(({ fields }) => sizeOfFields(program, fields ?? []));
  const most = variants.map((variant) => variant.most);
  return {
    least: 1 + Math.min(...variants.map(({ least }) => least)),
    most: most.includes(undefined) ? undefined : 1 + Math.max(...most.map((bytes) => bytes ?? 0)),
  };
}

export function sizeOfFields(program: Program, fields: readonly Field[]): Size {
  const sizes = fields.map(({ type }) => sizeOf(program, type));
  return sizes.reduce<Size>(
    (sum, { least, most }) => ({
      least: sum.least + least,
      most: sum.most === undefined || most === undefined ? undefined : sum.most + most,
    }),
    { least: 0, most: 0 },
  );
}

/** `32`, `9 to 43`, `4 or more`. */
export function sizeText({ least, most }: Size): string {
  if (most === undefined) {
    return `${least} or more`;
  }
  return least === most ? `${least}` : `${least} to ${most}`;
}
