/**
 * `npm run generate` renders `idl/*.json` into `clients/ts/src/generated`.
 * `npm run generate:check` renders into a temporary folder and fails when the checked-in files differ.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { differences } from "./differences.ts";
import { renderClients } from "./render.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const idlFolder = join(root, "idl");
const generated = join(root, "clients/ts/src/generated");

async function main(check: boolean): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), "scrip-client-"));
  try {
    const programs = await renderClients(idlFolder, fresh);
    if (check) {
      const differing = differences(fresh, generated);
      if (differing.length > 0) {
        const others = differing.length > 1 ? ` and ${differing.length - 1} more` : "";
        throw new Error(
          `clients/ts/src/generated is not what idl/*.json gives (${differing[0]}${others}): run \`npm run generate\` and commit the result`,
        );
      }
      console.log(`clients/ts/src/generated is up to date (${programs.join(", ")})`);
    } else {
      rmSync(generated, { recursive: true, force: true });
      cpSync(fresh, generated, { recursive: true });
      console.log(`generated clients/ts/src/generated/{${programs.join(",")}}`);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

main(process.argv.includes("--check")).catch((error: unknown) => {
  console.error(`generate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
