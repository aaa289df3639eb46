/** The migration runner: what it says, what it does, and that it may be stopped anywhere and run again. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Permission, issuer, transferHook } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner, getBase16Encoder } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDeployment } from "../../migrations/deployment.ts";
import { fetchProgram, sameCode } from "../../migrations/loader.ts";
import { PROGRAMS, type Program, REPOSITORY, readArtefact } from "../../migrations/programs.ts";
import { apply, dryRun } from "../../migrations/runner.ts";
import type { Context, Step } from "../../migrations/step.ts";
import { accountLayoutsStep } from "../../migrations/steps/account-layouts.ts";
import { programsStep } from "../../migrations/steps/programs.ts";
import { registryAndIssuerStep } from "../../migrations/steps/registry-and-issuer.ts";
import { airdrop } from "./airdrop.ts";
import { type Chain, connect } from "./chain.ts";
import { setAccount } from "./set-account.ts";
import { type Validator, startValidator } from "./validator.ts";

const FUNDS = 50_000_000_000n;
const LONGER_BY = 30_000;
const [hook] = PROGRAMS as [Program];
const folder = mkdtempSync(join(tmpdir(), "scrip-migrations-"));
const STEPS: readonly Step[] = [programsStep(), registryAndIssuerStep, accountLayoutsStep];

// A validator that runs already has the programs.
const suite = process.env.SCRIP_RPC_URL ? test.skip : test;
let validator: Validator;
let chain: Chain;
let authority: KeyPairSigner;
let member: Address;
let context: Context;
let said: string[] = [];

beforeAll(async () => {
  authority = await generateKeyPairSigner();
  validator = await startValidator({ upgradeAuthority: authority.address });
  chain = connect(validator.rpcUrl);
  await airdrop(chain.rpc, authority.address, FUNDS);
  const keys = await Promise.all([1, 2, 3].map(async () => (await generateKeyPairSigner()).address));
  member = keys[0] as Address;
  const deployment = [
    `[[staff]]\nkey = "${member}"\npermissions = ["mint", "check"]`,
    `[[registrar]]\nkey = "${keys[1]}"\npermissions = ["onboard"]\nexpires = 2099-12-31T23:59:59Z`,
    `[[custodian]]\nkey = "${keys[2]}"`,
  ].join("\n");
  context = {
    rpc: chain.rpc,
    url: validator.rpcUrl,
    keypair: "",
    authority,
    deployment: readDeployment(written(deployment)),
    say: (line) => said.push(line),
  };
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await validator?.stop();
});

/** A deployment folder with this deployment.toml. */
function written(text: string): string {
  const place = join(folder, crypto.randomUUID());
  mkdirSync(place);
  writeFileSync(join(place, "deployment.toml"), text);
  return place;
}

async function tasks(steps: readonly Step[] = STEPS): Promise<Record<string, number>> {
  const left = await dryRun(steps, context);
  return Object.fromEntries([...left].map(([id, each]) => [id, each.length]));
}

/** Stops the run, as a kill would, at the first line that begins like this. */
function stoppingAt(beginning: string): Context {
  const say = (line: string) => {
    if (line.startsWith(beginning)) {
      throw new Error("stopped");
    }
  };
  return { ...context, say };
}

async function balance(): Promise<bigint> {
  return (await chain.rpc.getBalance(authority.address, { commitment: "confirmed" }).send()).value;
}

async function company(): Promise<Address> {
  return (await issuer.findIssuerPda({ creator: authority.address, index: 0 }))[0];
}

suite("a dry run says all and changes nothing", async () => {
  expect(await tasks()).toEqual({ "0001-programs": 0, "0002-registry-and-issuer": 5, "0003-account-layouts": 0 });
  expect(said.some((line) => line.includes(`grant a role to ${member}`))).toBe(true);
  expect(await balance()).toBe(FUNDS);
  expect((await issuer.fetchMaybeIssuer(chain.rpc, await company())).exists).toBe(false);
});

suite("stopped after any task, it goes on where it stopped, and then has nothing to do", async () => {
  let runs = 0;
  for (let left = 5; left > 0; left -= 1) {
    await expect(apply(STEPS, stoppingAt("  done: "))).rejects.toThrow("stopped");
    runs += 1;
    const open = Object.values(await tasks()).reduce((sum, each) => sum + each, 0);
    expect(open).toBe(left - 1);
  }
  expect(runs).toBe(5);
  const before = await balance();
  expect(await apply(STEPS, context)).toBe(0);
  expect(await balance()).toBe(before);
  const [role] = await issuer.findRolePda({ issuer: await company(), member });
  const { data } = await issuer.fetchRole(chain.rpc, role);
  expect(data.permissions).toBe(Permission.Mint | Permission.Check);
  const [registry] = await transferHook.findRegistryPda({ creator: authority.address, index: 0 });
  expect((await issuer.fetchIssuer(chain.rpc, await company())).data.registry).toBe(registry);
});

suite("accounts of version 1 are converted, each once", async () => {
  const file = join(REPOSITORY, "tests/svm/fixtures/version-1.json");
  const taken: { name: string; address: Address; owner: Address; data: string }[] = JSON.parse(readFileSync(file, "utf8"));
  const old = taken.filter(({ name }) => /: (asset|action \d)$/.test(name));
  expect(old).toHaveLength(4);
  for (const { address, owner, data } of old) {
    await setAccount(validator.rpcUrl, address, owner, getBase16Encoder().encode(data));
  }
  expect(await tasks()).toMatchObject({ "0002-registry-and-issuer": 0, "0003-account-layouts": 4 });
  expect(await apply(STEPS, context)).toBe(4);
  expect(await tasks()).toMatchObject({ "0003-account-layouts": 0 });
  const [share, history] = old as [(typeof old)[0], (typeof old)[0]];
  const asset = (await issuer.fetchAsset(chain.rpc, share.address)).data;
  expect(asset).toMatchObject({ version: 2, splitMax: 20, reverseSplitMax: 0, bonusMaxBps: 0, defaultElection: 1 });
  expect((await issuer.fetchAsset(chain.rpc, history.address)).data).toMatchObject({ actionCount: 2, multiplierChanges: 2 });
});

suite("another build is an upgrade, also when it is stopped while code is written", { timeout: 300_000 }, async () => {
  const longer: Program = { ...hook, artefact: join(folder, "longer.so") };
  writeFileSync(longer.artefact, Buffer.concat([readArtefact(hook), Buffer.alloc(LONGER_BY, 1)]));
  const steps = [programsStep([longer])];
  expect(await tasks(steps)).toEqual({ "0001-programs": 1 });
  expect(said.join("\n")).toContain(`upgrade ${hook.name} ${hook.address}`);
  await expect(apply(steps, stoppingAt(`  ${hook.name}: `))).rejects.toThrow("stopped");
  expect(await apply(steps, context)).toBe(1);
  const deployed = await fetchProgram(chain.rpc, hook.address);
  expect(deployed && sameCode(deployed.code, readArtefact(longer))).toBe(true);
  expect(await apply(steps, context)).toBe(0);
});

suite("what somebody has decided otherwise is not undone", async () => {
  const text = `[[staff]]\nkey = "${member}"\npermissions = ["mint"]`;
  const other = { ...context, deployment: readDeployment(written(text)) };
  await expect(dryRun([registryAndIssuerStep], other)).rejects.toThrow(`role of ${member} has permissions 129`);
});

test("a deployment that is not understood is refused by name", () => {
  const key = "11111111111111111111111111111111";
  const faults: [string, string][] = [
    ["[isuer]\nindex = 0", 'the file has the unknown field "isuer"'],
    ["[issuer]\nindex = 70000", "index of [issuer] is 70000: 0 to 65535"],
    [`[[staff]]\nkey = "me"\npermissions = ["mint"]`, 'key of [[staff]] is "me"'],
    [`[[staff]]\nkey = "${key}"\npermissions = ["burn"]`, 'has the permission "burn"'],
    [`[[staff]]\nkey = "${key}"\npermissions = []`, "must be a list of mint"],
    [`[[registrar]]\nkey = "${key}"\npermissions = ["onboard"]`, "needs expires"],
    [`[[custodian]]\nkey = "${key}"\n[[custodian]]\nkey = "${key}"`, "is there twice"],
    ["[issuer", "deployment.toml: "],
  ];
  for (const [text, complaint] of faults) {
    expect(() => readDeployment(written(text)), text).toThrow(complaint);
  }
  expect(() => readDeployment(join(folder, "nowhere"))).toThrow("copy deployment/example");
  expect(readDeployment(join(REPOSITORY, "deployment/example")).assets).toBeDefined();
});
