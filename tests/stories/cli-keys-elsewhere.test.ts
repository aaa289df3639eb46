/** The command line with keys that are elsewhere: signed offline on a durable nonce, sent later, proposed to a vault. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, generateKeyPairSigner } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { type FiledKey, askScrip, buildScrip, newKeyFile, runScrip } from "../harness/scrip.ts";
import { beginStory } from "../harness/story.ts";

const story = beginStory();
/** Where no node can be. */
const NOWHERE = "http://127.0.0.1:1";
const FUNDS = 10_000_000_000n;

let folder: string;
let desk: FiledKey;
let admin: FiledKey;
let nonce: Address;

interface Printed {
  readonly transaction: string;
  readonly signed: readonly Address[];
  readonly missing: readonly Address[];
  readonly nonce: Address | null;
}
interface Sent {
  readonly signature: string;
  readonly slot: number;
  readonly fee_lamports: string;
  readonly compute_units: number;
  readonly already_there?: boolean;
  readonly events: readonly { readonly event: string; readonly data: Record<string, unknown> }[];
}

const ask = <T>(...args: readonly string[]): Promise<T> => askScrip<T>(story.validator.rpcUrl, ...args);
const run = (...args: readonly string[]) => runScrip(story.validator.rpcUrl, ...args);
const deskActs = () => ["--keypair", desk.file];
/** The admin acts, whose key is elsewhere; the desk pays and keeps the nonce. */
const elsewhere = () => ["--keypair", admin.signer.address, "--fee-payer", desk.file, "--sign-only", "--nonce", nonce];

beforeAll(async () => {
  await buildScrip();
  folder = await mkdtemp(join(tmpdir(), "scrip-keys-"));
  [desk, admin] = [await newKeyFile(folder, "desk"), await newKeyFile(folder, "admin")];
  await airdrop(story.chain.rpc, desk.signer.address, FUNDS);
  const account = await newKeyFile(folder, "nonce");
  nonce = account.signer.address;
  await ask(...deskActs(), "nonce", "create", "--account", account.file);
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("a command says before it is sent what it costs and changes, and afterwards what has happened", async () => {
  const { code, stderr, stdout } = await run(...deskActs(), "issuer", "create", "--index", "7");
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/fee: 0\.\d+ SOL/);
  expect(stderr).toMatch(/rent locked: 0\.\d+ SOL in 2 new account/);
  expect(stderr).toContain("issuer created");
  expect(stderr).toContain(desk.signer.address);
  expect(stdout).toMatch(/signature\s+\w{80,}/);
  const sent = await ask<Sent>(...deskActs(), "issuer", "create", "--index", "8");
  expect(sent.events.map(({ event }) => event)).toContain("IssuerCreated");
  expect(sent.slot).toBeGreaterThan(0);
  expect(BigInt(sent.fee_lamports)).toBe(5_000n);
  expect(sent.compute_units).toBeGreaterThan(1_000);
});

test("signed offline on a nonce, sent later, and sent again without happening twice", async () => {
  const printed = await ask<Printed>(...elsewhere(), "issuer", "create");
  expect(printed).toMatchObject({ signed: [desk.signer.address], missing: [admin.signer.address], nonce });
  const file = join(folder, "issuer.txt");
  await writeFile(file, `${printed.transaction}\n`);

  const shown = await runScrip(NOWHERE, "transaction", "show", file);
  expect(shown.stdout).toContain("Scrip issuer: create issuer");
  expect(shown.stdout).toContain("System: advance nonce account");
  expect(shown.stdout).toContain(`not yet signed by ${admin.signer.address}`);
  expect((await run("transaction", "send", file)).stderr).toContain(`${admin.signer.address} must sign first`);

  const unasked = await runScrip(NOWHERE, "--keypair", admin.file, "transaction", "sign", file);
  expect(unasked).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
  const signed = await askScrip<Printed>(NOWHERE, "--keypair", admin.file, "transaction", "sign", file);
  expect(signed.missing).toEqual([]);
  const combined = await askScrip<Printed>(NOWHERE, "transaction", "combine", file, signed.transaction);
  expect(combined.transaction).toBe(signed.transaction);

  const first = await ask<Sent>("transaction", "send", combined.transaction);
  expect(first).toMatchObject({ already_there: false });
  expect(first.events.map(({ event }) => event)).toContain("IssuerCreated");
  const second = await ask<Sent>("transaction", "send", combined.transaction);
  expect(second).toMatchObject({ already_there: true, signature: first.signature, slot: first.slot });
  const issuer = await ask<{ admin: Address }>("--keypair", admin.file, "issuer", "show");
  expect(issuer.admin).toBe(admin.signer.address);
});

test("a transaction whose nonce has been advanced can never be sent", async () => {
  const printed = await ask<Printed>(...elsewhere(), "issuer", "create", "--index", "1");
  const signed = await askScrip<Printed>(NOWHERE, "--keypair", admin.file, "transaction", "sign", printed.transaction);
  const refused = await run(...deskActs(), "nonce", "advance", nonce);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("pass --yes") });
  await ask(...deskActs(), "nonce", "advance", nonce);
  const late = await run("transaction", "send", signed.transaction);
  expect(late).toMatchObject({ code: 1, stderr: expect.stringContaining("can never be sent") });
});

test("a proposal names the vault, what it does, and every account", async () => {
  const vault = (await generateKeyPairSigner()).address;
  await airdrop(story.chain.rpc, vault, FUNDS);
  const proposal = await ask<{
    message_base58: string;
    instructions: { program: Address; accounts: { address: Address; signer: boolean }[] }[];
    other_signers: Address[];
    events: { event: string }[];
  }>("--propose", vault, "issuer", "create");
  expect(proposal.events.map(({ event }) => event)).toContain("IssuerCreated");
  expect(proposal.instructions).toHaveLength(2);
  expect(proposal.other_signers).toEqual([]);
  const signers = proposal.instructions.flatMap(({ accounts }) => accounts.filter(({ signer }) => signer));
  expect(new Set(signers.map(({ address }) => address))).toEqual(new Set([vault]));
  const told = await run("--propose", vault, "issuer", "create");
  expect(told.stdout.trimEnd().split("\n").at(-1)).toBe(proposal.message_base58);
});

test("refusals say whose they are, and what to do", async () => {
  const again = await run(...deskActs(), "issuer", "create", "--index", "7");
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("System: an account that is to be created is there already") });
  const poor = await newKeyFile(folder, "poor");
  expect((await run("--keypair", poor.file, "issuer", "create")).stderr).toContain(`send SOL to ${poor.signer.address}`);
  const dead = await runScrip(NOWHERE, ...deskActs(), "issuer", "create");
  expect(dead).toMatchObject({ code: 1, stderr: expect.stringContaining(`no node answers at ${NOWHERE}`) });
  expect(dead.stderr.trim().split("\n")).toHaveLength(1);
  const usb = await run("--keypair", "usb://ledger", "issuer", "create");
  expect(usb).toMatchObject({ code: 1, stderr: expect.stringContaining("not supported") });
  const absent = await run("--keypair", admin.signer.address, "--fee-payer", desk.file, "issuer", "create", "--index", "3");
  expect(absent).toMatchObject({ code: 1, stderr: expect.stringContaining("--sign-only") });
  expect((await run("issuer", "no-such-command")).code).toBe(2);
});

test("key and node come from the Solana command line's configuration", async () => {
  const config = join(folder, "config.yml");
  const lines = [`json_rpc_url: ${NOWHERE}`, 'websocket_url: ""', `keypair_path: ${desk.file}`, "commitment: confirmed"];
  await writeFile(config, `${lines.join("\n")}\n`);
  const sent = await ask<Sent>("--config", config, "issuer", "create", "--index", "9");
  expect(sent.events.map(({ event }) => event)).toContain("IssuerCreated");
});
