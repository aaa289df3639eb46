/** The wallet and the page: connecting, declining, the wrong network, and what the person changes in the wallet meanwhile. */
import { generateKeyPairSigner } from "@solana/kit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { shoot } from "./harness/shots.ts";
import { expectQuiet } from "./harness/watch.ts";
import { type Moods, WALLET, type WalletAccount, installWallet } from "./harness/wayward-wallet.ts";

const story = beginStory();
let browser: Browser;

beforeAll(async () => void (browser = await openBrowser()), 600_000);
afterAll(() => browser?.close());

async function open(accounts: readonly WalletAccount[], moods: Moods = {}, width = 1440) {
  const { rpcUrl } = story.validator;
  const served = await consoleOf(story.market, rpcUrl);
  const page = await openPage(browser, { baseUrl: served.url, allowed: [rpcUrl], width });
  onTestFinished(() => page.close().then(() => served.close()));
  const wallet = await installWallet(page, accounts, moods);
  await page.goto("/");
  return { page, wallet };
}

async function account(label: string, chain?: string): Promise<WalletAccount> {
  return { label, key: await generateKeyPairSigner(), chain };
}

const menu = (page: Page) => page.getByRole("button", { name: "Connect wallet" });
/** The button that says who is connected. */
const connected = (page: Page, label: string) => page.getByRole("button", { name: label, exact: true });

test("a person who declines to connect is told so, and can try again", async () => {
  const { page, wallet } = await open([await account("Alice")], { refusesToConnect: "User rejected the request." }, 390);
  await menu(page).click();
  await page.getByRole("button", { name: /^Alice/ }).click();
  await page.getByText(`${WALLET} was not connected: you declined. Choose it again if you want to.`).waitFor();
  await expectAccessible(page);
  await shoot(page, "wallet-declined");
  wallet.moods.refusesToConnect = undefined;
  await page.getByRole("button", { name: /^Alice/ }).press("Enter");
  await connected(page, "Alice").waitFor();
  await page.reload();
  // Remembered.
  await connected(page, "Alice").waitFor();
  await connected(page, "Alice").press("Enter");
  await page.getByRole("button", { name: "Disconnect" }).press("Enter");
  await menu(page).waitFor();
  await page.reload();
  await menu(page).waitFor();
  await expectQuiet(page);
});

test("a wallet without an account for this network is not taken, and is told what to choose", async () => {
  const { page } = await open([await account("Elsewhere", "solana:mainnet")]);
  await menu(page).click();
  await page.getByRole("button", { name: /^Elsewhere/ }).click();
  await page.getByText(`${WALLET} offers no account for Solana localnet: choose that network in the wallet's settings, or another wallet.`).waitFor();
  await menu(page).waitFor();
  await expectQuiet(page);
});

test("the page follows when another account is chosen in the wallet, and when the permission is withdrawn", async () => {
  const [alice, bob] = await Promise.all([account("Alice"), account("Bob")]);
  const { page, wallet } = await open([alice]);
  await menu(page).click();
  await page.getByRole("button", { name: /^Alice/ }).click();
  await connected(page, "Alice").waitFor();
  await wallet.change([alice, bob]);
  // Who is still there stays.
  await connected(page, "Alice").click();
  await page.getByRole("button", { name: /^Bob/ }).waitFor();
  await page.keyboard.press("Escape");
  await wallet.change([bob]);
  await connected(page, "Bob").waitFor();
  await wallet.change([]);
  await menu(page).waitFor();
  await expectQuiet(page);
});

test("without any wallet the page says how to get one", async () => {
  const { rpcUrl } = story.validator;
  const served = await consoleOf(story.market, rpcUrl);
  const page = await openPage(browser, { baseUrl: served.url, allowed: [rpcUrl] });
  onTestFinished(() => page.close().then(() => served.close()));
  await page.goto("/");
  await menu(page).press("Enter");
  await page.getByText(/No wallet has been found in this browser/).waitFor();
  expect(await menu(page).getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Escape");
  await page.getByText(/No wallet has been found/).waitFor({ state: "detached" });
  await expectQuiet(page);
});
