/** What the reference reads of an Anchor IDL: the explanations, and the layouts that they belong to. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { completeAccounts } from "../accounts.ts";
import type { Idl, Seed } from "../idl.ts";

export type Type =
  | string
  | { option: Type }
  | { vec: Type }
  | { array: [Type, number] }
  | { defined: { name: string } };

export interface Field {
  name: string;
  docs?: string[];
  type: Type;
}

export interface Variant {
  name: string;
  docs?: string[];
  fields?: Field[];
}

export interface Definition {
  name: string;
  docs?: string[];
  serialization?: string;
  type: { kind: "struct"; fields?: Field[] } | { kind: "enum"; variants: Variant[] };
}

export interface Account {
  name: string;
  docs?: string[];
  signer?: boolean;
  writable?: boolean;
  optional?: boolean;
  address?: string;
  pda?: { seeds: Seed[]; program?: Seed };
}

export interface Instruction {
  name: string;
  docs?: string[];
  discriminator: number[];
  accounts: Account[];
  args: Field[];
  returns?: Type;
}

interface Discriminated {
  name: string;
  discriminator: number[];
}

export interface Program {
  address: string;
  metadata: { name: string };
  instructions: Instruction[];
  accounts: Discriminated[];
  events: Discriminated[];
  errors: { code: number; name: string; msg: string }[];
  types: Definition[];
}

/** The programs of a folder of IDLs, by their names. */
export function readPrograms(folder: string): Program[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  return files.map((file) => {
    const idl = JSON.parse(readFileSync(join(folder, file), "utf8")) as Program;
    // Addresses that follow from the other accounts but that Anchor does not write down.
    const completed = completeAccounts(idl as unknown as Idl) as unknown as Program;
    const instructions = idl.instructions.map((instruction, place) => ({
      ...instruction,
      accounts: instruction.accounts.map((account, index) =>
        account.optional ? account : (completed.instructions[place]?.accounts[index] ?? account),
      ),
    }));
    return { ...idl, instructions };
  });
}

/** The definition of this name. */
export function definition(program: Program, name: string): Definition {
  const found = program.types.find((type) => type.name === name);
  if (!found) {
    throw new Error(`${program.metadata.name} names a type ${name} that it does not define`);
  }
  return found;
}
