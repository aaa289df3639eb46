/**
 * `npm run deploy -- [--url URL] [--keypair FILE] [--yes]` deploys or upgrades both programs.
 *
 * Without `--yes` it only says what it would do. It compares the chain with target/deploy/*.so, so it may be
 * interrupted and run again, and does nothing when both are equal. The key pays and is the upgrade authority.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSolanaRpc } from "@solana/kit";
import { execute } from "./execute.ts";
import { readKeypair } from "./keypair.ts";
import { type Plan, plan } from "./plan.ts";
import { PROGRAMS, REPOSITORY, requireArtefacts } from "./programs.ts";

const LAMPORTS_PER_SOL = 1e9;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string", default: process.env.SCRIP_RPC_URL ?? "http://127.0.0.1:8899" },
      keypair: { type: "string", default: process.env.SCRIP_KEYPAIR ?? join(REPOSITORY, ".run/localnet-payer.json") },
      yes: { type: "boolean", default: false },
    },
  });
  requireArtefacts();
  const rpc = createSolanaRpc(values.url);
  await rpc.getHealth().send().catch(() => {
    throw new Error(`no validator answers at ${values.url}: start one with \`npm run validator\` or pass --url`);
  });
  const authority = await readKeypair(values.keypair);
  const plans = await Promise.all(PROGRAMS.map((program) => plan(rpc, program, authority.address)));
  plans.forEach((each) => console.log(describe(each)));
  if (plans.every(({ action }) => action === "nothing")) {
    console.log("nothing to do");
    return;
  }
  const needed = fundsNeeded(plans);
  const { value: balance } = await rpc.getBalance(authority.address, { commitment: "confirmed" }).send();
  console.log(`needs ${sol(needed)} SOL and fees; ${authority.address} has ${sol(balance)} SOL`);
  if (balance < needed) {
    throw new Error(`${authority.address} has ${sol(balance)} SOL: fund it with ${sol(needed - balance)} SOL and fees`);
  }
  if (!values.yes) {
    console.log("dry run: pass --yes to carry this out");
    return;
  }
  for (const each of plans) {
    await execute(rpc, authority, each, (done, total) => showProgress(each.program.name, done, total));
    console.log(`${each.program.name}: the chain holds the artefact`);
  }
}

function describe({ action, artefact, extension, program, rent }: Plan): string {
  const size = `${artefact.length} bytes`;
  const detail = {
    nothing: "up to date",
    deploy: `deploy ${size}, locks ${sol(rent)} SOL`,
    upgrade: `upgrade to ${size}${extension > 0 ? `, extend by ${extension} bytes, locks ${sol(rent)} SOL` : ""}`,
  }[action];
  return `${program.name} ${program.address}: ${detail}`;
}

/** Programs are deployed one after the other, and a buffer's deposit comes back before its program is paid for. */
function fundsNeeded(plans: readonly Plan[]): bigint {
  let locked = 0n;
  let peak = 0n;
  for (const { deposit, rent } of plans) {
    peak = [peak, locked + deposit, locked + rent].reduce((largest, each) => (each > largest ? each : largest));
    locked += rent;
  }
  return peak;
}

function sol(lamports: bigint): string {
  return (Number(lamports) / LAMPORTS_PER_SOL).toFixed(4);
}

let shown = "";

function showProgress(name: string, done: number, total: number): void {
  const line = `${name}: ${done} of ${total} bytes written (${Math.floor((100 * done) / total)} %)`;
  if (line === shown) {
    return;
  }
  shown = line;
  if (process.stdout.isTTY) {
    process.stdout.write(`\r${line}${done === total ? "\n" : ""}`);
  } else {
    console.log(line);
  }
}

main().catch((error: unknown) => {
  console.error(`deploy: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
