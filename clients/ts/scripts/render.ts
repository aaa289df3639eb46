/**
 * Renders the TypeScript client of every program in a folder of Anchor IDLs.
 *
 * The output depends on the IDLs and on the pinned versions of Codama alone, so that a fresh rendering
 * can be compared byte for byte with the one that is checked in.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AnchorIdl, defaultVisitor, rootNodeFromAnchorWithoutDefaultVisitor } from "@codama/nodes-from-anchor";
import { renderVisitor } from "@codama/renderers-js";
import { visit } from "@codama/visitors-core";
import { completeAccounts } from "./accounts.ts";
import { type Idl, flattenArguments, keepEventTypes, nameSeedsAlike } from "./idl.ts";
import { nameSeedsVisitor } from "./pdas.ts";
import { polish } from "./polish.ts";
import { renderErrorTable, renderEvents } from "./tables.ts";

/** Renders `idlFolder/<program>.json` into `outFolder/<program>/` and returns the folder names, sorted. */
export async function renderClients(idlFolder: string, outFolder: string): Promise<string[]> {
  const idlFiles = readdirSync(idlFolder).filter((file) => file.endsWith(".json")).sort();
  if (idlFiles.length === 0) {
    throw new Error(`no IDL in ${idlFolder}: run \`make idl\` first`);
  }
  const names: string[] = [];
  for (const file of idlFiles) {
    const idl = JSON.parse(readFileSync(join(idlFolder, file), "utf8")) as Idl;
    const name = clientName(idl.metadata.name);
    const folder = join(outFolder, name);
    const prepared = keepEventTypes(flattenArguments(nameSeedsAlike(completeAccounts(idl))));
    const named = visit(rootNodeFromAnchorWithoutDefaultVisitor(prepared as AnchorIdl), nameSeedsVisitor());
    if (named?.kind !== "rootNode") {
      throw new Error(`${file} did not give a program`);
    }
    await visit(
      visit(named, defaultVisitor()),
      renderVisitor(outFolder, { generatedFolder: name, kitImportStrategy: "rootOnly", syncPackageJson: false }),
    );
    inferPluginType(join(folder, "programs"));
    polish(folder);
    writeFileSync(join(folder, "errorTable.ts"), renderErrorTable(idl));
    writeFileSync(join(folder, "events.ts"), renderEvents(idl));
    names.push(name);
  }
  return names;
}

/** `scrip_transfer_hook` becomes `transferHook`. */
function clientName(program: string): string {
  return program.replace(/^scrip_/, "").replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Removes the return type that renderers-js 2.2 writes for the program's client plugin: it claims less than
 * `extendClient` of kit 8 returns and does not compile. The inferred type is the right one.
 */
function inferPluginType(folder: string): void {
  const wrongType = /\): Omit<T, "\w+"> & \{\s*\w+: \w+;?\s*\} => \{/g;
  for (const file of readdirSync(folder).filter((name) => name !== "index.ts")) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    const found = source.match(wrongType)?.length ?? 0;
    if (found !== 1) {
      throw new Error(`${file}: found ${found} client plugins where 1 was expected: the pinned Codama has changed`);
    }
    writeFileSync(path, source.replace(wrongType, ") => {"));
  }
}
