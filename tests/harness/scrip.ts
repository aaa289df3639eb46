/** The command line, run as people run it: the compiled `scrip`, against the story's validator. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type KeyPairSigner, createKeyPairSignerFromPrivateKeyBytes, getAddressEncoder } from "@solana/kit";
import { REPOSITORY } from "../../migrations/programs.ts";

const run = promisify(execFile);

/** Where the compiled command line is. */
export const SCRIP = join(REPOSITORY, "target/debug/scrip");

/** Compiles the command line, which `make test` has done already. */
export async function buildScrip(): Promise<void> {
  await run("cargo", ["build", "--quiet", "--package", "scrip-cli"], { cwd: REPOSITORY });
}

/** A key, and the file in which the command line finds it. */
export interface FiledKey {
  readonly signer: KeyPairSigner;
  readonly file: string;
}

/** Makes a key in `folder`, in the Solana command line's format. */
export async function newKeyFile(folder: string, name: string): Promise<FiledKey> {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const signer = await createKeyPairSignerFromPrivateKeyBytes(secret);
  const file = join(folder, `${name}.json`);
  const bytes = [...secret, ...getAddressEncoder().encode(signer.address)];
  await writeFile(file, JSON.stringify(bytes), { mode: 0o600 });
  return { signer, file };
}

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `scrip` with these arguments, at a node; never throws. */
export async function runScrip(rpcUrl: string, ...args: readonly string[]): Promise<Ran> {
  try {
    const { stdout, stderr } = await run(SCRIP, ["--url", rpcUrl, ...args], { maxBuffer: 1 << 26 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

/** What a command answers as JSON. Throws with what it complains of. */
export async function askScrip<T>(rpcUrl: string, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await runScrip(rpcUrl, "--output", "json", "--yes", ...args);
  if (code !== 0) {
    throw new Error(`scrip ${args.join(" ")}: ${stderr}`);
  }
  return JSON.parse(stdout) as T;
}
