/** Ways out on the command line: escrows taken back after their deadlines, proposals withdrawn, powers taken away. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateKeyPairSigner } from "@solana/kit";
import { expect, test } from "vitest";
import { DOLLAR, TOKEN, type Cash, cashOf, fund, newCash } from "../harness/cash.ts";
import { allowance, beginCliIssuer, marketOf, onboardAlice, shareFile } from "../harness/cli-issuer.ts";
import { newKeyFile } from "../harness/scrip.ts";

const WEEK = 7n * 86_400n;
const world = beginCliIssuer();
const { ask, complaint } = world;
let cash: Cash;

test("a share with a payment token, of which Alice holds ten", async () => {
  const { admin, alice, folder, minter } = world;
  await onboardAlice(world);
  cash = await newCash(marketOf(world), TOKEN);
  await fund(marketOf(world), cash, alice.signer.address, 1_000n * DOLLAR);
  await writeFile(join(folder, "terms.txt"), "One token is one share.");
  const rest = `[issuance]\npayment_mints = ["${cash.mint}"]\n${allowance(minter.signer.address)}`;
  const file = join(folder, "aapl.toml");
  await writeFile(file, shareFile("AAPLx", "US0378331005", rest));
  await ask(admin, "asset", "create", "--from", file);
  await ask(minter, "mint", "AAPLx", "10", "--to", alice.file, "--reference", "CASE-1");
});

test("a proposed mint is withdrawn by its maker", async () => {
  const { alice, minter } = world;
  await ask(minter, "mint", "propose", "AAPLx", "5", "--to", alice.file, "--reference", "CASE-2");
  const [proposal] = await ask<{ proposal: string }[]>(minter, "mint", "list", "AAPLx");
  await ask(minter, "mint", "withdraw", proposal?.proposal ?? "");
  expect(await ask<unknown[]>(minter, "mint", "list", "AAPLx")).toEqual([]);
});

test("a blackout stops everything until it is cleared", async () => {
  const { admin, alice, minter, vault } = world;
  await ask(admin, "role", "grant", vault.file, "--permissions", "corporate-actions");
  await ask(vault, "blackout", "set", "AAPLx", "--from", "+0s", "--until", "+1h");
  expect(await complaint(minter, "mint", "AAPLx", "1", "--to", alice.file, "--reference", "CASE-3")).toContain("Blackout");
  await ask(vault, "blackout", "clear", "AAPLx");
  await ask(minter, "mint", "AAPLx", "1", "--to", alice.file, "--reference", "CASE-3");
});

test("what an issuer does not settle in time goes back to whoever put it there", async () => {
  const { alice, chain, desk, minter, validator } = world;
  await ask(alice, "redemption", "request", "AAPLx", "4", "--deadline", "+6d");
  const offer = ["--pay", "500", "--payment-mint", cash.mint, "--limit-price", "200", "--deadline", "+6d"];
  await ask(alice, "subscription", "subscribe", "AAPLx", ...offer);
  const [request] = await ask<{ redemption: string }[]>(desk, "redemption", "list", "AAPLx");
  const [order] = await ask<{ subscription: string }[]>(minter, "subscription", "list", "AAPLx");
  const reclaim = ["redemption", "reclaim", request?.redemption ?? ""];
  expect(await complaint(alice, ...reclaim)).toContain("DeadlineNotReached");
  await validator.timeTravel((await chain.now()) + WEEK);
  await ask(alice, ...reclaim);
  await ask(alice, "subscription", "cancel", order?.subscription ?? "");
  expect(await cashOf(chain, cash, alice.signer.address)).toBe(1_000n * DOLLAR);
  expect(await ask(desk, "status", "AAPLx")).toMatchObject({ supply_shares: "11" });
});

test("a role that is revoked, and a credential that is trusted no longer", async () => {
  const { admin, alice, minter } = world;
  await ask(admin, "role", "revoke", minter.file);
  expect(await complaint(minter, "mint", "AAPLx", "1", "--to", alice.file, "--reference", "CASE-4")).toContain("role");
  const [credential, schema] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner()]);
  await ask(admin, "registrar", "trust", credential.address, schema.address);
  const trusted = await ask<{ number: number }[]>(admin, "registrar", "credentials");
  expect(trusted).toMatchObject([{ credential: credential.address, schema: schema.address }]);
  await ask(admin, "registrar", "distrust", String(trusted[0]?.number));
  expect(await ask<unknown[]>(admin, "registrar", "credentials")).toEqual([]);
});

test("a nonce is shown, and ended with all of its SOL back", async () => {
  const { admin, folder } = world;
  const { file, signer } = await newKeyFile(folder, "nonce");
  const { address } = signer;
  await ask(admin, "nonce", "create", "--account", file);
  expect(await ask(admin, "nonce", "show", address)).toMatchObject({ authority: admin.signer.address });
  await ask(admin, "nonce", "withdraw", address);
  await complaint(admin, "nonce", "show", address);
});
