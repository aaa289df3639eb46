/** What is published: its files, its types for those who have no sources, and that a browser can run it. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { type KnownTransfer, transferKnown } from "@scrip/client";
import { type Address, createNoopSigner } from "@solana/kit";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const client = join(root, "clients/ts");
/** Inside the repository, so that packages are found as a consumer finds them. */
mkdirSync(join(root, "target"), { recursive: true });
const consumer = mkdtempSync(join(root, "target/consumer-"));

beforeAll(() => {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: client, stdio: "inherit" });
}, 240_000);
afterAll(() => rmSync(consumer, { recursive: true, force: true }));

test("only what is built is published", () => {
  const packed = execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: client, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !path.startsWith("dist/"))).toEqual(["README.md", "package.json"]);
  expect(paths).toContain("dist/LICENSE");
  expect(paths.filter((path) => /^dist\/.*(?<!\.js|\.d\.ts|LICENSE)$/.test(path))).toEqual([]);
});

/** Uses a value, a type, a generated type, and an event by its name. */
const CONSUMER = `
import { type ScripEvent, type TransferVerdict, canTransfer, formatShares, transferHook } from "@scrip/client";
export const shown: string = formatShares(1_250_000_000n);
export const ask: (...details: Parameters<typeof canTransfer>) => Promise<TransferVerdict> = canTransfer;
export const limit = (policy: transferHook.Policy): bigint => policy.maxTransfer;
export function mintOf(event: ScripEvent): string | undefined {
  return event.name === "AssetCreated" ? event.data.mint : undefined;
}
// @ts-expect-error an amount is never a number
formatShares(1);
`;

test.each([
  ["ESNext", "bundler"],
  ["NodeNext", "nodenext"],
])("the types resolve for others, module %s", (module, moduleResolution) => {
  const source = join(consumer, `${module}.ts`);
  writeFileSync(source, CONSUMER);
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }');
  const project = join(consumer, `${module}.json`);
  const compilerOptions = { target: "es2022", module, moduleResolution, lib: ["es2023", "dom"], types: [], skipLibCheck: true, noEmit: true, strict: true };
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [source] }));
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [compiler, "--project", project], { encoding: "utf8" });
  expect([status, stdout]).toEqual([0, ""]);
}, 120_000);

async function bundle(external: readonly string[]) {
  const entry = { contents: 'export { canTransfer, transferKnown, transferShares } from "@scrip/client";', resolveDir: client };
  const { outputFiles } = await build({
    stdin: entry,
    bundle: true,
    minify: true,
    write: false,
    platform: "browser",
    format: external.length > 0 ? "esm" : "iife",
    globalName: "scrip",
    external: [...external],
  });
  return outputFiles[0]?.text ?? "";
}

/** Kilobytes after gzip that asking and transferring may cost a wallet, beside kit. */
const MOST_KILOBYTES = 14;

test("a browser loads what it uses, and that is little", async () => {
  const text = await bundle(["@solana/kit"]);
  const kilobytes = gzipSync(text).length / 1_000;
  console.log(`canTransfer and transferShares: ${kilobytes.toFixed(1)} kB after gzip, beside kit`);
  expect(kilobytes).toBeLessThan(MOST_KILOBYTES);
  expect(text).not.toMatch(/\bprocess\.|\bBuffer\b|"node:/);
});

test("it runs where there is nothing of Node", async () => {
  const [mint, policy, registry, from] = ADDRESSES;
  const details = { share: { mint, policy, registry }, from, to: registry, amount: 5n, authority: createNoopSigner(from) };
  const { crypto, fetch, TextEncoder, TextDecoder, URL, AbortController } = globalThis;
  const browser = createContext({ isSecureContext: true, crypto, fetch, TextEncoder, TextDecoder, URL, AbortController });
  runInContext(await bundle([]), browser);
  const transfer = runInContext("scrip.transferKnown", browser) as (details: KnownTransfer) => Promise<unknown>;
  expect(runInContext("typeof process + typeof Buffer + typeof require", browser)).toBe("undefined".repeat(3));
  // Arrays of another realm are other arrays to `toEqual`.
  expect(JSON.stringify(await transfer(details))).toBe(JSON.stringify(await transferKnown(details)));
});

const ADDRESSES = [
  "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL",
  "4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG",
  "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb",
  "ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL",
] as [Address, Address, Address, Address];
