/** How the pages write names, types and explanations. */
import type { Field, Program, Type } from "./idl.ts";

/** What every page begins with. */
export function heading(title: string, introduction: string): string {
  return `# ${title}\n\n<!-- Generated from idl/*.json by \`npm run reference\`: do not edit. -->\n\n${introduction}\n`;
}

/** `scrip_transfer_hook` becomes `Transfer hook program`, with its address. */
export function programHeading({ metadata, address }: Program): string {
  const name = metadata.name.replace(/^scrip_/, "").replace(/_/g, " ");
  return `\n## ${name.charAt(0).toUpperCase()}${name.slice(1)} program\n\n\`${address}\`\n`;
}

/** The explanation in one line, without what the pages say in columns of their own. */
export function prose(docs: readonly string[] | undefined): string {
  const lines = (docs ?? []).filter((line) => !line.startsWith("**PDA seeds:**"));
  return cell(lines.join(" ").replace(/\[(`[^`]+`)\]/g, "$1").trim());
}

/** A text that stands in a table. */
export function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
}

/** A table of Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(columns) + `|${"---|".repeat(columns.length)}\n` + rows.map(line).join("");
}

/** A type, as Rust writes it. */
export function typeName(type: Type): string {
  if (typeof type === "string") {
    return type === "pubkey" ? "Pubkey" : type === "string" ? "String" : type;
  }
  if ("option" in type) {
    return `Option<${typeName(type.option)}>`;
  }
  if ("vec" in type) {
    return `Vec<${typeName(type.vec)}>`;
  }
  if ("array" in type) {
    return `[${typeName(type.array[0])}; ${type.array[1]}]`;
  }
  return type.defined.name;
}

/** A table of fields. */
export function fieldTable(kind: string, fields: readonly Field[]): string {
  const rows = fields.map((field) => [`\`${field.name}\``, `\`${typeName(field.type)}\``, prose(field.docs)]);
  return table([kind, "type", "what"], rows);
}

/** Eight bytes, as explorers show them. */
export function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
