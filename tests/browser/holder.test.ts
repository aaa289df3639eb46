/** What a holder does with the console: looks, sends, is refused, redeems, claims, and chooses. */
import { rmSync } from "node:fs";
import { Election, cashDue, formatShares, issuer, multiplierInForce, sharesOf } from "@scrip/client";
import type { Address } from "@solana/kit";
import { fetchMaybeToken } from "@solana-program/token-2022";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ServedConsole } from "../../app/server/serve.ts";
import { inForce } from "../harness/actions.ts";
import { cashOf } from "../harness/cash.ts";
import { ONE_SHARE, type Share, tokenAccountOf } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { type Extension, installExtension } from "./harness/extension.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { type Proxy, openProxy } from "./harness/proxy.ts";
import { shoot } from "./harness/shots.ts";
import { during, expectQuiet } from "./harness/watch.ts";
import { DAY, GROSS, type Scene, TAX_BPS, openScene } from "./holder-scene.ts";

const story = beginStory();
let scene: Scene;
let browser: Browser;
let node: Proxy;
let console: ServedConsole;

beforeAll(async () => {
  scene = await openScene(story.market, story.validator);
  node = await openProxy(story.validator.rpcUrl);
  console = await consoleOf(story.market, node.url, { distributions: "distributions/", files: scene.files });
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await console?.close();
  await node?.stop();
  if (scene) {
    rmSync(scene.files, { recursive: true });
  }
});

interface Visit {
  readonly page: Page;
  readonly extension: Extension;
}

/** A page with a wallet in the browser, connected if a person is named. */
async function visit(path: string, who?: "Alice" | "Bob" | "Stranger"): Promise<Visit> {
  const page = await openPage(browser, { baseUrl: console.url, allowed: [node.url] });
  onTestFinished(() => page.close());
  const accounts = [{ label: "Alice", key: scene.alice }, { label: "Bob", key: scene.bob }, { label: "Stranger", key: scene.stranger }];
  const extension = await installExtension(page, accounts);
  await page.goto(`#${path}`);
  if (who) {
    await page.getByRole("button", { name: "Connect wallet" }).click();
    await page.getByRole("button", { name: who }).click();
    await page.getByRole("button", { name: who, exact: true }).waitFor();
  }
  return { page, extension };
}

const rawOf = async (share: Share, { address }: { readonly address: Address }) => {
  const account = await fetchMaybeToken(story.chain.rpc, await tokenAccountOf(share, address), { commitment: "confirmed" });
  return account.exists ? account.data.amount : 0n;
};
/** As the page groups digits. */
const grouped = (raw: bigint) => raw.toString().replace(/\B(?=(\d{3})+$)/g, "\u202f");
const goesThrough = (page: Page) => page.getByText("This transfer would go through", { exact: true });
const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

/** At every width and in both themes; the page itself never scrolls sideways. */
async function shootAll(page: Page, name: string): Promise<void> {
  for (const width of [390, 820, 1440]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await shoot(page, name);
      await expectAccessible(page);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function fillTransfer(page: Page, share: Share, shares: string, to: string): Promise<void> {
  await page.getByLabel("Share", { exact: true }).selectOption(await tokenAccountOf(share, scene.alice.address));
  await page.getByLabel("Amount").fill(shares);
  await page.getByLabel("Recipient").fill(to);
}

test("nobody is connected: the page teaches, and any wallet can be looked at, with an expired check", async () => {
  const { page } = await visit("/holder");
  await page.getByText("Connect your wallet to see what you own").waitFor();
  await shootAll(page, "holder-not-connected");
  await page.getByLabel("Or look at any wallet").fill("nonsense");
  await page.getByRole("button", { name: "Look" }).click();
  await page.getByText("This is no address").waitFor();
  await page.getByLabel("Or look at any wallet").fill(scene.carol.address);
  await page.keyboard.press("Enter");
  await page.getByText("Nothing can be sent or received until a registrar has renewed the check.").waitFor();
  await expect.poll(() => region(page, "Record on the register").getByText("expired").count()).toBe(1);
  await region(page, "Shares").getByText(grouped(5n * ONE_SHARE)).waitFor();
  expect(await page.getByRole("link", { name: "Send AAPLx" }).count()).toBe(0);
  await expectAccessible(page);
  await expectQuiet(page);
});

test("a wallet without a record is told what that means", async () => {
  const { page } = await visit("/holder", "Stranger");
  await page.getByText("This wallet is not on the register").waitFor();
  await page.getByText("AAPLx, MSFTx, NVDAx can be held by wallets on the register alone").waitFor();
  await page.getByText("No shares here yet").waitFor();
  await shootAll(page, "holder-stranger");
  await expectQuiet(page);
});

test("a connected holder sees record and positions as they are on chain", async () => {
  const { page } = await visit("/holder", "Alice");
  const { apple, nvidia, microsoft, alice } = scene;
  const rows = region(page, "Shares in this wallet").getByRole("row");
  await rows.filter({ hasText: "AAPLx" }).getByText("× 1.0034560758968376").waitFor();
  for (const [share, symbol] of [[apple, "AAPLx"], [nvidia, "NVDAx"], [microsoft, "MSFTx"]] as const) {
    const raw = await rawOf(share, alice);
    const row = rows.filter({ hasText: symbol });
    await row.getByText(`${grouped(raw)} raw`).waitFor();
    const [whole = "", fraction] = formatShares(sharesOf(raw, await inForce(share), "down")).split(".");
    await row.getByText(`${grouped(BigInt(whole))}${fraction ? `.${fraction}` : ""} shares`).waitFor();
  }
  await rows.filter({ hasText: "NVDAx" }).getByText("halted").waitFor();
  const { data: asset } = await issuer.fetchAsset(story.chain.rpc, apple.asset, { commitment: "confirmed" });
  const after = formatShares(sharesOf(await rawOf(apple, alice), asset.nextMultiplier, "down"));
  await rows.filter({ hasText: "AAPLx" }).getByText(grouped(BigInt(after.split(".")[0] ?? ""))).waitFor();
  const record = region(page, "Record on the register");
  for (const text of ["active", "Switzerland", "retail", "valid"]) {
    await record.getByText(text, { exact: true }).waitFor();
  }
  await shootAll(page, "holder-overview");
  await expectQuiet(page);
});

test("a transfer is refused before anything is signed, with whom it concerns, the reason and the code", async () => {
  const { page, extension } = await visit("/holder/send", "Alice");
  const { apple, nvidia, bob, stranger } = scene;
  const send = page.getByRole("button", { name: /^Send/ });
  await fillTransfer(page, apple, "2.5", stranger.address);
  await page.getByText("The recipient is not on the register").waitFor();
  await page.getByText("It is about the recipient (code 6300).").waitFor();
  expect(await send.isDisabled()).toBe(true);
  await shootAll(page, "holder-send-refused");
  await fillTransfer(page, nvidia, "1", bob.address);
  await page.getByText("It is about the share (code 6100).").waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel("Recipient").press("Enter");
  await fillTransfer(page, apple, "1", await tokenAccountOf(apple, scene.alice.address));
  await page.getByText("This is a token account or a mint, not a wallet").waitFor();
  await page.getByLabel("Amount").fill("2,5");
  await page.getByText("Type a number of shares with at most 8 decimals").waitFor();
  await page.getByLabel("Amount").fill("5000");
  await page.getByText("type that or less").waitFor();
  expect(await send.isDisabled()).toBe(true);
  expect(extension.asked()).toBe(0);
  await expectQuiet(page);
});

test("an allowed transfer opens the recipient's account and moves exactly the raw units shown", async () => {
  const { page, extension } = await visit("/holder/send", "Alice");
  const { apple, alice, bob } = scene;
  const before = await rawOf(apple, alice);
  const raw = (250_000_000n * 10n ** 18n) / (await inForce(apple));
  await fillTransfer(page, apple, "2.5", bob.address);
  await page.getByText(/Sending opens it: 0\.00\d+ SOL of yours are locked/).waitFor();
  await goesThrough(page).waitFor();
  await page.getByText(`${grouped(raw)} raw`).first().waitFor();
  await shootAll(page, "holder-send");
  await page.getByRole("button", { name: "Send AAPLx" }).click();
  await page.getByRole("status").filter({ hasText: "Done" }).waitFor();
  expect(await rawOf(apple, bob)).toBe(raw);
  expect(await rawOf(apple, alice)).toBe(before - raw);
  expect(extension.asked()).toBe(1);
  await shootAll(page, "holder-sent");
  await expectQuiet(page);
});

test("by keyboard alone", async () => {
  const { page, extension } = await visit("/holder/send", "Alice");
  const { apple, bob } = scene;
  const before = await rawOf(apple, bob);
  await page.getByLabel("Share", { exact: true }).waitFor();
  await page.evaluate(() => document.getElementById("main")?.focus());
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute("aria-label") ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent ?? element?.textContent;
      });
      if (focused === name) {
        return;
      }
    }
    throw new Error(`no way to ${name} by the Tab key`);
  };
  await tabTo("Amount");
  await page.keyboard.type("1");
  await tabTo("Recipient");
  await page.keyboard.type(bob.address);
  await goesThrough(page).waitFor();
  await tabTo("Send AAPLx");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "Done" }).waitFor();
  expect((await rawOf(apple, bob)) - before).toBe((ONE_SHARE * 10n ** 18n) / (await inForce(apple)));
  expect(extension.asked()).toBe(1);
});

test("who declines to sign is told so, and nothing has changed", async () => {
  const { page, extension } = await visit("/holder/send", "Alice");
  const { apple, alice, bob } = scene;
  const before = await rawOf(apple, alice);
  extension.decide("decline");
  await fillTransfer(page, apple, "3", bob.address);
  await page.getByRole("button", { name: "Send AAPLx" }).click();
  await page.getByText("You declined to sign").waitFor();
  expect(extension.asked()).toBe(1);
  expect(await rawOf(apple, alice)).toBe(before);
  await expectAccessible(page);
  await expectQuiet(page);
});

test("while the node does not answer, the verdict is not known and nothing can be sent", async () => {
  const { page } = await visit("/holder/send", "Alice");
  await fillTransfer(page, scene.apple, "3", scene.bob.address);
  await goesThrough(page).waitFor();
  await during(page, /ERR_CONNECTION|failed request/, async () => {
    await node.stop();
    onTestFinished(() => node.start());
    await page.getByText("It is not known whether this transfer would go through").waitFor();
    expect(await page.getByRole("button", { name: "Send AAPLx" }).isDisabled()).toBe(true);
    await shoot(page, "holder-send-unknown");
    await node.start();
    await goesThrough(page).waitFor();
  });
  expect(await page.getByRole("button", { name: "Send AAPLx" }).isDisabled()).toBe(false);
  await expectQuiet(page);
});

test("a distribution is claimed with the file that the console serves", async () => {
  const { page } = await visit("/holder/claims", "Alice");
  const { microsoft, cash, alice, published } = scene;
  const due = cashDue(await rawOf(microsoft, alice), 10n ** 18n, GROSS, TAX_BPS);
  const before = await cashOf(story.chain, cash, alice.address);
  const panel = region(page, /^MSFTx: cash/).filter({ has: page.locator(`a[href$="${published.payout}"]`) });
  await panel.getByRole("button", { name: "See what is yours" }).click();
  await panel.getByText("not claimed yet").waitFor();
  await shootAll(page, "holder-claims");
  await panel.getByRole("button", { name: "Claim" }).click();
  await panel.getByRole("status").filter({ hasText: "Done" }).waitFor();
  await panel.getByRole("button", { name: "Claimed" }).waitFor();
  expect((await cashOf(story.chain, cash, alice.address)) - before).toBe(due.net);
  await expectQuiet(page);
});

test("a file that the person opens is claimed with, unless anybody has touched it", async () => {
  const { page, extension } = await visit("/holder/claims", "Bob");
  const { microsoft, cash, bob, handedOut } = scene;
  const due = cashDue(await rawOf(microsoft, bob), 10n ** 18n, GROSS, TAX_BPS);
  const panel = region(page, /^MSFTx: cash/).filter({ has: page.locator(`a[href$="${handedOut.payout}"]`) });
  const open = (text: string) =>
    panel.getByLabel("Open the file of entitlements").setInputFiles({ name: "leaves.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await open(handedOut.text.replace(`,${due.gross},`, `,${due.gross + 1n},`));
  await panel.getByText("or somebody has changed it").waitFor();
  expect(await panel.getByRole("button", { name: "Claim" }).count()).toBe(0);
  await shoot(page, "holder-claims-tampered");
  await expectAccessible(page);
  await during(page, /404/, async () => {
    await panel.getByRole("button", { name: "See what is yours" }).click();
    await panel.getByText("The console’s server has no").waitFor();
  });
  await open(handedOut.text);
  await panel.getByText("not claimed yet").waitFor();
  await panel.getByRole("button", { name: "Claim" }).click();
  await panel.getByRole("status").filter({ hasText: "Done" }).waitFor();
  expect(await cashOf(story.chain, cash, bob.address)).toBe(due.net);
  expect(extension.asked()).toBe(1);
  await expectQuiet(page);
});

test("cash or shares: chosen, chosen again, withdrawn", async () => {
  const { page } = await visit("/holder/elections", "Alice");
  const { alice, choice } = scene;
  const [address] = await issuer.findElectionPda({ action: choice, owner: alice.address });
  const chosen = async () => {
    const election = await issuer.fetchMaybeHolderElection(story.chain.rpc, address, { commitment: "confirmed" });
    return election.exists ? election.data.choice : undefined;
  };
  const panel = region(page, "MSFTx: cash or shares?");
  await panel.getByText("You have not chosen yet").waitFor();
  await panel.getByRole("radio", { name: "Shares" }).check();
  await shootAll(page, "holder-elections");
  await panel.getByRole("button", { name: "Choose" }).click();
  await panel.getByText("You have chosen shares").waitFor();
  expect(await chosen()).toBe(Election.Reinvest);
  await panel.getByRole("radio", { name: "Cash" }).check();
  await panel.getByRole("button", { name: "Change your choice" }).click();
  await panel.getByText("You have chosen cash").waitFor();
  expect(await chosen()).toBe(Election.Cash);
  await panel.getByRole("button", { name: "Withdraw your choice" }).click();
  await panel.getByText("You have not chosen yet").waitFor();
  expect(await chosen()).toBeUndefined();
  await expectQuiet(page);
});

test("shares are tendered to an offer, and taken back while it is open", async () => {
  const { page } = await visit("/holder/offers", "Alice");
  const { microsoft, alice, offer } = scene;
  const before = await rawOf(microsoft, alice);
  await page.getByLabel("Amount").fill("5");
  await page.getByRole("button", { name: "Tender MSFTx" }).click();
  await page.getByRole("button", { name: "Take back your tender" }).waitFor();
  await shootAll(page, "holder-offers");
  const [tender] = await issuer.findTenderPda({ action: offer, owner: alice.address });
  expect((await issuer.fetchTender(story.chain.rpc, tender, { commitment: "confirmed" })).data.amount).toBe(5n * ONE_SHARE);
  expect(await rawOf(microsoft, alice)).toBe(before - 5n * ONE_SHARE);
  await page.getByRole("button", { name: "Take back your tender" }).click();
  await page.getByText("What you tendered is back in your account.").waitFor();
  expect(await rawOf(microsoft, alice)).toBe(before);
  await expectQuiet(page);
});

test("all that an account shows is sent to the last raw unit", async () => {
  const { page } = await visit("/holder", "Bob");
  const { apple, alice, bob } = scene;
  const [all, before] = [await rawOf(apple, bob), await rawOf(apple, alice)];
  await page.getByRole("link", { name: "Send AAPLx" }).click();
  await page.getByRole("button", { name: "All of AAPLx" }).click();
  await page.getByLabel("Recipient").fill(alice.address);
  await page.getByText("The recipient has an account of this share.").waitFor();
  await page.getByRole("button", { name: "Send AAPLx" }).click();
  await page.getByRole("status").filter({ hasText: "Done" }).waitFor();
  expect(await rawOf(apple, bob)).toBe(0n);
  expect(await rawOf(apple, alice)).toBe(before + all);
  await expectQuiet(page);
});

test("a redemption is requested, waits for its deadline, and is taken back after it", async () => {
  const { page } = await visit("/holder/redeem", "Alice");
  const { apple, cash, alice } = scene;
  const before = await rawOf(apple, alice);
  await page.getByLabel("Share", { exact: true }).selectOption(await tokenAccountOf(apple, alice.address));
  await page.getByLabel("Amount").fill("10");
  await page.getByLabel("Paid").selectOption(cash.mint);
  await page.getByLabel("Least price for one share").fill("228.45");
  await page.getByText("You get at least").waitFor();
  await shootAll(page, "holder-redeem");
  await page.getByRole("button", { name: "Request redemption" }).click();
  await page.getByRole("status").filter({ hasText: "Done" }).waitFor();
  const raw = (10n * ONE_SHARE * 10n ** 18n) / (await inForce(apple));
  expect(await rawOf(apple, alice)).toBe(before - raw);
  const open = region(page, "Your requests for redemption");
  await open.getByText(/can be taken back/).waitFor();
  expect(await open.getByRole("button", { name: "Take back" }).count()).toBe(0);
  await page.goto("#/holder");
  await region(page, "In escrow").getByText(`${grouped(raw)} raw`).waitFor();
  await page.goto("#/holder/redeem");
  await shootAll(page, "holder-redemptions");
  await story.validator.timeTravel((await story.chain.now()) + 13n * DAY);
  await open.getByRole("button", { name: "Take back AAPLx" }).click();
  await page.getByText("What was left is back in your account.").waitFor();
  await page.getByText("Nothing is in escrow").waitFor();
  expect(await rawOf(apple, alice)).toBe(before);
  await expectQuiet(page);
});

test("shares that come to other raw units when they are sent are not sent", async () => {
  const { page, extension } = await visit("/holder/send", "Alice");
  const { apple, alice, bob } = scene;
  const before = await rawOf(apple, alice);
  await fillTransfer(page, apple, "4", bob.address);
  await goesThrough(page).waitFor();
  // What the page knows of the multiplier is a few seconds old by now.
  node.delay(2_000);
  const { data: asset } = await issuer.fetchAsset(story.chain.rpc, apple.asset, { commitment: "confirmed" });
  await story.validator.timeTravel(asset.multiplierEffectiveAt);
  expect(multiplierInForce(asset, await story.chain.now())).toBe(asset.nextMultiplier);
  await page.getByRole("button", { name: "Send AAPLx" }).click();
  await page.getByText(/The multiplier in force is not the expected one.*\(code 7066\)/).waitFor();
  node.delay(0);
  expect(extension.asked()).toBe(0);
  expect(await rawOf(apple, alice)).toBe(before);
  await expectQuiet(page);
});
