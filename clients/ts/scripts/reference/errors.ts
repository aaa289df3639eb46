/** The page of the programs' errors. */
import type { Program } from "./idl.ts";
import { isRefusal } from "./refusals.ts";
import { cell, heading, programHeading, table } from "./text.ts";

const INTRODUCTION = `What the instructions fail with when they refuse something. Why a transfer is refused is in [refusals](refusals.md). The
two programs share one set of numbers, and a number never gets another meaning. Numbers from 100 to 5999 are those of the
Anchor framework: an account is missing, of another type, or does not sign. Below 100 they are Token-2022's.`;

export function errorsPage(programs: readonly Program[]): string {
  const pages = programs.map((program) => {
    const errors = program.errors.filter(({ code }) => !isRefusal(code));
    const rows = errors.map(({ code, name, msg }) => [`${code}`, `\`${name}\``, cell(msg)]);
    return `${programHeading(program)}\n${table(["code", "name", "sentence"], rows)}`;
  });
  return heading("Errors", INTRODUCTION) + pages.join("");
}
