/** A file of holders onto the register through the page: wrong files, interruptions, outages, and nothing twice. */
import { transferHook } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ServedConsole } from "../../app/server/serve.ts";
import { airdrop } from "../harness/airdrop.ts";
import { fetchRecord, onboard } from "../harness/register.ts";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { type Extension, installExtension } from "./harness/extension.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { type Proxy, openProxy } from "./harness/proxy.ts";
import { shoot } from "./harness/shots.ts";
import { during, expectQuiet } from "./harness/watch.ts";

const HEADER = "wallet,country,classes,kyc_expires,locked_until,identity";
const SALT = { name: "identity.salt", mimeType: "text/plain", buffer: Buffer.from(`${"5a".repeat(32)}\n`) };
/** Wallets that fit into one transaction, whose payer is the registrar. */
const TOGETHER = 9;
const story = beginStory();
let browser: Browser;
let proxy: Proxy;
let served: ServedConsole;

beforeAll(async () => {
  browser = await openBrowser();
  proxy = await openProxy(story.validator.rpcUrl);
  served = await consoleOf(story.market, proxy.url);
  await airdrop(story.chain.rpc, story.market.registrar.address, 100_000_000_000n);
});
afterAll(async () => {
  await served?.close();
  await proxy?.stop();
  await browser?.close();
});

async function openImport(key: KeyPairSigner = story.market.registrar): Promise<{ page: Page; wallet: Extension }> {
  const page = await openPage(browser, { baseUrl: served.url, allowed: [proxy.url] });
  onTestFinished(() => page.close());
  // Who leaves while an import is under way is asked, and leaves here.
  page.on("dialog", (dialog) => void dialog.accept());
  const wallet = await installExtension(page, [{ label: "Registrar", key }]);
  await page.addInitScript((address) => localStorage.setItem("scrip.wallet", JSON.stringify(["Test extension", address])), key.address);
  await page.goto("#/desk/import");
  return { page, wallet };
}

async function newWallets(count: number): Promise<readonly string[]> {
  const keys = await Promise.all(Array.from({ length: count }, () => generateKeyPairSigner()));
  return keys.map(({ address }) => address);
}

const line = (wallet: string, index: number) => `${wallet},CH,retail,2031-06-30,,customer-${index}`;
const fileOf = (lines: readonly string[]) => ({ name: "holders.csv", mimeType: "text/csv", buffer: Buffer.from([HEADER, ...lines, ""].join("\n")) });

async function check(page: Page, lines: readonly string[]): Promise<void> {
  await page.getByLabel("File of holders (CSV)").setInputFiles(fileOf(lines));
  await page.getByLabel("Identity salt (optional)").setInputFiles(SALT);
  await page.getByRole("button", { name: "Check the file" }).click();
}

/** How many records the registrar has ever created, by the program's own count. */
async function created(): Promise<bigint> {
  const { market, chain } = story;
  const [registrar] = await transferHook.findRegistrarPda({ registry: market.registry, officer: market.registrar.address });
  return (await transferHook.fetchRegistrar(chain.rpc, registrar, { commitment: "confirmed" })).data.created;
}

const progress = async (page: Page) => Number(await page.getByRole("progressbar").getAttribute("value"));

test("one wrong line among a hundred, and nothing is sent", async () => {
  const before = await created();
  const { page, wallet } = await openImport();
  await shoot(page, "desk-import-open");
  const lines = (await newWallets(100)).map(line);
  lines[41] = lines[41]?.replace(",CH,", ",XX,") ?? "";
  await check(page, lines);
  await page.getByText("One thing is wrong with the file").waitFor();
  const row = page.getByRole("row").filter({ hasText: "“XX” is no country: write its ISO 3166-1 code, like CH, CHE or 756" });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["Line 43", "country", expect.any(String)]);
  expect(await page.getByRole("button", { name: /^Import/ }).count()).toBe(0);
  await expectAccessible(page);
  await shoot(page, "desk-import-faulty");

  // Of many faults, fifty are told.
  await page.getByRole("button", { name: "Open another file" }).click();
  await check(page, lines.map((text) => text.replace(",CH,", ",XX,")));
  await page.getByText("100 things are wrong with the file").waitFor();
  expect(await page.getByRole("row").count()).toBe(51);
  await page.getByText("and 50 more").waitFor();

  // A registrar's own record is no wallet, which only the chain knows.
  await page.getByRole("button", { name: "Open another file" }).click();
  const [registrar] = await transferHook.findRegistrarPda({ registry: story.market.registry, officer: story.market.registrar.address });
  await page.getByLabel(/Take vaults/).check();
  await check(page, [line(registrar, 1)]);
  await page.getByText(`is an account of program ${transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS}, not a wallet`).waitFor();
  expect(wallet.asked()).toBe(0);
  expect(await created()).toBe(before);
  await expectQuiet(page);
});

test("a hundred holders with one signing, those who are there left as they are, and identities as the command line makes them", async () => {
  const { market } = story;
  const { page, wallet } = await openImport();
  const wallets = await newWallets(100);
  const [there, different] = wallets;
  await onboard(market, there as never, { kycExpiresAt: BigInt(Date.UTC(2031, 5, 30) / 1000), identity: await identityOf("customer-0") });
  await onboard(market, different as never, { jurisdiction: 702 });
  const before = await created();
  await check(page, wallets.map(line));
  const fact = (name: string) => page.locator("dl > div").filter({ has: page.getByText(name, { exact: true }) }).locator("dd").first();
  expect(await fact("New").textContent()).toBe("98");
  expect(await fact("There already, the same").textContent()).toBe("1");
  expect(await fact("There already, different").textContent()).toBe("1");
  expect(await fact("Transactions").textContent()).toBe(String(Math.ceil(98 / TOGETHER)));
  await page.getByText("country is SG, not CH").waitFor();
  await expectAccessible(page);
  await shoot(page, "desk-import-ready");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, "desk-import-ready");
  await page.setViewportSize({ width: 820, height: 900 });
  await expectAccessible(page);
  await shoot(page, "desk-import-ready");
  await page.getByRole("button", { name: "Import 98 holders" }).click();
  await page.getByText("Every wallet of the file is on the register.").waitFor();
  expect(await progress(page)).toBe(100);
  expect(wallet.asked(), "one question for all transactions").toBe(1);
  expect(wallet.signed()).toBe(Math.ceil(98 / TOGETHER));
  expect(await created()).toBe(before + 98n);
  const last = await fetchRecord(market, wallets[99] as never);
  expect(last).toMatchObject({ jurisdiction: 756, investorClasses: 2, kycExpiresAt: BigInt(Date.UTC(2031, 5, 30) / 1000) });
  expect(Buffer.from(last.identity).toString("hex")).toBe(Buffer.from(await identityOf("customer-99")).toString("hex"));
  expect((await fetchRecord(market, different as never)).jurisdiction, "left as it was").toBe(702);
  await expectAccessible(page);
  await shoot(page, "desk-import-done");
  await expectQuiet(page);
});

async function identityOf(text: string): Promise<Uint8Array> {
  const { createHmac } = await import("node:crypto");
  return new Uint8Array(createHmac("sha256", "5a".repeat(32)).update(text).digest().subarray(0, 16));
}

test("who declines has sent nothing, and may go on", async () => {
  const before = await created();
  const { page, wallet } = await openImport();
  await check(page, (await newWallets(10)).map(line));
  wallet.decide("decline");
  await page.getByRole("button", { name: "Import 10 holders" }).click();
  await page.getByText("You declined to sign").waitFor();
  expect(await created()).toBe(before);
  wallet.decide("approve");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("Every wallet of the file is on the register.").waitFor();
  expect(await created()).toBe(before + 10n);
  await expectQuiet(page);
});

test("a page that is closed in the middle goes on with the same file, and nothing is created twice", async () => {
  const before = await created();
  const { page, wallet } = await openImport();
  const lines = (await newWallets(300)).map(line);
  await check(page, lines);
  await page.getByText("your wallet asks 2 times, for up to 25 at once").waitFor();
  await page.getByRole("button", { name: "Import 300 holders" }).click();
  // The first signing is under way.
  await expect.poll(() => progress(page), { interval: 5, timeout: 30_000 }).toBeGreaterThan(0);
  await page.reload();
  const now = await created();
  expect(now).toBeGreaterThan(before);
  expect(now).toBeLessThan(before + 300n);
  await check(page, lines);
  await page.getByRole("button", { name: /^Import \d+ holders$/ }).click();
  await page.getByText("Every wallet of the file is on the register.").waitFor();
  expect(await progress(page)).toBe(300);
  expect(await created()).toBe(before + 300n);
  expect(wallet.asked()).toBeLessThanOrEqual(4);
  await expectQuiet(page);
});

test("a paused import finishes what is under way, and continues", async () => {
  const before = await created();
  const { page, wallet } = await openImport();
  await check(page, (await newWallets(250)).map(line));
  await page.getByRole("button", { name: "Import 250 holders" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByText("Paused", { exact: true }).waitFor();
  const under = await created();
  expect([before, before + BigInt(25 * TOGETHER)]).toContain(under);
  expect(await progress(page)).toBe(Number(under - before));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("Every wallet of the file is on the register.").waitFor();
  expect(await created()).toBe(before + 250n);
  expect(wallet.asked()).toBe(2);
  await expectQuiet(page);
});

test("a node that dies in the middle and comes back finds the import waiting", async () => {
  const before = await created();
  const { page, wallet } = await openImport();
  await check(page, (await newWallets(200)).map(line));
  await during(page, /ERR_|failed request|Failed to load resource/, async () => {
    await page.getByRole("button", { name: "Import 200 holders" }).click();
    await expect.poll(() => wallet.signed(), { interval: 5, timeout: 30_000 }).toBeGreaterThan(0);
    await proxy.stop();
    await page.getByText("The import goes on by itself when it does").waitFor();
    await shoot(page, "desk-import-outage");
    await expectAccessible(page);
    const held = await progress(page);
    await page.waitForTimeout(2_000);
    expect(await progress(page), "nothing is made up while nobody answers").toBe(held);
    await proxy.start();
    await page.getByText("Every wallet of the file is on the register.").waitFor();
  });
  expect(await created()).toBe(before + 200n);
  expect(wallet.asked()).toBe(1);
  await expectQuiet(page);
});

test("who is no registrar reads what is missing", async () => {
  const { page } = await openImport(story.market.staff.minter);
  await page.getByText("To put holders on the register, connect a wallet that has a registrar’s appointment with the permission “onboard”").waitFor();
  expect(await page.getByLabel("File of holders (CSV)").count()).toBe(0);
  await expectAccessible(page);
  await expectQuiet(page);
});
