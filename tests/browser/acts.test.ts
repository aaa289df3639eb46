/** Between a button and the chain: what goes wrong before, while and after a person signs, and that nothing happens twice. */
import { issuer, transferHook } from "@scrip/client";
import { type Base64EncodedWireTransaction } from "@solana/kit";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { resume } from "../harness/desk.ts";
import { beginStory } from "../harness/story.ts";
import { NOISE, beginGround } from "./harness/ground.ts";
import { expectAccessible } from "./harness/axe.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { during, expectQuiet } from "./harness/watch.ts";
import { type Moods, WALLET, type WaywardWallet, installWallet } from "./harness/wayward-wallet.ts";

const story = beginStory();
const ground = beginGround(story);

beforeAll(async () => {
  const { surveillance, marketSupervisor } = story.market.staff;
  await Promise.all([surveillance, marketSupervisor].map(({ address }) => airdrop(story.chain.rpc, address, 10_000_000_000n)));
});

/** At the desk, with the form of a halt open. */
async function aboutToHalt(moods: Moods = {}): Promise<{ page: Page; wallet: WaywardWallet }> {
  const served = await consoleOf(story.market, ground.proxy.url);
  const page = await openPage(ground.browser, { baseUrl: served.url, allowed: [ground.proxy.url] });
  onTestFinished(async () => {
    await ground.proxy.start();
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
  const { data } = await transferHook.fetchPolicy(story.chain.rpc, ground.share.policy, { commitment: "confirmed" });
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
  await resume(ground.share);
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
    await ground.proxy.stop();
    await press(page);
    await page.getByText("It cannot be reached. Nothing was signed or sent. Try again when the page shows fresh figures.").waitFor();
    expect(wallet.asked()).toBe(0);
    await ground.proxy.start();
    await page.getByText("The node cannot be reached.").waitFor({ state: "detached" });
  });
});

test("signed, and the node dies: the same transaction is sent when it is back, once", async () => {
  const before = await halts();
  const { page, wallet } = await aboutToHalt({ afterSigning: () => ground.proxy.stop() });
  await during(page, NOISE, async () => {
    await press(page);
    await page.getByText("Waiting for the network to confirm").waitFor();
    await page.getByText("The node cannot be reached.").waitFor();
    await sleep(3_000);
    expect(await isHalted()).toBe(false);
    expect(await page.getByText("Waiting for the network to confirm").isVisible()).toBe(true);
    await ground.proxy.start();
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
      await ground.proxy.stop();
      await story.chain.rpc.sendTransaction(wire as Base64EncodedWireTransaction, { encoding: "base64", skipPreflight: true }).send();
    },
  });
  await during(page, NOISE, async () => {
    await press(page);
    await page.getByText("Waiting for the network to confirm").waitFor();
    await expect.poll(isHalted, { timeout: 10_000 }).toBe(true);
    // Until its blockhash is too old to be sent again.
    await sleep(12_000);
    await ground.proxy.start();
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

test("who leaves the view while it is sent is told the outcome wherever they are", async () => {
  const before = await halts();
  const { page } = await aboutToHalt();
  await during(page, NOISE, async () => {
    ground.proxy.delay(400);
    await press(page);
    await page.getByText("Waiting for the network to confirm").waitFor();
    await page.getByRole("link", { name: "Calendar", exact: true }).click();
    const corner = page.getByRole("list", { name: "What you began elsewhere" });
    await corner.getByText("Waiting for the network to confirm").waitFor();
    ground.proxy.delay(0);
    await corner.getByText("What you began before is in a block.").waitFor();
    await expectAccessible(page);
    await corner.getByRole("button", { name: "Close" }).click();
    await corner.waitFor({ state: "hidden" });
  });
  await expectHaltedOnce(before);
});
