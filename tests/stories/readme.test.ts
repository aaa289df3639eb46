/** The README's quick start for an issuer, command by command as it stands there, against the story's validator. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REPOSITORY } from "../../migrations/programs.ts";
import { SCRIP, askScrip, buildScrip } from "../harness/scrip.ts";
import { beginStory } from "../harness/story.ts";

const run = promisify(execFile);
const SECTION = "## Quick start for an issuer";
/** What the first two blocks do: a validator, the command line, the folder. Here the story does it. */
const SET_UP = 2;
const UNTIL_THE_SPLIT = 120n;

const story = beginStory();
const folder = mkdtempSync(join(tmpdir(), "scrip-readme-"));
const exported: Record<string, string> = {};

beforeAll(async () => {
  await buildScrip();
  cpSync(join(REPOSITORY, "examples/desk"), folder, { recursive: true });
  symlinkSync(SCRIP, join(folder, "scrip"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function commands(): string[][] {
  const readme = readFileSync(join(REPOSITORY, "README.md"), "utf8");
  const [, section = ""] = readme.split(SECTION);
  const blocks = [...(section.split("\n## ")[0] ?? "").matchAll(/```sh\n([\s\S]*?)```/g)];
  return blocks.slice(SET_UP).map(([, block = ""]) => block.trimEnd().split("\n"));
}

/** Runs one line of the README in the folder, with what was exported before. */
async function shell(line: string): Promise<string> {
  const env = { ...process.env, ...exported, PATH: `${folder}${delimiter}${process.env.PATH}`, SCRIP_RPC_URL: story.validator.rpcUrl };
  const { stdout } = await run("bash", ["-euo", "pipefail", "-c", line], { cwd: folder, env });
  return stdout;
}

/** What the reader does with a line: types it, copies an address into it, says yes, or waits. */
async function follow(line: string): Promise<string> {
  if (line.startsWith("export SCRIP_ISSUER=<")) {
    const { issuer } = JSON.parse(await shell("scrip issuer show --output json")) as { issuer: string };
    exported.SCRIP_ISSUER = issuer;
    return issuer;
  }
  const [, name, value] = /^export (\w+)=(\S+)/.exec(line) ?? [];
  if (name && value) {
    exported[name] = value;
    return value;
  }
  if (line.startsWith("scrip action settle")) {
    await story.validator.timeTravel((await story.chain.now()) + UNTIL_THE_SPLIT);
  }
  return shell(line.replace("scrip redeem", "scrip redeem --yes"));
}

test("every command of the quick start does what the README says", async () => {
  const said: string[] = [];
  for (const line of commands().flat()) {
    said.push(`$ ${line}\n${await follow(line)}`);
  }
  const told = (command: string) => said.filter((each) => each.startsWith(`$ ${command}`)).join("\n");
  expect(told("scrip holder import")).toMatch(/written +100\b/);
  expect(told("scrip transfer check")).toContain("6100");
  const named = ["--issuer", exported.SCRIP_ISSUER ?? ""];
  const status = await askScrip<Record<string, unknown>>(story.validator.rpcUrl, ...named, "status", "AAPLx");
  expect(status).toMatchObject({ supply_shares: "360", multiplier: "4", trading: "open" });
});
