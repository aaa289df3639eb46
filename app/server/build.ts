/** Builds the page for production and for a local network, each only if its sources have changed. `--force`: anyway. */
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { type Build, isFresh } from "./builds.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
try {
  for (const mode of ["production", "localnet"] satisfies Build[]) {
    if (isFresh(mode) && !process.argv.includes("--force")) {
      console.log(`console: the ${mode} build is up to date`);
      continue;
    }
    await build({ root, mode, logLevel: "warn" });
    console.log(`console: built for ${mode} in app/dist/${mode}`);
  }
} catch (error) {
  console.error(`console: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
