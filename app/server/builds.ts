/** The builds of the page, and whether they are of the sources as they are now. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { IDLS } from "./notes.ts";

/** `localnet` has the code for wallets that the page holds itself. */
export type Build = "production" | "localnet";

const APP = fileURLToPath(new URL("..", import.meta.url));
const CLIENT = fileURLToPath(new URL("../../clients/ts/src", import.meta.url));
const SOURCES = [join(APP, "src"), join(APP, "public"), CLIENT];
const FILES = [join(APP, "index.html"), join(APP, "vite.config.ts"), join(APP, "package.json"), join(APP, "server/notes.ts"), ...IDLS];

export function folderOf(build: Build): string {
  return join(APP, "dist", build);
}

/** Whether it is there, and newer than every source. */
export function isFresh(build: Build): boolean {
  const page = join(folderOf(build), "index.html");
  if (!existsSync(page)) {
    return false;
  }
  const built = statSync(page).mtimeMs;
  const sources = SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)));
  return [...sources, ...FILES].every((path) => statSync(path).mtimeMs <= built);
}

/** @throws Error if it is not there or older than its sources. */
export function requireFresh(build: Build): string {
  if (!isFresh(build)) {
    throw new Error(`the ${build} build of the console is missing or older than its sources: run npm run build:console`);
  }
  return folderOf(build);
}
