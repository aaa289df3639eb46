/** The page of events. */
import { type Program, definition } from "./idl.ts";
import { fieldTable, heading, hex, programHeading, prose } from "./text.ts";

const INTRODUCTION = `An event is an instruction that a program gives itself: among the inner instructions of a transaction, one of the program
whose data begins with \`e445a52e51cb9a1d\`, then the event's discriminator, then its fields (Borsh). Nobody else can give
the program such an instruction, and no log can be cut off before it. Both client libraries decode them: \`ScripEvent\` in
Rust, \`decodeEvents\` in TypeScript.`;

export function eventsPage(programs: readonly Program[]): string {
  const pages = programs.map((program) => {
    const sections = program.events.map(({ name, discriminator }) => {
      const event = definition(program, name);
      const fields = event.type.kind === "struct" ? (event.type.fields ?? []) : [];
      return `\n### ${name}\n\n${prose(event.docs)} Discriminator: \`${hex(discriminator)}\`.\n\n${fieldTable("field", fields)}`;
    });
    return programHeading(program) + sections.join("");
  });
  return heading("Events", INTRODUCTION) + pages.join("");
}
