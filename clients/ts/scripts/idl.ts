/**
 * What the renderer needs to know of an Anchor IDL, and the changes made to it before Codama reads it.
 * None changes a byte on the wire.
 */

export interface Idl {
  address: string;
  metadata: { name: string };
  instructions: Instruction[];
  errors?: { code: number; name: string; msg?: string }[];
  events?: { name: string; discriminator: number[] }[];
  types?: { name: string; type: { kind: string; fields?: Field[] } }[];
}

export interface Instruction {
  name: string;
  accounts: InstructionAccount[];
  args: Field[];
}

export interface InstructionAccount {
  name: string;
  address?: string;
  optional?: boolean;
  pda?: { seeds: Seed[]; program?: Seed };
}

export interface Seed {
  kind: string;
  path?: string;
  value?: number[];
}

interface Field {
  name: string;
  type: unknown;
}

/**
 * Replaces an instruction's only argument, where that is a struct, by the fields of the struct, and seeds such
 * as `args.index` by `index`. Borsh lays both out alike, and Codama resolves only seeds of the second form.
 */
export function flattenArguments(idl: Idl): Idl {
  return { ...idl, instructions: idl.instructions.map((instruction) => flattenInstruction(idl, instruction)) };
}

function flattenInstruction(idl: Idl, instruction: Instruction): Instruction {
  const [only, ...others] = instruction.args;
  const fields = only && others.length === 0 ? structFields(idl, only.type) : undefined;
  if (!only || !fields) {
    return instruction;
  }
  const prefix = `${only.name}.`;
  const flatten = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  return {
    ...instruction,
    args: fields,
    accounts: mapSeeds(instruction.accounts, (seed) =>
      seed.kind === "arg" && seed.path ? { ...seed, path: flatten(seed.path) } : seed,
    ),
  };
}

function structFields(idl: Idl, type: unknown): Field[] | undefined {
  const name = (type as { defined?: { name: string } }).defined?.name;
  const definition = idl.types?.find((candidate) => candidate.name === name)?.type;
  const fields = definition?.kind === "struct" ? definition.fields : undefined;
  return fields?.every((field) => typeof field === "object" && "name" in field) ? fields : undefined;
}

/**
 * Renames seeds that name no argument of the instruction. Instructions that share their accounts call the first
 * argument by names of their own, and Anchor writes the name that the accounts give it.
 */
export function nameSeedsAlike(idl: Idl): Idl {
  return { ...idl, instructions: idl.instructions.map(renameSeeds) };
}

function renameSeeds(instruction: Instruction): Instruction {
  const [first] = instruction.args;
  const isArgument = (path: string) => instruction.args.some(({ name }) => name === path.split(".")[0]);
  const rename = (seed: Seed) =>
    first && seed.kind === "arg" && seed.path && !isArgument(seed.path) ? { ...seed, path: first.name } : seed;
  return { ...instruction, accounts: mapSeeds(instruction.accounts, rename) };
}

function mapSeeds(accounts: readonly InstructionAccount[], change: (seed: Seed) => Seed): InstructionAccount[] {
  return accounts.map((account) =>
    account.pda ? { ...account, pda: { ...account.pda, seeds: account.pda.seeds.map(change) } } : account,
  );
}

/** Codama drops the types that are listed as events; unlisted, they are rendered with codecs like any other. */
export function keepEventTypes(idl: Idl): Idl {
  return { ...idl, events: [] };
}
