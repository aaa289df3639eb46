/** The real loader: deploying, resuming, repeating and upgrading by transactions. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeyPairSigner } from "@solana/kit";
import { execute } from "../../migrations/execute.ts";
import { fetchProgram, sameCode } from "../../migrations/loader.ts";
import { plan } from "../../migrations/plan.ts";
import { PROGRAMS, type Program, readArtefact } from "../../migrations/programs.ts";
import { type Chain, connect } from "./chain.ts";
import { type Validator, startValidator } from "./validator.ts";

const FUNDS = 50_000_000_000n;
const [hook] = PROGRAMS as [Program];
/** The hook program as a build with more behind its code would be; zeros would be no difference. */
const longerHook: Program = { ...hook, artefact: join(mkdtempSync(join(tmpdir(), "scrip-deploy-")), "longer.so") };
const LONGER_BY = 30_000;

// A validator that runs already has the programs.
const suite = process.env.SCRIP_RPC_URL ? test.skip : test;
let validator: Validator;
let chain: Chain;
let authority: KeyPairSigner;

beforeAll(async () => {
  writeFileSync(longerHook.artefact, Buffer.concat([readArtefact(hook), Buffer.alloc(LONGER_BY, 1)]));
  validator = await startValidator({ programs: [] });
  chain = connect(validator.rpcUrl);
  authority = await chain.newWallet(FUNDS);
});

afterAll(async () => {
  rmSync(dirname(longerHook.artefact), { recursive: true, force: true });
  await validator?.stop();
});

async function holds(program: Program): Promise<boolean> {
  const deployed = await fetchProgram(chain.rpc, program.address);
  return deployed !== undefined && sameCode(deployed.code, readArtefact(program));
}

suite("an interrupted deployment is taken up where it stopped", async () => {
  const todo = await plan(chain.rpc, hook, authority.address);
  expect(todo.action).toBe("deploy");
  const interrupt = (done: number) => {
    if (done > 0) {
      throw new Error("interrupted");
    }
  };
  await expect(execute(chain.rpc, authority, todo, interrupt)).rejects.toThrow("interrupted");
  const progress: number[] = [];
  await execute(chain.rpc, authority, await plan(chain.rpc, hook, authority.address), (done) => progress.push(done));
  expect(progress[0]).toBeGreaterThan(0);
  expect(await holds(hook)).toBe(true);
});

suite("a deployed program needs nothing", async () => {
  expect(await plan(chain.rpc, hook, authority.address)).toMatchObject({ action: "nothing", rent: 0n, deposit: 0n });
});

suite("only the upgrade authority can plan an upgrade", async () => {
  const stranger = await chain.newWallet();
  await expect(plan(chain.rpc, longerHook, stranger.address)).rejects.toThrow(`its upgrade authority is ${authority.address}`);
});

suite("a longer build replaces a shorter one", async () => {
  const todo = await plan(chain.rpc, longerHook, authority.address);
  expect(todo.action).toBe("upgrade");
  expect(todo.extension).toBe(LONGER_BY);
  await execute(chain.rpc, authority, todo, () => undefined);
  expect(await holds(longerHook)).toBe(true);
});
