/** The page of accounts: where they are, how they are told apart, and what lies where in their bytes. */
import { type Definition, type Program, definition } from "./idl.ts";
import { type Size, sizeOf, sizeOfFields, sizeText } from "./size.ts";
import { heading, hex, programHeading, prose, table, typeName } from "./text.ts";

const DISCRIMINATOR = 8;

const INTRODUCTION = `Every account begins with eight bytes that tell its type, then a byte that is the version of its layout. Numbers are
little-endian. Where a field has no fixed offset it lies behind one that may be shorter: read the fields in order (Borsh).
An account of such a type has room for its longest form, and zeros behind a shorter one. Seeds of addresses: texts in
quotes, numbers little-endian.`;

export function accountsPage(programs: readonly Program[]): string {
  const pages = programs.map((program) => {
    const sections = program.accounts.map(({ name, discriminator }) => section(program, definition(program, name), discriminator));
    return programHeading(program) + sections.join("");
  });
  return heading("Accounts", INTRODUCTION) + pages.join("");
}

function section(program: Program, account: Definition, discriminator: readonly number[]): string {
  const fields = account.type.kind === "struct" ? (account.type.fields ?? []) : [];
  const body = sizeOfFields(program, fields);
  const size = { least: DISCRIMINATOR + body.least, most: body.most === undefined ? undefined : DISCRIMINATOR + body.most };
  let offset: Size = { least: DISCRIMINATOR, most: DISCRIMINATOR };
  const rows = fields.map((field) => {
    const length = sizeOf(program, field.type);
    const place = offset.least === offset.most ? `${offset.least}` : "";
    offset = {
      least: offset.least + length.least,
      most: offset.most === undefined || length.most === undefined ? undefined : offset.most + length.most,
    };
    return [place, sizeText(length), `\`${field.name}\``, `\`${typeName(field.type)}\``, prose(field.docs)];
  });
  const how = account.serialization === "bytemuck" ? "as in memory, without gaps" : "Borsh";
  return [
    `\n### ${account.name}\n\n${prose(account.docs)}\n\n`,
    `Address: ${seeds(account)}. Discriminator: \`${hex(discriminator)}\`. ${size.most === undefined ? sizeText(size) : size.most} bytes, ${how}.\n\n`,
    table(["offset", "bytes", "field", "type", "what"], rows),
  ].join("");
}

function seeds({ name, docs }: Definition): string {
  const line = docs?.find((line) => line.startsWith("**PDA seeds:**"));
  if (!line) {
    throw new Error(`the documentation of ${name} does not name its seeds, as in **PDA seeds:** \`["asset", mint]\``);
  }
  return line.replace("**PDA seeds:**", "").trim();
}
