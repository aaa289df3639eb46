/** The snapshot tool, run as people run it: the compiled `scrip`, against the story's validator. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Address } from "@solana/kit";
import { REPOSITORY } from "../../migrations/programs.ts";

const run = promisify(execFile);

/** Compiles the tool, which after the Rust tests is there already. */
export async function buildTool(): Promise<void> {
  await run("cargo", ["build", "--quiet", "--package", "scrip-cli"], { cwd: REPOSITORY });
}

/** `scrip snapshot ...`; what it prints. Fails with what it complains of. */
export async function snapshot(...options: readonly string[]): Promise<string> {
  const { stdout } = await run(join(REPOSITORY, "target/debug/scrip"), ["snapshot", ...options]);
  return stdout;
}

export interface Leaf {
  readonly owner: Address;
  readonly raw: bigint;
}

/** Who is entitled, and for how much. */
export async function leavesOf(directory: string): Promise<Leaf[]> {
  const [, ...lines] = (await readFile(join(directory, "leaves.csv"), "utf8")).trimEnd().split("\n");
  return lines.map((line) => {
    const [, owner, raw] = line.split(",");
    return { owner: owner as Address, raw: BigInt(raw ?? "") };
  });
}
