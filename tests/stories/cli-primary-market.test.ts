/** Shares against payment on the command line, and settings that have to wait. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DOLLAR, TOKEN, type Cash, cashOf, fund, newCash } from "../harness/cash.ts";
import { type Outcome, allowance, beginCliIssuer, marketOf, onboardAlice, shareFile } from "../harness/cli-issuer.ts";
import { change } from "../harness/governance.ts";

const world = beginCliIssuer();
const { ask, complaint } = world;
let cash: Cash;
let file: string;

test("a share is created with a payment token, fees and a minter", async () => {
  const { admin, alice, folder, minter } = world;
  await onboardAlice(world);
  cash = await newCash(marketOf(world), TOKEN);
  await fund(marketOf(world), cash, alice.signer.address, 10_000n * DOLLAR);
  await fund(marketOf(world), cash, admin.signer.address, 10_000n * DOLLAR);
  file = join(folder, "aapl.toml");
  await writeFile(join(folder, "terms.txt"), "One token is one share.");
  const issuance = `[issuance]\npurchase_fee_bps = 10\nredemption_fee_bps = 25\npayment_mints = ["${cash.mint}"]\n`;
  await writeFile(file, shareFile("AAPLx", "US0378331005", issuance + allowance(minter.signer.address)));
  expect(await ask<Outcome>(admin, "asset", "create", "--from", file)).toMatchObject({ result: "created" });
});

test("a subscription is opened, listed, filled in part, and what is left goes back", async () => {
  const { alice, minter } = world;
  const offer = ["--pay", "2002", "--payment-mint", cash.mint, "--limit-price", "200.5", "--deadline", "+6d"];
  await ask(alice, "subscription", "subscribe", "AAPLx", ...offer);
  const open = await ask<{ subscription: string }[]>(minter, "subscription", "list", "AAPLx");
  expect(open).toMatchObject([{ investor: alice.signer.address, cash_left: "2002", limit_price: "200.5" }]);
  const subscription = open[0]?.subscription ?? "";
  await ask(minter, "subscription", "fill", subscription, "4", "--price", "200", "--reference", "FILL-1");
  expect(await ask<unknown[]>(minter, "subscription", "list", "AAPLx")).toMatchObject([{ cash_left: "1201.2", filled_raw: "400000000" }]);
  await ask(minter, "subscription", "reject", subscription, "--reason", "2", "--reference", "CASE-1");
  expect(await cashOf(world.chain, cash, alice.signer.address)).toBe(9_199_200_000n);
});

test("a redemption is paid by somebody else than who settles it", async () => {
  const { admin, alice, desk } = world;
  const terms = ["--payment-mint", cash.mint, "--min-price", "195", "--deadline", "+6d"];
  await ask(alice, "redemption", "request", "AAPLx", "2", ...terms);
  const open = await ask<{ redemption: string }[]>(desk, "redemption", "list", "AAPLx");
  expect(open).toMatchObject([{ shares: "2", paid_in: cash.mint, min_price: "195" }]);
  const settle = ["redemption", "settle", open[0]?.redemption ?? "", "--price", "200", "--paid-by", admin.file, "--reference", "WIRE-1"];
  expect(await complaint(desk, ...settle)).toContain("burned shares cannot be brought back");
  await ask(desk, ...settle);
  expect(await cashOf(world.chain, cash, alice.signer.address)).toBe(9_199_200_000n + 399_000_000n);
  expect(await ask(desk, "status", "AAPLx")).toMatchObject({ supply_shares: "2", reserves: "off", headroom_raw: null });
});

test("with a timelock, what loosens is proposed once, waits, and is carried out by the next run; what tightens is done", async () => {
  const { admin, minter } = world;
  await change(marketOf(world), { __kind: "Timelock", seconds: 8 });
  const issuance = `[issuance]\npurchase_fee_bps = 20\nredemption_fee_bps = 25\nfour_eyes_above = "10"\n`;
  await writeFile(file, shareFile("AAPLx", "US0378331005", issuance + allowance(minter.signer.address)));
  const changed = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(changed.steps).toEqual([
    "ask for a checker above 10 shares (1000000000 raw units) in one mint",
    "propose to take 20 basis points of purchases and 25 of redemptions",
  ]);
  expect(changed.waiting).toMatchObject([expect.stringContaining("change 0 in the queue, due 2")]);
  const again = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(again).toMatchObject({ result: "up to date", steps: [], waiting: changed.waiting });
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ pending_changes: 1, next_change_due: expect.stringContaining("Z") });
  const carriedOut = async () => (await ask<Outcome>(admin, "asset", "create", "--from", file)).steps;
  await expect.poll(carriedOut, { timeout: 40_000, interval: 1_000 }).toEqual(["take 20 basis points of purchases and 25 of redemptions"]);
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ pending_changes: 0, next_change_due: null });
});

test("documents change, and the share ends", async () => {
  const { admin, alice, desk } = world;
  const hash = "ab".repeat(32);
  await ask(desk, "asset", "update", "AAPLx", "--uri", "https://example.com/2.json", "--terms-hash", hash, "--reference", "DOC-2");
  expect(await ask(admin, "asset", "show", "AAPLx")).toMatchObject({
    uri: "https://example.com/2.json",
    terms_hash: hash,
    countries: "all but US",
    four_eyes_above_shares: "10",
    purchase_fee_bps: 20,
  });
  const differs = await ask<Outcome>(admin, "asset", "create", "--from", file);
  expect(differs.waiting).toContainEqual(expect.stringContaining("scrip asset update AAPLx --uri https://example.com/AAPLx.json"));
  expect(await complaint(admin, "asset", "wind-down", "AAPLx", "--reference", "END-1")).toContain("can ever be issued again");
  await ask(admin, "asset", "wind-down", "AAPLx", "--reference", "END-1");
  expect(await complaint(admin, "--yes", "asset", "close", "AAPLx", "--reference", "END-2")).toContain("cannot close AAPLx");
  await ask(desk, "redeem", "AAPLx", "--raw", "200000000", "--owner", alice.file, "--reference", "WIRE-2");
  await ask(admin, "asset", "close", "AAPLx", "--reference", "END-2");
  expect(await ask(admin, "status", "AAPLx")).toMatchObject({ status: "closed", supply_raw: "0" });
});
