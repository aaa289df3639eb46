/** A deployment folder brings a cluster to what it says: register, issuer and the shares in its files, once. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issuer } from "@scrip/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDeployment } from "../../migrations/deployment.ts";
import { REPOSITORY } from "../../migrations/programs.ts";
import { apply, dryRun } from "../../migrations/runner.ts";
import type { Context, Step } from "../../migrations/step.ts";
import { assetsStep } from "../../migrations/steps/assets.ts";
import { registryAndIssuerStep } from "../../migrations/steps/registry-and-issuer.ts";
import { airdrop } from "../harness/airdrop.ts";
import { SCRIP, askScrip, buildScrip, newKeyFile } from "../harness/scrip.ts";
import { beginStory } from "../harness/story.ts";

const FUNDS = 10_000_000_000n;
const story = beginStory();
const folder = mkdtempSync(join(tmpdir(), "scrip-deployment-"));
const STEPS: readonly Step[] = [registryAndIssuerStep, assetsStep(SCRIP)];
const said: string[] = [];
let context: Context;

beforeAll(async () => {
  await buildScrip();
  // A copy: the keys of the mints are kept beside the files.
  cpSync(join(REPOSITORY, "deployment/example"), folder, { recursive: true });
  const { signer, file } = await newKeyFile(folder, "admin");
  await airdrop(story.chain.rpc, signer.address, FUNDS);
  const { rpc } = story.chain;
  const deployment = readDeployment(folder);
  context = { rpc, url: story.validator.rpcUrl, keypair: file, authority: signer, deployment, say: (line) => said.push(line) };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const left = async () => [...(await dryRun(STEPS, context)).values()].reduce((sum, tasks) => sum + tasks.length, 0);

test("what the folder says is done once, and a second run finds nothing to do", async () => {
  const [company] = await issuer.findIssuerPda({ creator: context.authority.address, index: 0 });
  expect(await left()).toBeGreaterThan(0);
  expect((await issuer.fetchMaybeIssuer(context.rpc, company)).exists).toBe(false);
  await apply(STEPS, context);
  expect(await left()).toBe(0);
  const listed = () => askScrip<{ symbol: string; mint: string }[]>(context.url, "--keypair", context.keypair, "asset", "list");
  const shares = await listed();
  expect(shares.map(({ symbol }) => symbol)).toEqual(["AAPLx", "TSLAx"]);
  await apply(STEPS, context);
  expect(await listed()).toEqual(shares);
});
