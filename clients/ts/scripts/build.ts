/**
 * `npm run build:client` makes `clients/ts/dist`, for use outside this repository: one ES module and its types.
 * Inside the repository everything takes the sources, by the condition `source`.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const clientFolder = fileURLToPath(new URL("../", import.meta.url));

rmSync(join(clientFolder, "dist"), { recursive: true, force: true });
// Bundled, because Codama imports folders, which Node does not resolve.
await build({
  absWorkingDir: clientFolder,
  entryPoints: ["src/index.ts"],
  outfile: "dist/index.js",
  bundle: true,
  format: "esm",
  packages: "external",
  target: "es2022",
});
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "--project", clientFolder], { stdio: "inherit" });
process.exitCode = status ?? 1;
