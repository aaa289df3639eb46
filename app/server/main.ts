/** `npm run console -- FILE`: serves the built console with a configuration file, on loopback. */
import { readFileSync } from "node:fs";
import { readConfig } from "../src/config.ts";
import { requireFresh } from "./builds.ts";
import { serveConsole } from "./serve.ts";

const [file, port] = process.argv.slice(2);
try {
  if (!file) {
    throw new Error("name the configuration: npm run console -- console.json [port]; docs/console.md says what is in it");
  }
  if (port !== undefined && !/^\d{1,5}$/.test(port)) {
    throw new Error(`the port is ${port}, and has to be a number from 0 to 65535; 0 or none: a free one`);
  }
  const config = readConfig(JSON.parse(readFileSync(file, "utf8")));
  const build = config.cluster === "localnet" ? "localnet" : "production";
  requireFresh(build);
  const { url } = await serveConsole({ build, config, port: port ? Number(port) : undefined });
  console.log(`console of ${config.name}: ${url}`);
} catch (error) {
  console.error(`console: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
