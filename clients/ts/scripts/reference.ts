/**
 * `npm run reference` writes `docs/reference/*.md` from `idl/*.json`.
 * `npm run reference:check` fails when the checked-in pages are not what the IDLs give.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { accountsPage } from "./reference/accounts.ts";
import { errorsPage } from "./reference/errors.ts";
import { eventsPage } from "./reference/events.ts";
import { type Program, readPrograms } from "./reference/idl.ts";
import { instructionsPage } from "./reference/instructions.ts";
import { refusalsPage } from "./reference/refusals.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(root, "docs/reference");

const PAGES: Readonly<Record<string, (programs: readonly Program[]) => string>> = {
  "instructions.md": instructionsPage,
  "accounts.md": accountsPage,
  "events.md": eventsPage,
  "refusals.md": refusalsPage,
  "errors.md": errorsPage,
};

function main(check: boolean): void {
  const programs = readPrograms(join(root, "idl"));
  const pages = new Map(Object.entries(PAGES).map(([name, page]) => [name, page(programs)]));
  // The folder `typescript` beside them is typedoc's.
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md")) : [];
  const stray = present.filter((name) => !pages.has(name));
  const differing = [...pages].filter(([name, text]) => read(name) !== text).map(([name]) => name);
  if (check) {
    const [first] = [...differing, ...stray];
    if (first) {
      throw new Error(`docs/reference/${first} is not what idl/*.json gives: run \`npm run reference\` and commit the result`);
    }
    console.log(`docs/reference is up to date (${pages.size} pages)`);
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of stray) {
    rmSync(join(folder, name));
  }
  for (const name of differing) {
    writeFileSync(join(folder, name), pages.get(name) ?? "");
  }
  console.log(`docs/reference: ${differing.length} of ${pages.size} pages written`);
}

function read(name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

try {
  main(process.argv.includes("--check"));
} catch (error) {
  console.error(`reference: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
