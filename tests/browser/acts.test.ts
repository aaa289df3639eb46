/** Between a button and the chain: what goes wrong before, while and after a person signs, and that nothing happens twice. */
import { issuer, transferHook } from "@scrip/client";
import { type Base64EncodedWireTransaction } from "@solana/kit";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { resume } from "../harness/desk.ts";
import { type Share, APPLE, createShare } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { openBrowser } from "./harness/browser.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { type Proxy, openProxy } from "./harness/proxy.ts";
import { during, expectQuiet } from "./harness/watch.ts";
import { type Moods, WALLET, type WaywardWallet, installWallet } from "./harness/wayward-wallet.ts";

const story = beginStory();
const NOISE = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|failed request/;
let browser: Browser;
let proxy: Proxy;
let share: Share;

beforeAll(async () => {
  [browser, proxy, share] = await Promise.all([openBrowser(), openProxy(story.validator.rpcUrl), createShare(story.market, APPLE)]);
  const { surveillance, marketSupervisor } = story.market.staff;
  await Promise.all([surveillance, marketSupervisor].map(({ address }) => airdrop(story.chain.rpc, address, 10_000_000_000n)));
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await proxy?.stop();
});

/** At the desk, with the form of a halt open. */
async function aboutToHalt(moods: Moods = {}): Promise<{ page: Page; wallet: WaywardWallet }> {
  const served = await consoleOf(story.market, proxy.url);
  const page = await openPage(browser, { baseUrl: served.url, allowed: [proxy.url] });
  onTestFinished(async () => {
    await proxy.start();
    await page.close();
    await served.close();
  });
  const wallet = await installWallet(page, [{ label: "Surveillance", key: story.market.staff.surveillance }], moods);
  await page.goto("/#/desk/trading");
  await page.getByRole("button", { name: "Connect wallet" }).click();
  await page.getByRole("button", { name: /^Surveillance/ }).click();
  await page.getByRole("button", { name: "Halt AAPLx…" }).click();
  return { page, wallet };
}

const press = (page: Page) => page.getByRole("button", { name: "Halt AAPLx now" }).click();

async function isHalted(): Promise<boolean> {
  const { data } = await transferHook.fetchPolicy(story.chain.rpc, share.policy, { commitment: "confirmed" });
  return data.haltReason !== 0;
}

/** How often the share was halted successfully. */
async function halts(): Promise<number> {
  const { surveillance } = story.market.staff;
  const [role] = await issuer.findRolePda({ issuer: story.market.issuer, member: surveillance.address });
  const found = await story.chain.rpc.getSignaturesForAddress(role, { commitment: "confirmed", limit: 100 }).send();
  return found.filter(({ err }) => err === null).length;
}

async function expectHaltedOnce(before: number): Promise<void> {
  expect(await isHalted()).toBe(true);
  expect(await halts()).toBe(before + 1);
  await resume(share);
}

test("a rejected signature changes nothing, and the next attempt goes through", async () => {
  const before = await halts();
  const { page, wallet } = await aboutToHalt({ refusesToSign: "User rejected the request." });
  await press(page);
  await page.getByText("You declined to sign").waitFor();
  await page.getByText("Nothing was sent, and nothing has changed.").waitFor();
  expect(await isHalted()).toBe(false);
  wallet.moods.refusesToSign = undefined;
  await press(page);
  await page.getByText("Trading is halted.").waitFor();
  expect(wallet.asked()).toBe(2);
  await expectQuiet(page);
  await expectHaltedOnce(before);
});

test("a wallet that fails is told apart from a person who declines", async () => {
  const { page } = await aboutToHalt({ refusesToSign: "The device is locked" });
  await press(page);
  await page.getByText(`${WALLET} did not sign`).waitFor();
  await page.getByText(/Nothing was sent\. It says: .*The device is locked\. Unlock it/).waitFor();
  expect(await isHalted()).toBe(false);
});

test("while the node is gone nothing is signed", async () => {
  const { page, wallet } = await aboutToHalt();
  await during(page, NOISE, async () => {
    await proxy.stop();
    await press(page);
    await page.getByText("It cannot be reached. Nothing was signed or sent. Try again when the page shows fresh figures.").waitFor();
    expect(wallet.asked()).toBe(0);
    await proxy.start();
    await page.getByText("The node cannot be reached.").waitFor({ state: "detached" });
  });
});

test("signed, and the node dies: the same transaction is sent when it is back, once", async () => {
  const before = await halts();
  const { page, wallet } = await aboutToHalt({ afterSigning: () => proxy.stop() });
  await during(page, NOISE, async () => {
    await press(page);
    await page.getByText("Waiting for the network to confirm").waitFor();
    await page.getByText("The node cannot be reached.").waitFor();
    await sleep(3_000);
    expect(await isHalted()).toBe(false);
    expect(await page.getByText("Waiting for the network to confirm").isVisible()).toBe(true);
    await proxy.start();
    await page.getByText("Trading is halted.").waitFor();
  });
  expect(wallet.asked()).toBe(1);
  await expectHaltedOnce(before);
  await expectQuiet(page);
});

test("included while the page could not hear of it: it is told as done, and is not sent anew", async () => {
  const before = await halts();
  const { page, wallet } = await aboutToHalt({
    afterSigning: async (wire) => {
      await proxy.stop();
      await story.chain.rpc.sendTransaction(wire as Base64EncodedWireTransaction, { encoding: "base64", skipPreflight: true }).send();
    },
  });
  await during(page, NOISE, async () => {
    await press(page);
    await page.getByText("Waiting for the network to confirm").waitFor();
    await expect.poll(isHalted, { timeout: 10_000 }).toBe(true);
    // Until its blockhash is too old to be sent again.
    await sleep(12_000);
    await proxy.start();
    await page.getByText("Trading is halted.").waitFor();
  });
  expect(wallet.asked()).toBe(1);
  await expectHaltedOnce(before);
});

test("a frozen node keeps a signed transaction waiting, and not the person in doubt", async () => {
  const before = await halts();
  let thaw = () => {};
  const { page } = await aboutToHalt({ afterSigning: async () => void (thaw = story.validator.freeze()) });
  await during(page, NOISE, async () => {
    try {
      await press(page);
      await page.getByText("The node took too long.").waitFor({ timeout: 25_000 });
      expect(await page.getByText("Waiting for the network to confirm").isVisible()).toBe(true);
    } finally {
      thaw();
    }
    await page.getByText("Trading is halted.").waitFor();
  });
  await expectHaltedOnce(before);
}, 90_000);

test("who takes too long to sign is told that nothing has happened and nothing will", async () => {
  const before = await halts();
  const { rpc } = story.chain;
  const { page } = await aboutToHalt({
    beforeSigning: async () => {
      const { value } = await rpc.getLatestBlockhash({ commitment: "confirmed" }).send();
      while ((await rpc.getBlockHeight({ commitment: "confirmed" }).send()) <= value.lastValidBlockHeight + 5n) {
        await sleep(300);
      }
    },
  });
  await press(page);
  await page.getByText("The transaction was never included").waitFor();
  await page.getByText("It has expired, so nothing has happened and nothing will. It is safe to try again.").waitFor();
  expect(await isHalted()).toBe(false);
  expect(await halts()).toBe(before);
  await expectQuiet(page);
});
