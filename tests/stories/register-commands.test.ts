/** The register from the command line: registrars, holders one by one, venues, and an import that finds faults. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issuer } from "@scrip/client";
import { generateKeyPairSigner } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { type FiledKey, askScrip, buildScrip, newKeyFile, runScrip } from "../harness/scrip.ts";
import { beginStory } from "../harness/story.ts";

const story = beginStory();
let folder: string;
let admin: FiledKey;
let officer: FiledKey;

/** The answer of a command of the company's admin, of its officer. */
const byAdmin = <T = unknown>(...args: string[]) => askScrip<T>(story.validator.rpcUrl, "--keypair", admin.file, ...args);
const byOfficer = <T = unknown>(...args: string[]) => askScrip<T>(story.validator.rpcUrl, "--keypair", officer.file, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scrip-register-"));
  await buildScrip();
  [admin, officer] = await Promise.all([newKeyFile(folder, "admin"), newKeyFile(folder, "officer")]);
  await Promise.all([admin, officer].map(({ signer }) => airdrop(story.chain.rpc, signer.address, 10_000_000_000n)));
  await byAdmin("issuer", "create");
  const { issuer: address } = await byAdmin<{ issuer: string }>("issuer", "show");
  process.env.SCRIP_ISSUER = address;
}, 600_000);
afterAll(() => {
  delete process.env.SCRIP_ISSUER;
  return rm(folder, { recursive: true, force: true });
});

test("a registrar is appointed, listed and dismissed", async () => {
  await byAdmin("registrar", "grant", officer.file, "--permissions", "onboard,suspend,venues", "--expires", "+30d");
  const list = await byAdmin("registrar", "list");
  expect(list).toMatchObject([{ officer: officer.signer.address, permissions: "onboard,suspend,venues", in_office: true, records_created: "0" }]);
  const temporary = await newKeyFile(folder, "temporary");
  await byAdmin("registrar", "grant", temporary.signer.address, "--permissions", "suspend");
  await byAdmin("registrar", "revoke", temporary.signer.address);
  expect(await byAdmin("registrar", "list")).toHaveLength(1);
});

test("a holder from onboarding to the way out", async () => {
  const { address: wallet } = await generateKeyPairSigner();
  const identity = "00112233445566778899aabbccddeeff";
  await byOfficer("holder", "onboard", wallet, "--country", "CH", "--classes", "retail", "--kyc-expires", "2099-06-30", "--identity", identity);
  await byOfficer("holder", "update", wallet, "--country", "LI");
  expect(await byOfficer("holder", "show", wallet)).toMatchObject({ wallet, status: "active", country: "LI", classes: "retail", identity });
  await byOfficer("holder", "suspend", wallet, "--reference", "CASE-1");
  expect(await byOfficer("holder", "list", "--status", "suspended")).toMatchObject([{ wallet }]);
  const twice = await runScrip(story.validator.rpcUrl, "--keypair", officer.file, "holder", "suspend", wallet, "--reference", "CASE-1");
  expect(twice.stderr).toContain(`${wallet} is suspended, and cannot become suspended`);
  await byOfficer("holder", "reinstate", wallet, "--reference", "CASE-1");
  await byOfficer("holder", "close", wallet);
  expect(await byOfficer("holder", "list")).toEqual([]);
  await byOfficer("holder", "bar", wallet, "--as", "sanctioned", "--reference", "LIST-7");
  expect(await byOfficer("holder", "show", wallet)).toMatchObject({ status: "sanctioned" });
  await byOfficer("holder", "suspend", wallet, "--reference", "LIST-8");
  await byOfficer("holder", "revoke", wallet, "--reference", "LIST-9");
});

test("venues: a program that is approved, and a bare address", async () => {
  const { address: venue } = await generateKeyPairSigner();
  await byOfficer("venue", "add", venue);
  const program = issuer.SCRIP_ISSUER_PROGRAM_ADDRESS;
  await byOfficer("venue", "approve-program", program);
  const { issuer: company } = await byAdmin<{ issuer: string }>("issuer", "show");
  await byOfficer("venue", "register", company, "--program", program, "--seed", "text:issuer", "--seed", `key:${admin.signer.address}`, "--seed", "u16:0");
  expect(await byOfficer("venue", "list")).toMatchObject([
    { address: program, kind: "program" },
    ...[venue, company].sort().map((address) => ({ address, kind: "venue", status: "active" })),
  ]);
  await byOfficer("venue", "revoke-program", program);
  await byOfficer("venue", "suspend-orphan", company, "--program", program);
  expect(await byOfficer("holder", "show", company)).toMatchObject({ kind: "venue", status: "suspended" });
});

test("the register's authority is handed over in two steps", async () => {
  await byAdmin("registrar", "propose-authority", officer.file);
  expect(await byAdmin("registrar", "show")).toMatchObject({ authority: admin.signer.address, proposed_authority: officer.signer.address });
  await byOfficer("registrar", "accept-authority");
  expect(await byOfficer("registrar", "show")).toMatchObject({ authority: officer.signer.address, proposed_authority: null });
});

test("an import with faults, also such that only the chain knows, sends nothing; and one changes facts only when told", async () => {
  const wallets = await Promise.all([1, 2].map(async () => (await generateKeyPairSigner()).address));
  const file = join(folder, "holders.csv");
  const write = (...lines: string[]) => writeFile(file, ["wallet,country,classes,kyc_expires,identity", ...lines, ""].join("\n"));
  const identity = "0f".repeat(16);
  await write(`${wallets[0]},XX,retail,2020-01-01,${identity}`, `${issuer.SCRIP_ISSUER_PROGRAM_ADDRESS},CH,,2099-01-01,${identity}`);
  const bad = await runScrip(story.validator.rpcUrl, "--keypair", officer.file, "holder", "import", file);
  expect(bad.code).toBe(1);
  expect(bad.stderr).toContain("line 2, column country: `XX` is no country");
  expect(bad.stderr).toContain("line 2, column kyc_expires: `2020-01-01` is over");
  await write(`${wallets[0]},CH,retail,2099-01-01,${identity}`, `${issuer.SCRIP_ISSUER_PROGRAM_ADDRESS},CH,,2099-01-01,${identity}`);
  const owned = await runScrip(story.validator.rpcUrl, "--keypair", officer.file, "holder", "import", file);
  expect(owned.stderr).toContain("line 3, column wallet: ");

  await write(...wallets.map((wallet) => `${wallet},CH,retail,2099-01-01,${identity}`));
  expect(await byOfficer("holder", "import", file, "--dry-run")).toMatchObject({ to_onboard: 2, transactions: 1 });
  expect(await byOfficer("holder", "import", file)).toMatchObject({ written: 2, transactions: 1 });
  await write(...wallets.map((wallet, index) => `${wallet},${index === 0 ? "CH" : "SG"},retail,2099-01-01,${identity}`));
  expect(await byOfficer("holder", "import", file)).toMatchObject({ written: 0, unchanged: 1, different: 1 });
  expect(await byOfficer("holder", "import", file, "--update")).toMatchObject({ written: 1, unchanged: 1, different: 0 });
  expect(await byOfficer("holder", "show", wallets[1]!)).toMatchObject({ country: "SG" });
});
