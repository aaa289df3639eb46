/**
 * Renders what Codama leaves out: the events of a program, and an error table whose texts stay in production
 * bundles, because a wallet has to tell its user why a transfer was refused.
 */
import type { Idl } from "./idl.ts";

const HEADER = "/** Generated from the program's IDL by `npm run generate`: do not edit. */\n";

/** Renders `<PROGRAM>_ERRORS`: code to name and text. */
export function renderErrorTable(idl: Idl): string {
  const rows = (idl.errors ?? []).map(
    ({ code, name, msg }) => `  ${code}: { name: ${JSON.stringify(name)}, text: ${JSON.stringify(msg ?? name)} },\n`,
  );
  const type = "Readonly<Record<number, { readonly name: string; readonly text: string }>>";
  return `${HEADER}export const ${constantName(idl)}_ERRORS: ${type} = {\n${rows.join("")}};\n`;
}

/** Renders the union type of the program's events and `<PROGRAM>_EVENTS`: their discriminators and decoders. */
export function renderEvents(idl: Idl): string {
  const events = idl.events ?? [];
  const union = `${pascalName(idl)}Event`;
  const imports = events.map(({ name }) => `  get${name}Decoder,\n  type ${name},\n`).join("");
  const variants = events.map(({ name }) => `\n  | { name: "${name}"; data: ${name} }`).join("") || " never";
  const rows = events.map(
    ({ name, discriminator }) =>
      `  { name: "${name}", discriminator: new Uint8Array([${discriminator.join(", ")}]), decoder: get${name}Decoder() },\n`,
  );
  return [
    HEADER,
    events.length > 0 ? `import {\n${imports}} from "./types";\n\n` : "",
    `export type ${union} =${variants};\n\n`,
    `export const ${constantName(idl)}_EVENTS = [\n${rows.join("")}] as const;\n`,
  ].join("");
}

function constantName(idl: Idl): string {
  return idl.metadata.name.toUpperCase();
}

function pascalName(idl: Idl): string {
  return idl.metadata.name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
