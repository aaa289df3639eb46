/** The page of instructions: what each is for, its accounts, and its arguments. */
import { getAddressDecoder } from "@solana/kit";
import type { Seed } from "../idl.ts";
import { ARGUMENTS } from "./arguments.ts";
import { type Account, type Definition, type Field, type Instruction, type Program, type Type, definition } from "./idl.ts";
import { cell, fieldTable, heading, hex, programHeading, prose, table, typeName } from "./text.ts";

const INTRODUCTION = `Amounts in raw units are what balances and supplies count; shares are raw units × multiplier, in base units of 10^-8
shares; times are unix seconds; basis points are hundredths of a per cent. \`PDA\` gives the seeds of an address: texts in
quotes, accounts and arguments by their names, numbers little-endian. An optional account that is left out is named by
the program's own address. Most instructions end with \`event_authority\` (PDA \`["__event_authority"]\`) and \`program\` (the
program itself), by which events are emitted; the tables leave out the two.`;

const OF_EVENTS = new Set(["event_authority", "program"]);

export function instructionsPage(programs: readonly Program[]): string {
  const pages = programs.map((program) => {
    const sections = program.instructions.map((instruction) => section(programs, program, instruction));
    return programHeading(program) + sections.join("") + types(program);
  });
  return heading("Instructions", INTRODUCTION) + pages.join("");
}

function section(programs: readonly Program[], program: Program, instruction: Instruction): string {
  const { name, docs, discriminator, returns } = instruction;
  const accounts = instruction.accounts.filter((account) => !OF_EVENTS.has(account.name));
  const emits = accounts.length < instruction.accounts.length ? " Emits events." : "";
  const answers = returns ? ` Returns \`${typeName(returns)}\`.` : "";
  const fields = instruction.args.flatMap((argument) => expand(program, name, argument));
  return [
    `\n### ${name}\n\n${prose(docs)}${answers}${emits} Discriminator: \`${hex(discriminator)}\`.\n\n`,
    table(["account", "", "what"], accounts.map((account) => [`\`${account.name}\``, flags(programs, account), prose(account.docs)])),
    fields.length > 0 ? `\n${fieldTable("argument", fields)}` : "",
  ].join("");
}

/** The fields of an argument that is a struct, or the argument itself. */
function expand(program: Program, instruction: string, argument: Field): Field[] {
  const { type } = argument;
  const defined = typeof type === "object" && "defined" in type ? definition(program, type.defined.name).type : undefined;
  if (defined?.kind === "struct") {
    return (defined.fields ?? []).map((field) => ({ ...field, name: `${argument.name}.${field.name}` }));
  }
  const docs = argument.docs ?? ARGUMENTS[`${instruction}.${argument.name}`] ?? ARGUMENTS[argument.name];
  if (!docs) {
    throw new Error(`argument ${argument.name} of ${instruction} is explained nowhere: add it to reference/arguments.ts`);
  }
  return [{ ...argument, docs: typeof docs === "string" ? [docs] : docs }];
}

function flags(programs: readonly Program[], account: Account): string {
  const said = [
    account.signer ? "signer" : "",
    account.writable ? "writable" : "",
    account.optional ? "optional" : "",
    account.address ? `\`${account.address}\`` : "",
    account.pda ? `PDA \`[${account.pda.seeds.map(seed).join(", ")}]\`${ownedElsewhere(programs, account)}` : "",
  ];
  return said.filter((part) => part !== "").join(", ");
}

/** Whose address it is, where that is another program of Scrip. */
function ownedElsewhere(programs: readonly Program[], { pda }: Account): string {
  const bytes = pda?.program?.value;
  if (!bytes) {
    return "";
  }
  const owner = getAddressDecoder().decode(new Uint8Array(bytes));
  const known = programs.find(({ address }) => address === owner);
  return known ? ` of ${known.metadata.name}` : ` of \`${owner}\``;
}

function seed({ kind, path, value }: Seed): string {
  if (kind === "const") {
    const bytes = new Uint8Array(value ?? []);
    const text = new TextDecoder().decode(bytes);
    return /^[\x20-\x7e]+$/.test(text) ? `"${text}"` : `0x${hex([...bytes])}`;
  }
  return cell(path ?? "");
}

/** The types that arguments, accounts and answers are made of, and that no table above has taken apart. */
function types(program: Program): string {
  const names = new Set<string>();
  const visit = (type: Type): void => {
    if (typeof type === "string") {
      return;
    }
    if ("defined" in type) {
      const { name } = type.defined;
      if (!names.has(name)) {
        names.add(name);
        inner(definition(program, name)).forEach(visit);
      }
    } else {
      visit("option" in type ? type.option : "vec" in type ? type.vec : type.array[0]);
    }
  };
  for (const { args, returns } of program.instructions) {
    for (const { type } of args) {
      const struct = typeof type === "object" && "defined" in type && definition(program, type.defined.name).type.kind === "struct";
      if (struct) {
        inner(definition(program, type.defined.name)).forEach(visit);
      } else {
        visit(type);
      }
    }
    if (returns) {
      visit(returns);
    }
  }
  const sections = [...names].sort().map((name) => typeSection(definition(program, name)));
  return sections.length > 0 ? `\n### Types of ${program.metadata.name}\n${sections.join("")}` : "";
}

function inner({ type }: Definition): Type[] {
  const fields = type.kind === "struct" ? type.fields : type.variants.flatMap((variant) => variant.fields ?? []);
  return (fields ?? []).map((field) => field.type);
}

function typeSection({ name, docs, type }: Definition): string {
  const title = `\n#### ${name}\n\n${prose(docs)}\n\n`;
  if (type.kind === "struct") {
    return title + fieldTable("field", type.fields ?? []);
  }
  const rows = type.variants.map((variant, index) => {
    const fields = (variant.fields ?? []).map((field) => `\`${field.name}: ${typeName(field.type)}\` ${prose(field.docs)}`);
    return [`${index}`, `\`${variant.name}\``, prose(variant.docs), fields.join(" ")];
  });
  return title + table(["byte", "variant", "what", "fields"], rows);
}
