/** What everybody sees: sixty shares, one share, the calendar; and that nothing is made up while the node is slow or gone. */
import { formatDecimal, formatShares, issuer, multiplierInForce, sharesOf } from "@scrip/client";
import { fetchMint } from "@solana-program/token-2022";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { ServedConsole } from "../../app/server/serve.ts";
import { statusOf } from "../harness/custody.ts";
import type { Share } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { type Proxy, openProxy } from "./harness/proxy.ts";
import { shoot } from "./harness/shots.ts";
import { during, expectQuiet } from "./harness/watch.ts";
import { HOUR, type PublicMarket, SHARES, openPublicMarket } from "./public-market.ts";

const story = beginStory();
let listed: PublicMarket;
let proxy: Proxy;
let served: ServedConsole;
let browser: Browser;

beforeAll(async () => {
  [listed, browser] = await Promise.all([openPublicMarket(story.market), openBrowser()]);
  proxy = await openProxy(story.validator.rpcUrl);
  served = await consoleOf(story.market, proxy.url);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await proxy?.stop();
});

interface Look {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}

async function newPage(look: Look = {}): Promise<Page> {
  const page = await openPage(browser, { baseUrl: served.url, allowed: [proxy.url], ...look });
  onTestFinished(() => page.close());
  return page;
}

async function open(path: string, look: Look = {}): Promise<Page> {
  const page = await newPage(look);
  await page.goto(`/#${path}`);
  return page;
}

const rows = (page: Page) => page.locator("tbody tr");
const summary = (page: Page, name: string) => page.locator("dl > div", { hasText: name }).locator("dd").first();
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** As the page writes it: thin spaces between thousands. */
function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return fraction ? `${groups}.${fraction}` : groups;
}

/** What the accounts say, read without the page. */
async function readShare({ asset, mint }: Share) {
  const { rpc } = story.chain;
  const [{ data }, { data: token }, now] = await Promise.all([
    issuer.fetchAsset(rpc, asset, { commitment: "confirmed" }),
    fetchMint(rpc, mint, { commitment: "confirmed" }),
    story.chain.now(),
  ]);
  const outstanding = sharesOf(token.supply, multiplierInForce(data, now), "up");
  return { supply: token.supply, outstanding, raw: `${grouped(String(token.supply))} raw`, shares: `${grouped(formatShares(outstanding))} shares` };
}

async function afterSplit(): Promise<void> {
  if ((await story.chain.now()) < listed.splitAt) {
    await story.validator.timeTravel(listed.splitAt + HOUR);
  }
}

describe("overview", () => {
  test("lists every share with the figures of its accounts", async () => {
    const page = await open("/");
    await page.getByText(`50 of ${SHARES} shares`).waitFor();
    expect(await rows(page).count()).toBe(50);
    await page.getByRole("button", { name: "Show 10 more" }).click();
    await page.getByText(`${SHARES} of ${SHARES} shares`).waitFor();
    const shown = await rows(page).evaluateAll((found) =>
      found.map((row) => [row.querySelector("td:first-child a")?.textContent, row.querySelector("td:nth-child(2)")?.textContent]),
    );
    const expected = await Promise.all(
      listed.shares.map(async (share, index) => {
        const { shares, raw } = await readShare(share);
        return [listed.terms[index]?.symbol, shares + raw];
      }),
    );
    expect(shown).toEqual(expected);
    expect(await summary(page, "Shares listed").innerText()).toBe(String(SHARES));
    expect(await summary(page, "Halted now").innerText()).toBe("2");
    expect(await summary(page, "Actions in 30 days").innerText()).toBe("2");
    await expectQuiet(page);
  });

  test("finds a share by its ISIN, sorts, and tells why one is halted", async () => {
    const page = await open("/");
    await page.getByText(`50 of ${SHARES} shares`).waitFor();
    await page.getByLabel("Search").fill(listed.terms[56]?.isin.toLowerCase() ?? "");
    await page.getByText(`1 of 1 found, of ${SHARES} shares`).waitFor();
    expect(await rows(page).innerText()).toContain("CO57x");
    await page.getByLabel("Search").fill("no such company");
    await page.getByRole("button", { name: "Show all shares" }).click();

    await page.getByRole("button", { name: "Shares outstanding" }).click();
    await page.getByRole("button", { name: "Shares outstanding" }).click();
    await page.locator("th[aria-sort=descending]").waitFor();
    // 1,000 before 800 before 1.2: by amount and not by the letters.
    expect((await rows(page).locator("td:first-child a").allInnerTexts()).slice(0, 3)).toEqual(["CO04x", "CO05x", "CO06x"]);

    await page.getByRole("button", { name: "show them" }).click();
    await page.getByText(`2 of 2 found, of ${SHARES} shares`).waitFor();
    const news = await rows(page).filter({ hasText: "CO01x" }).innerText();
    expect(news).toMatch(/halted\s+news pending\s+until /);
    const regulatory = await rows(page).filter({ hasText: "CO02x" }).innerText();
    expect(regulatory).toMatch(/halted\s+regulatory/);
    expect(regulatory).not.toContain("until");
    await page.getByLabel("Show").selectOption({ label: "Not trading, for any reason" });
    await rows(page).filter({ hasText: "CO03x" }).getByText("paused").waitFor();
    expect(await rows(page).count()).toBe(3);
    await expectQuiet(page);
  });

  test("a figure leads to the account that it comes from, and back to the same list", async () => {
    const page = await open("/");
    await page.getByLabel("Search").fill("CO04x");
    await page.getByText("1 of 1 found").waitFor();
    const { raw, shares } = await readShare(listed.splitting);
    await page.getByRole("link", { name: raw }).click();
    await page.waitForURL(`**/#/account/${listed.splitting.mint}`);
    await page.goBack();
    await page.getByText("1 of 1 found").waitFor();
    await page.getByRole("link", { name: shares }).click();
    await page.waitForURL(`**/#/account/${listed.splitting.asset}`);
  });

  test("tells what is attested, and shows a shortfall as such", async () => {
    const page = await open("/");
    await page.getByText(`50 of ${SHARES} shares`).waitFor();
    const backed = await rows(page).filter({ hasText: "CO04x" }).locator("td:nth-child(3)").innerText();
    expect(backed).toMatch(new RegExp(`^${grouped("1500")} shares\\s+149\\.99 % · `));
    await page.getByLabel("Show").selectOption({ label: "Attested less than outstanding" });
    await page.getByText(`1 of 1 found, of ${SHARES} shares`).waitFor();
    expect(await rows(page).innerText()).toMatch(/CO05x[\s\S]*74\.99 %/);
  });
});

describe("a node that is slow or gone", () => {
  test("nothing is shown before it is known", async () => {
    const page = await newPage();
    proxy.delay(2_500);
    onTestFinished(() => proxy.delay(0));
    await page.goto("/");
    await page.getByRole("heading", { name: "All shares" }).waitFor();
    expect(await page.locator("dd").allInnerTexts()).not.toEqual([]);
    expect((await page.locator("dd").allInnerTexts()).join(" ")).not.toMatch(/\d/);
    expect(await panel(page, "All shares").innerText()).not.toMatch(/\d/);
    await expectAccessible(page);
    proxy.delay(0);
    await page.getByText(`50 of ${SHARES} shares`).waitFor();
    await expectQuiet(page);
  });

  test("what cannot be loaded says so, never zero, and comes when the node does", async () => {
    const page = await newPage();
    await proxy.stop();
    onTestFinished(() => proxy.start());
    await during(page, /ERR_CONNECTION_REFUSED|ERR_FAILED/, async () => {
      for (const path of ["", `#/share/${listed.short.mint}`, "#/calendar"]) {
        await page.goto(`/${path}`);
        await page.getByText(/could not be loaded/).first().waitFor();
        const main = await page.locator("main").innerText();
        expect(main).not.toMatch(/(^|\s)0(\s|$)/m);
        expect(main).toContain("Not loaded");
      }
      await page.goto("/");
      await expect.poll(() => summary(page, "Shares listed").innerText()).toBe("not loaded");
      expect(await summary(page, "Halted now").innerText()).toBe("not loaded");
      await proxy.start();
      await page.getByText(`50 of ${SHARES} shares`).waitFor();
      expect(await summary(page, "Shares listed").innerText()).toBe(String(SHARES));
      await proxy.stop();
      // What was read stays, and says how old it is.
      await panel(page, "All shares").getByText(/slot .* old/).waitFor();
      expect(await summary(page, "Shares listed").innerText()).toBe(String(SHARES));
      await proxy.start();
    });
    await panel(page, "All shares").getByText(/^slot [\d,]+$/).waitFor();
    await expectQuiet(page);
  });
});

describe("share page", () => {
  test("shows the program's verdict on a shortfall", async () => {
    const page = await open(`/share/${listed.short.mint}`);
    const status = await statusOf(listed.short, [listed.custodian.address]);
    expect(status.met).toBe(false);
    const reserves = panel(page, "Reserves");
    await reserves.getByText("Not backed by the rule").waitFor();
    const text = await reserves.innerText();
    for (const figure of [status.counted, status.needed, status.needed - status.counted]) {
      expect(text).toContain(`${grouped(formatShares(figure))} shares`);
    }
    const chart = reserves.getByRole("img", { name: /^Reserves against supply/ });
    expect(await chart.getAttribute("aria-label")).toContain(`Attested: ${grouped(formatShares(status.attested))} shares`);
    // The bars are on one scale: three quarters of the other, less a little for the multiplier.
    const widths = await chart.locator("rect[class*=plain], rect[class*=good]").evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.75, 2);
    await expectQuiet(page);
  });

  test("says who may hold it, and what stops it", async () => {
    const page = await open(`/share/${listed.regulatory.mint}`);
    await panel(page, "Who may hold it").getByText("All but United States (840).").waitFor();
    expect(await panel(page, "Who may hold it").innerText()).toContain("Only who is on the issuer's register");
    expect(await panel(page, "Trading").innerText()).toMatch(/halted\s+Nobody can transfer \(regulatory\)[\s\S]*Until the issuer resumes it/);
    expect(await panel(page, "Accounts and documents").innerText()).toContain("03".repeat(32));
    await open("/share/11111111111111111111111111111111").then((other) => other.getByText("The issuer has no share with this mint").waitFor());
  });

  test("the chart steps when the split takes effect", async () => {
    const { splitting } = listed;
    const page = await open(`/share/${splitting.mint}`);
    const chart = page.getByRole("img", { name: /^Multiplier over time/ });
    const heights = async () => {
      const path = (await chart.locator("[data-part=past]").getAttribute("d")) ?? "";
      return new Set([...path.matchAll(/[\d.]+,([\d.]+)/g)].map(([, y]) => y)).size;
    };
    await chart.locator("[data-part=scheduled]").waitFor();
    const before = await readShare(splitting);
    const { data } = await issuer.fetchAsset(story.chain.rpc, splitting.asset, { commitment: "confirmed" });
    expect(await heights()).toBe(1);
    expect(await chart.getAttribute("aria-label")).toContain(`scheduled: ${formatDecimal(data.nextMultiplier, 18)}`);
    const supply = panel(page, "Supply");
    expect(await supply.innerText()).toContain(before.shares);
    expect(await supply.innerText()).toContain(`× ${formatDecimal(data.multiplier, 18)}`);

    await afterSplit();
    await chart.locator("[data-part=scheduled]").waitFor({ state: "detached" });
    const after = await readShare(splitting);
    expect(after.supply).toBe(before.supply);
    expect(after.outstanding).toBeGreaterThan(3n * before.outstanding);
    expect(await heights()).toBe(2);
    expect(await chart.getAttribute("aria-label")).not.toContain("scheduled");
    await supply.getByText(after.shares).waitFor();
    expect(await supply.innerText()).toContain(`× ${formatDecimal(data.nextMultiplier, 18)}`);
    await panel(page, "Multiplier").getByText("The same as a table").click();
    expect(await panel(page, "Multiplier").locator("tbody tr").innerText()).toMatch(/Split 4:1[\s\S]*in force[\s\S]*× 4\./);
    // The custodian counted other shares than these: said on both pages, and not put beside them.
    expect(await panel(page, "Reserves").innerText()).toContain("not comparable");
    const overview = await open("/");
    await rows(overview).filter({ hasText: "CO04x" }).getByText("counted before the multiplier changed").waitFor();
    await expectQuiet(page);
  });
});

describe("calendar", () => {
  beforeAll(afterSplit);

  test("lists what is coming and what was, by month, and filters", async () => {
    const page = await open("/calendar");
    const coming = page.getByRole("region", { name: "Coming" });
    const past = page.getByRole("region", { name: "Past" });
    await past.getByText("Split 4:1").waitFor();
    expect(await past.innerText()).toMatch(/CO04x[\s\S]*each share becomes 4[\s\S]*in force/);
    expect(await coming.innerText()).toMatch(/CO06x[\s\S]*Cash dividend[\s\S]*0\.25 of token \w{4}…\w{4} a share; 15 % tax withheld[\s\S]*announced/);
    const month = new Date(Number(listed.splitAt) * 1000).toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
    await past.getByRole("heading", { name: month }).waitFor();
    await coming.getByText("Dates, people, document").click();
    expect(await coming.innerText()).toMatch(/Record date[\s\S]*Payable[\s\S]*Maker/);
    expect(await coming.innerText()).toContain("05".repeat(32));
    await page.getByLabel("Kind").selectOption({ label: "Split (SPLF)" });
    await coming.getByText("Nothing is announced for the time to come.").waitFor();
    await page.getByLabel("Share").selectOption({ label: "CO06x" });
    await page.getByText("No action is like that").waitFor();
    await expectQuiet(page);
  });
});

describe.each([390, 820, 1440])("at %i pixels", (width) => {
  beforeAll(afterSplit);

  test.each(["light", "dark"] as const)("every view is accessible and fits, %s", async (colorScheme) => {
    const page = await newPage({ width, colorScheme });
    const views = [
      ["overview", "/", page.getByText(`50 of ${SHARES} shares`)],
      ["share", `/share/${listed.splitting.mint}`, page.getByRole("img", { name: /^Multiplier/ })],
      ["calendar", "/calendar", page.getByRole("region", { name: "Past" }).getByText("Split 4:1")],
    ] as const;
    for (const [name, path, there] of views) {
      await page.goto(`/#${path}`);
      await there.waitFor();
      await shoot(page, `public-${name}`);
      // Everything that can be opened, open: tables below charts, all that an action holds.
      for (const summary of await page.locator("main summary").all()) {
        await summary.click();
      }
      // At the top: what lies half below the bar of the page counts as too small to press.
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page);
      const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const);
      expect(content, `${name} at ${width}`).toBeLessThanOrEqual(room);
    }
    await expectQuiet(page);
  });
});
