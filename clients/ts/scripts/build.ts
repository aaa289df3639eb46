/**
 * `npm run build:client` makes `clients/ts/dist`, for use outside this repository: an ES module for each source, and
 * its types. Inside the repository everything takes the sources, by the condition `source`.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const clientFolder = fileURLToPath(new URL("../", import.meta.url));
const dist = join(clientFolder, "dist");

/** `from "./x.ts"`, `from "."` and `import("../types")`, as the compiler leaves them. */
const SPECIFIER = /(?<=(?:from|import) ?\(?")\.{1,2}(?:\/[^"]+)?(?=")/g;

/** Node and browsers take neither folders nor the endings of sources. */
function specifyFiles(path: string): void {
  const source = readFileSync(path, "utf8");
  const specified = source.replace(SPECIFIER, (specifier) => {
    const target = specifier.replace(/\.(?:ts|js)$/, "");
    const candidates = [`${target}.js`, `${target}/index.js`];
    const found = candidates.find((candidate) => existsSync(join(dirname(path), candidate)));
    if (!found) {
      throw new Error(`${path} takes ${specifier}, which is not there`);
    }
    return found;
  });
  writeFileSync(path, specified);
}

rmSync(dist, { recursive: true, force: true });
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "--project", clientFolder], { stdio: "inherit" });
if (status === 0) {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|d\.ts)$/.test(name));
  files.map((name) => join(dist, name)).forEach(specifyFiles);
  copyFileSync(join(clientFolder, "../../LICENSE"), join(dist, "LICENSE"));
}
process.exitCode = status ?? 1;
