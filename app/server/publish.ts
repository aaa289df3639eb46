/** `npm run console:publish -- console.json FOLDER`: a folder for any host of files, with configuration and policy in it. */
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readConfig } from "../src/config.ts";
import { requireFresh } from "./builds.ts";
import { withPolicy } from "./policy.ts";

/** Writes into a folder that is new, empty, or was written before. */
export function publish(configFile: string, folder: string): string {
  const config = readConfig(JSON.parse(readFileSync(configFile, "utf8")));
  if (config.wallets) {
    throw new Error(`${configFile}: wallets holds secret keys, and whoever opens the page could read them: take it out`);
  }
  const target = resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, "config.json"))) {
    throw new Error(`${target} holds other files: name a folder that is new, empty, or holds a published console`);
  }
  const build = requireFresh("production");
  // Files of builds before this one have other names.
  rmSync(join(target, "assets"), { recursive: true, force: true });
  cpSync(build, target, { recursive: true });
  writeFileSync(join(target, "config.json"), `${JSON.stringify(config, undefined, 2)}\n`);
  writeFileSync(join(target, "index.html"), withPolicy(readFileSync(join(build, "index.html"), "utf8"), config));
  return target;
}

const [configFile, folder] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename) {
  try {
    if (!configFile || !folder) {
      throw new Error("name the configuration and the folder: npm run console:publish -- console.json FOLDER");
    }
    console.log(`the console is in ${publish(configFile, folder)}`);
  } catch (error) {
    console.error(`console: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
