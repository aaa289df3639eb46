/** The real loader: deploying, resuming, repeating and upgrading by transactions. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { KeyPairSigner } from "@solana/kit";
import { execute } from "../../migrations/execute.ts";
import { fetchProgram, sameCode } from "../../migrations/loader.ts";
import { plan } from "../../migrations/plan.ts";
import { PROGRAMS, type Program, readArtefact } from "../../migrations/programs.ts";
import { type Chain, connect } from "./chain.ts";
import { type Validator, startValidator } from "./validator.ts";

const FUNDS = 50_000_000_000n;
/** The issuer program is some 800 transactions long: half a minute on an idle machine. */
const LONG_BUILD_TIMEOUT = 240_000;
const [hook, issuer] = PROGRAMS as [Program, Program];
/** Another and longer program at the address of the hook program. */
const longerHook: Program = { ...hook, artefact: issuer.artefact };

// A validator that runs already has the programs.
const suite = process.env.SCRIP_RPC_URL ? test.skip : test;
let validator: Validator;
let chain: Chain;
let authority: KeyPairSigner;

beforeAll(async () => {
  validator = await startValidator({ programs: [] });
  chain = connect(validator.rpcUrl);
  authority = await chain.newWallet(FUNDS);
});

afterAll(() => validator?.stop());

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

suite("a longer build replaces a shorter one", { timeout: LONG_BUILD_TIMEOUT }, async () => {
  const todo = await plan(chain.rpc, longerHook, authority.address);
  expect(todo.action).toBe("upgrade");
  expect(todo.extension).toBeGreaterThan(0);
  await execute(chain.rpc, authority, todo, () => undefined);
  expect(await holds(longerHook)).toBe(true);
});
