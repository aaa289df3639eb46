/**
 * `npm run migrate -- [--deployment FOLDER] [--url URL] [--keypair FILE] [--yes]` brings a cluster to what this
 * repository and a deployment folder say: programs, registry and issuer, account layouts, assets.
 *
 * Without `--yes` it only says what it would do. See docs/migrations.md.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSolanaRpc } from "@solana/kit";
import { readDeployment } from "./deployment.ts";
import { journalFile } from "./journal.ts";
import { readKeypair } from "./keypair.ts";
import { REPOSITORY, requireArtefacts } from "./programs.ts";
import { apply, dryRun } from "./runner.ts";
import type { Context, Step } from "./step.ts";
import { accountLayoutsStep } from "./steps/account-layouts.ts";
import { assetsStep } from "./steps/assets.ts";
import { programsStep } from "./steps/programs.ts";
import { registryAndIssuerStep } from "./steps/registry-and-issuer.ts";

/** In the order in which they are applied. A new step comes last and takes the next number. */
const STEPS: readonly Step[] = [programsStep(), registryAndIssuerStep, accountLayoutsStep, assetsStep()];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      deployment: { type: "string", default: process.env.SCRIP_DEPLOYMENT ?? join(REPOSITORY, "deployment/example") },
      url: { type: "string", default: process.env.SCRIP_RPC_URL ?? "http://127.0.0.1:8899" },
      keypair: { type: "string", default: process.env.SCRIP_KEYPAIR ?? join(REPOSITORY, ".run/localnet-payer.json") },
      yes: { type: "boolean", default: false },
    },
  });
  const deployment = readDeployment(values.deployment);
  requireArtefacts();
  const rpc = createSolanaRpc(values.url);
  const genesis = await rpc.getGenesisHash().send().catch(() => {
    throw new Error(`no validator answers at ${values.url}: start one with \`make validator\` or pass --url`);
  });
  if (deployment.genesis !== undefined && deployment.genesis !== genesis) {
    throw new Error(`${values.url} is the cluster ${genesis}, and the deployment is for ${deployment.genesis}: pass another --url`);
  }
  const authority = await readKeypair(values.keypair);
  const say = (line: string) => console.log(line);
  const context: Context = { rpc, url: values.url, keypair: values.keypair, authority, deployment, say };
  if (values.yes) {
    const done = await apply(STEPS, context);
    say(done === 0 ? "nothing to do" : `applied ${done}; the journal is ${journalFile(genesis)}`);
    return;
  }
  const left = await dryRun(STEPS, context);
  say([...left.values()].flat().length === 0 ? "nothing to do" : "dry run: pass --yes to carry this out");
}

main().catch((error: unknown) => {
  console.error(`migrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
