/**
 * 0004: every asset of the deployment's `assets` folder is on chain as its file says.
 *
 * The command line does it (`scrip apply`): it alone reads the files of assets.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { issuer } from "@scrip/client";
import type { Address } from "@solana/kit";
import { REPOSITORY } from "../programs.ts";
import type { Context, Step, Task } from "../step.ts";

const run = promisify(execFile);

/** Where the compiled command line may be: `make cli`, or what the tests build. */
const PLACES = ["target/cli/scrip", "target/debug/scrip"].map((place) => join(REPOSITORY, place));

/** What `scrip apply` says of one file. */
interface Answer {
  readonly symbol: string;
  readonly result: string;
  /** What was done, or would be. */
  readonly steps: readonly string[];
  /** What somebody else has to do, or time has to bring. */
  readonly waiting: readonly string[];
  readonly transactions: readonly string[];
}

/** The step, with the command line at this path. */
export function assetsStep(scrip: string | undefined = PLACES.find((place) => existsSync(place))): Step {
  return {
    id: "0004-assets",
    look: async (context) => {
      const { assets } = context.deployment;
      if (assets === undefined) {
        return [];
      }
      if (scrip === undefined) {
        throw new Error(`the command line is not built, and ${assets} needs it: run \`make cli\``);
      }
      const company = await issuerOf(context);
      const { exists } = await issuer.fetchMaybeIssuer(context.rpc, company, { commitment: "confirmed" });
      const applying = (flags: readonly string[]) => applyFolder(context, company, scrip, assets, flags);
      if (!exists) {
        return [task(`what ${assets} says, once there is an issuer`, applying)];
      }
      const answers = await applying(["--dry-run"]);
      for (const { symbol, waiting } of answers) {
        waiting.forEach((what) => context.say(`  ${symbol} waits: ${what}`));
      }
      const open = answers.filter(({ steps }) => steps.length > 0);
      const each = open.map(({ symbol, steps }) => `${symbol}: ${steps.join(", ")}`);
      return open.length === 0 ? [] : [task(each.join("; "), applying)];
    },
  };
}

async function issuerOf({ authority, deployment }: Context): Promise<Address> {
  return (await issuer.findIssuerPda({ creator: authority.address, index: deployment.issuerIndex }))[0];
}

/** One task for all: the command line goes through the folder, and skips what is done. */
function task(what: string, applying: (flags: readonly string[]) => Promise<readonly Answer[]>): Task {
  return {
    what,
    // What an asset locks depends on its texts; the command line shows it before it sends.
    lamports: 0n,
    apply: async () => (await applying([])).flatMap(({ transactions }) => transactions),
  };
}

async function applyFolder(
  { url, keypair }: Context,
  company: Address,
  scrip: string,
  folder: string,
  flags: readonly string[],
): Promise<readonly Answer[]> {
  const session = ["--url", url, "--keypair", keypair, "--issuer", company, "--output", "json", "--yes"];
  const { stdout } = await run(scrip, [...session, "apply", folder, ...flags], { maxBuffer: 1 << 26 }).catch((error: unknown) => {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(stderr?.trim() || message);
  });
  const answers: unknown = JSON.parse(stdout);
  if (!Array.isArray(answers)) {
    throw new Error(`${scrip} apply answered ${stdout.slice(0, 80)}: a list is expected; build it anew with \`make cli\``);
  }
  return answers as Answer[];
}
