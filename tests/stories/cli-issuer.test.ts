/** An issuer's day on the command line: from a TOML file to a redemption, with a kill in the middle. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type KeyPairSigner, createKeyPairSignerFromBytes, fetchEncodedAccount } from "@solana/kit";
import { expect, test } from "vitest";
import { type Outcome, allowance, beginCliIssuer, onboardAlice, shareFile } from "../harness/cli-issuer.ts";
import { SCRIP, newKeyFile } from "../harness/scrip.ts";

const world = beginCliIssuer();
const { ask, complaint } = world;

test("an issuer is opened and staffed", async () => {
  const { admin, desk } = world;
  const roles = await ask<unknown[]>(admin, "role", "list");
  expect(roles).toHaveLength(3);
  expect(roles).toContainEqual(
    expect.objectContaining({
      member: desk.signer.address,
      permissions: "redeem,pause,unpause,halt,resume,metadata",
      standing: "in force",
    }),
  );
  expect(await complaint(admin, "role", "grant", desk.file, "--permissions", "rule")).toContain("there are mint, redeem");
  await onboardAlice(world);
});

test("a share is created from a file; a dry run before sends nothing, another run after finds it up to date", async () => {
  const { admin, folder, minter, vault } = world;
  const file = join(folder, "aapl.toml");
  await writeFile(join(folder, "terms.txt"), "One token is one share.");
  await writeFile(file, shareFile("AAPLx", "US0378331006"));
  expect(await complaint(admin, "asset", "create", "--from", file)).toMatch(/line 5, column 8[^]*US0378331006[^]*is no ISIN/);
  const reserves = `[reserves]\nmode = "enforce"\nmax_age = "1d"\nmin_custodians = 1\nhaircut_bps = 100\ncustodians = ["${vault.signer.address}"]\n`;
  const terms = `[issuance]\nfour_eyes_above = "50"\n${reserves}${allowance(minter.signer.address)}`;
  await writeFile(file, shareFile("AAPLx", "US0378331005", terms));
  const planned = await ask<Outcome>(admin, "asset", "create", "--from", file, "--dry-run");
  expect(planned).toMatchObject({ result: "planned", transactions: [] });
  expect(planned.steps).toHaveLength(5);
  expect(await ask<unknown[]>(admin, "asset", "list")).toEqual([]);
  await expect(stat(join(folder, "aapl.mint.json"))).rejects.toThrow();
  const created = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(created).toMatchObject({ result: "created", waiting: [] });
  expect((await stat(join(folder, "aapl.mint.json"))).mode & 0o777).toBe(0o600);
  const again = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(again).toMatchObject({ mint: created.mint, result: "up to date", steps: [], transactions: [] });
  // Without the key of the mint it is still the same share.
  await rm(join(folder, "aapl.mint.json"));
  expect(await ask<Outcome>(admin, "asset", "create", "--from", file)).toMatchObject({ mint: created.mint, result: "up to date" });
  expect(await ask<unknown[]>(admin, "asset", "list")).toMatchObject([
    { symbol: "AAPLx", mint: created.mint, supply_shares: "0", supply_raw: "0", multiplier: "1" },
  ]);
  await writeFile(file, shareFile("AAPLx", "US0378331005", terms).replace("1000000", "900000"));
  const lowered = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(lowered).toMatchObject({ result: "changed", steps: ["cap the supply at 900000 shares (90000000000000 raw units)"] });
});

test("killed between its transactions, the next run goes on with the same mint and repeats nothing", async () => {
  const { admin, folder, validator } = world;
  const file = join(folder, "msft.toml");
  const key = join(folder, "msft.mint.json");
  const members = await Promise.all(Array.from({ length: 12 }, (_, index) => newKeyFile(folder, `member${index}`)));
  await writeFile(file, shareFile("MSFTx", "US5949181045", members.map(({ signer }) => allowance(signer.address)).join("")));
  const whole = await ask<Outcome>(admin, "asset", "create", "--from", file, "--dry-run");
  const args = ["--url", validator.rpcUrl, "--keypair", admin.file, "--yes", "asset", "create", "--from", file];
  const mint = await killOnceThere(spawn(SCRIP, args, { stdio: "ignore" }), key);
  const left = await ask<Outcome>(admin, "asset", "create", "--from", file, "--dry-run");
  expect(left).toMatchObject({ mint: mint.address, result: "planned" });
  expect(left.steps.length).toBeGreaterThan(0);
  expect(left.steps.length).toBeLessThan(whole.steps.length);
  const resumed = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(resumed).toMatchObject({ mint: mint.address, result: "changed", steps: left.steps });
  expect(await ask<Outcome>(admin, "asset", "create", "--from", file)).toMatchObject({ result: "up to date" });
  const listed = await ask<{ symbol: string }[]>(admin, "asset", "list");
  expect(listed.map(({ symbol }) => symbol)).toEqual(["AAPLx", "MSFTx"]);
});

/** Kills the process without mercy as soon as the mint is on the chain whose key is in the file. */
async function killOnceThere(process: ChildProcess, file: string): Promise<KeyPairSigner> {
  const ended = new Promise((resolve) => process.once("exit", resolve));
  for (;;) {
    const bytes = await readFile(file, "utf8").catch(() => undefined);
    const mint = bytes && (await createKeyPairSignerFromBytes(Uint8Array.from(JSON.parse(bytes))));
    if (mint && (await fetchEncodedAccount(world.chain.rpc, mint.address, { commitment: "processed" })).exists) {
      process.kill("SIGKILL");
      await ended;
      // What was on its way arrives.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return mint;
    }
    expect(process.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("nothing is minted before a custodian attests; then as much as everybody allows", async () => {
  const { admin, alice, checker, folder, minter, vault } = world;
  const mint = ["mint", "AAPLx", "40", "--to", alice.file, "--reference", "CASE-1"];
  expect(await complaint(minter, ...mint)).toContain("ReservesMissing");
  const statement = join(folder, "statement.pdf");
  await writeFile(statement, "100 shares");
  expect(await complaint(alice, "reserve", "attest", "AAPLx", "100", "--as-of", "+0s", "--document", statement)).toContain("is no custodian");
  await ask(vault, "reserve", "attest", "AAPLx", "100", "--as-of", "+0s", "--document", statement);
  expect(await ask(vault, "reserve", "status", "AAPLx")).toMatchObject({
    met: true,
    mode: "enforce",
    fresh_custodians: 1,
    attested_shares: "100",
    counted_shares: "99",
    headroom_shares: "99",
    headroom_raw: "9900000000",
  });
  await ask(minter, ...mint);
  expect(await complaint(minter, "mint", "AAPLx", "50.5", "--to", alice.file, "--reference", "CASE-2")).toContain("scrip mint propose");
  await ask(minter, "mint", "propose", "AAPLx", "--raw", "5050000000", "--to", alice.file, "--reference", "CASE-2");
  const proposals = await ask<{ proposal: string; shares: string; to: string }[]>(minter, "mint", "list", "AAPLx");
  expect(proposals).toMatchObject([{ shares: "50.5", raw: "5050000000", to: alice.signer.address, reference: "CASE-2" }]);
  await ask(checker, "mint", "approve", proposals[0]?.proposal ?? "");
  expect(await complaint(minter, "mint", "AAPLx", "9", "--to", alice.file, "--reference", "CASE-3")).toContain("ReservesMissing");
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ supply_shares: "90.5", headroom_shares: "8.5" });
});

test("trading is halted and resumed, paused and unpaused, and the status says why", async () => {
  const { admin, desk, minter } = world;
  await ask(desk, "halt", "AAPLx", "--reason", "news");
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ trading: "halted: news", reserves: "met" });
  await ask(desk, "pause", "AAPLx");
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ trading: "paused, halted: news" });
  await ask(desk, "unpause", "AAPLx");
  await ask(desk, "resume", "AAPLx");
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ trading: "open" });
  expect(await complaint(minter, "resume", "AAPLx")).toContain("may mint, and this needs the permission `resume`");
});

test("shares are burned, after a question, and an escrow is opened, listed and rejected", async () => {
  const { admin, alice, desk } = world;
  const redeem = ["redeem", "AAPLx", "10.5", "--owner", alice.file, "--reference", "WIRE-1"];
  expect(await complaint(desk, ...redeem)).toContain("burned shares cannot be brought back");
  await ask(desk, ...redeem);
  await ask(alice, "redemption", "request", "AAPLx", "20", "--deadline", "+6d");
  const open = await ask<{ redemption: string }[]>(desk, "redemption", "list", "AAPLx");
  expect(open).toMatchObject([{ owner: alice.signer.address, shares: "20", raw: "2000000000", paid_in: "off chain" }]);
  const redemption = open[0]?.redemption ?? "";
  await ask(desk, "redemption", "settle-off-chain", redemption, "--raw", "500000000", "--reference", "WIRE-2");
  await ask(desk, "redemption", "reject", redemption, "--reason", "1", "--reference", "CASE-4");
  expect(await ask<unknown[]>(desk, "redemption", "list", "AAPLx")).toEqual([]);
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ supply_shares: "75", supply_raw: "7500000000" });
});

test("a folder is applied whole or not at all, and tells of every share", async () => {
  const { admin, folder } = world;
  const shares = join(folder, "shares");
  await mkdir(shares);
  await writeFile(join(shares, "terms.txt"), "One token is one share.");
  await writeFile(join(shares, "one.toml"), shareFile("NVDAx", "US67066G1040"));
  await writeFile(join(shares, "two.toml"), shareFile("TSLAx", "US88160R1014"));
  const applied = await ask<Outcome[]>(admin, "apply", shares);
  expect(applied.map(({ symbol, result }) => [symbol, result])).toEqual([["NVDAx", "created"], ["TSLAx", "created"]]);
  expect(await ask<Outcome[]>(admin, "apply", shares)).toMatchObject([{ result: "up to date" }, { result: "up to date" }]);
  await writeFile(join(shares, "three.toml"), shareFile("GOOGx", "US02079K3059"));
  await writeFile(join(shares, "two.toml"), "[share]");
  expect(await complaint(admin, "apply", shares)).toContain("nothing was sent");
  const all = await ask<{ symbol: string }[]>(admin, "status");
  expect(all.map(({ symbol }) => symbol)).toEqual(["AAPLx", "MSFTx", "NVDAx", "TSLAx"]);
});
