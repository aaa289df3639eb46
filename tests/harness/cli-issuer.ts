/** An issuer that is run by the command line: a validator, a folder with a key for everybody, and files of shares. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RegistrarPermission, transferHook } from "@scrip/client";
import type { Address } from "@solana/kit";
import { afterAll, beforeAll, expect } from "vitest";
import { airdrop } from "./airdrop.ts";
import { type Chain, connect } from "./chain.ts";
import { type Market, YEAR } from "./market.ts";
import { onboard } from "./register.ts";
import { type FiledKey, askScrip, buildScrip, newKeyFile, runScrip } from "./scrip.ts";
import { type Validator, startValidator } from "./validator.ts";

const FUNDS = 100_000_000_000n;

export interface CliIssuer {
  validator: Validator;
  chain: Chain;
  folder: string;
  /** Of the first issuer that `admin` opens. */
  issuer: Address;
  registry: Address;
  admin: FiledKey;
  minter: FiledKey;
  desk: FiledKey;
  checker: FiledKey;
  vault: FiledKey;
  alice: FiledKey;
  /** What a command answers to somebody who says yes to everything. */
  ask<T = Record<string, unknown>>(who: FiledKey, ...args: readonly string[]): Promise<T>;
  /** What a command complains of to somebody who says nothing. */
  complaint(who: FiledKey, ...args: readonly string[]): Promise<string>;
}

/** What comes of a file. */
export interface Outcome {
  readonly symbol: string;
  readonly mint: Address;
  readonly result: string;
  readonly steps: string[];
  readonly waiting: string[];
  readonly transactions: string[];
}

/** Starts before all tests of the file; what it returns is filled by then. */
export function beginCliIssuer(): CliIssuer {
  const world = {} as CliIssuer;
  const options = (who: FiledKey) => ["--keypair", who.file, ...(world.issuer ? ["--issuer", world.issuer] : [])];
  world.ask = (who, ...args) => askScrip(world.validator.rpcUrl, ...options(who), ...args);
  world.complaint = async (who, ...args) => {
    const { code, stderr } = await runScrip(world.validator.rpcUrl, ...options(who), ...args);
    expect(code, stderr).not.toBe(0);
    return stderr;
  };
  beforeAll(async () => {
    await buildScrip();
    world.validator = await startValidator();
    world.chain = connect(world.validator.rpcUrl);
    world.folder = await mkdtemp(join(tmpdir(), "scrip-issuer-"));
    await Promise.all(
      (["admin", "minter", "desk", "checker", "vault", "alice"] as const).map(async (name) => {
        world[name] = await newKeyFile(world.folder, name);
        await airdrop(world.chain.rpc, world[name].signer.address, FUNDS);
      }),
    );
    const { admin } = world;
    await world.ask(admin, "issuer", "create");
    const shown = await world.ask<{ issuer: Address; registry: Address }>(admin, "issuer", "show");
    Object.assign(world, { issuer: shown.issuer, registry: shown.registry });
    await world.ask(admin, "role", "grant", world.minter.file, "--permissions", "mint");
    await world.ask(admin, "role", "grant", world.desk.file, "--permissions", "halt,resume,pause,unpause,redeem,metadata");
    await world.ask(admin, "role", "grant", world.checker.file, "--permissions", "check", "--expires", "+300d");
  }, 300_000);
  afterAll(async () => {
    await world.validator?.stop();
    await rm(world.folder, { recursive: true, force: true });
  });
  return world;
}

/** The world as the harness of the programs sees it, with the admin as its own registrar. */
export function marketOf({ chain, admin, registry, issuer }: CliIssuer): Market {
  return { chain, payer: admin.signer, admin: admin.signer, registrar: admin.signer, registry, issuer } as Market;
}

/** Puts alice on the register. Its own commands have a story of their own. */
export async function onboardAlice(world: CliIssuer): Promise<void> {
  const { admin, alice, chain, registry } = world;
  const grant = await transferHook.getGrantRegistrarInstructionAsync({
    authority: admin.signer,
    payer: admin.signer,
    registry,
    officer: admin.signer.address,
    permissions: RegistrarPermission.Onboard,
    expiresAt: (await chain.now()) + YEAR,
  });
  await chain.send(admin.signer, [grant]);
  await onboard(marketOf(world), alice.signer.address);
}

/** A file that describes a share; `terms.txt` lies beside it. */
export const shareFile = (symbol: string, isin: string, rest = "") => `
[share]
name = "Share of ${symbol}"
symbol = "${symbol}"
isin = "${isin}"
uri = "https://example.com/${symbol}.json"
terms = "terms.txt"
supply_cap = "1000000"

[policy]
countries = { deny = ["US"] }
${rest}`;

/** A thousand shares a day, a hundred thousand in all. */
export const allowance = (member: Address) => `
[[minter]]
member = "${member}"
cap = "100000"
capacity = "1000"
period = "1d"
`;
