/** The node dies, freezes, limits and lies; and what the page says, keeps and does meanwhile. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { APPLE } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { NOISE, beginGround } from "./harness/ground.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { shoot } from "./harness/shots.ts";
import { during, expectQuiet } from "./harness/watch.ts";

const story = beginStory();
const ground = beginGround(story);

async function openAt(rpcUrl: string, look: { width?: number; colorScheme?: "light" | "dark" } = {}): Promise<Page> {
  const served = await consoleOf(story.market, rpcUrl);
  const page = await openPage(ground.browser, { baseUrl: served.url, allowed: [rpcUrl], ...look });
  onTestFinished(async () => {
    await page.close();
    await served.close();
  });
  return page;
}

const source = () => `/#/account/${ground.share.asset}`;
const isin = (page: Page) => page.getByText(APPLE.isin, { exact: true });
const line = (page: Page) => page.getByText(/^The node .*\.$/);
const old = (page: Page) => page.getByText(/slot [\d,]+, \d+ s old/);

test("the node dies and returns: figures stay with their age, and are fresh again by themselves", async () => {
  for (const [width, colorScheme] of [[390, "dark"], [820, "light"], [1440, "light"], [1440, "dark"]] as const) {
    const page = await openAt(ground.proxy.url, { width, colorScheme });
    await page.goto(source());
    await isin(page).waitFor();
    expect(await line(page).count()).toBe(0);
    await during(page, NOISE, async () => {
      await ground.proxy.stop();
      await page.getByText("The node cannot be reached.").waitFor();
      await old(page).first().waitFor();
      expect(await isin(page).isVisible()).toBe(true);
      // The age goes on.
      await page.getByText(/What you see is ([4-9]|\d\d) s old\./).waitFor();
      await page.getByText("by your own clock since the node is gone").waitFor();
      await expectAccessible(page);
      await shoot(page, "connection-lost");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await ground.proxy.start();
      await line(page).waitFor({ state: "detached" });
      await old(page).first().waitFor({ state: "detached" });
    });
    await expectQuiet(page);
  }
}, 120_000);

test("a page that opens while the node is dead says that nothing is loaded, shows no zero, and recovers by itself", async () => {
  await ground.proxy.stop();
  const page = await openAt(ground.proxy.url);
  await during(page, NOISE, async () => {
    await page.goto(source());
    await page.getByText(/Not loaded: the node cannot be reached/).first().waitFor();
    expect(await page.getByText(/What you see is/).count()).toBe(0);
    await page.getByText("Time of the chain not known yet").waitFor();
    expect(await page.getByText(/^0/).count()).toBe(0);
    await shoot(page, "not-loaded");
    await ground.proxy.start();
    await isin(page).waitFor();
    await line(page).waitFor({ state: "detached" });
  });
  await expectQuiet(page);
});

test("who does not want to wait tries again by a button", async () => {
  await ground.proxy.stop();
  const served = await consoleOf(story.market, ground.proxy.url, { refreshSeconds: 600 });
  const page = await openPage(ground.browser, { baseUrl: served.url, allowed: [ground.proxy.url] });
  onTestFinished(() => page.close().then(() => served.close()));
  await during(page, NOISE, async () => {
    await page.goto(source());
    await page.getByRole("button", { name: "Try again" }).first().waitFor();
    await ground.proxy.start();
    await sleep(2_000);
    expect(await isin(page).count()).toBe(0);
    await page.getByRole("button", { name: "Try again" }).first().press("Enter");
    await isin(page).waitFor();
  });
});

test("a frozen node is given up after a while, and taken back when it goes on", async () => {
  const page = await openAt(ground.proxy.url);
  await page.goto(source());
  await isin(page).waitFor();
  const thaw = story.validator.freeze();
  await during(page, NOISE, async () => {
    try {
      await page.getByText("The node took too long.").waitFor({ timeout: 20_000 });
      await old(page).first().waitFor();
      expect(await isin(page).isVisible()).toBe(true);
    } finally {
      thaw();
    }
    await line(page).waitFor({ state: "detached" });
    await old(page).first().waitFor({ state: "detached" });
  });
  await expectQuiet(page);
}, 90_000);

test("a node that limits, breaks or is none is named as such, and the page goes on asking", async () => {
  let answer: readonly [status: number, body: string] = [429, "slow down"];
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*").setHeader("Access-Control-Allow-Headers", "*");
    response.statusCode = request.method === "OPTIONS" ? 204 : answer[0];
    response.end(request.method === "OPTIONS" ? undefined : answer[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const page = await openAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await during(page, /status of (429|503)/, async () => {
    await page.goto(source());
    await page.getByText("The node is asked too often and refuses for now (429).").waitFor();
    await page.getByText(/Not loaded: the node is asked too often/).first().waitFor();
    answer = [503, "down"];
    await page.getByText("The node answered with HTTP status 503.").waitFor();
    for (const body of ["<!doctype html><title>Welcome</title>", `{"hello":"world"}`, "[]"]) {
      answer = [429, ""];
      await page.getByText("The node is asked too often and refuses for now (429).").waitFor();
      answer = [200, body];
      await page.getByText("The node answered with something else than a Solana node does.").waitFor();
    }
  });
  await expectQuiet(page);
});

test("a window that nobody looked at says how old its figures are, before it has read them again", async () => {
  const page = await openAt(ground.proxy.url);
  await page.goto(source());
  await isin(page).waitFor();
  const look = (visibility: "hidden" | "visible") =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, visibility);
  await look("hidden");
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await old(page).first().waitFor();
  expect(asked).toEqual([]);
  expect(await line(page).count()).toBe(0);
  await look("visible");
  await old(page).first().waitFor({ state: "detached" });
  await expectQuiet(page);
});

test("a view whose file cannot be fetched leaves the rest of the page as it is", async () => {
  const page = await openAt(ground.proxy.url);
  await page.route("**/account-page*.js", (route) => route.abort("connectionfailed"));
  await during(page, /account-page|dynamically imported|Failed to fetch|ERR_CONNECTION_FAILED/, async () => {
    await page.goto(source());
    await page.getByText("This view could not be shown").waitFor();
    await page.getByText(/is there a connection\?/).waitFor();
    await expectAccessible(page);
    await page.unroute("**/account-page*.js");
    await page.getByRole("button", { name: "Load the page again" }).press("Enter");
    await isin(page).waitFor();
  });
  await expectQuiet(page);
});
