/** The desk's makers and checkers: what one proposes the other sees whole and approves, and time does the rest. */
import { ActionKind, ActionState, FourEyes, MULTIPLIER_ONE, NO_ADDRESS, cashDue, fetchCalendar, findPendingChange, issuer, multiplierInForce } from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServedConsole } from "../../app/server/serve.ts";
import { scheduleAction } from "../harness/actions.ts";
import { airdrop } from "../harness/airdrop.ts";
import { type Cash, TOKEN, accept, newCash } from "../harness/cash.ts";
import { fetchAsset } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { roleOf } from "../harness/market.ts";
import { open } from "../harness/payouts.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { type Extension, installExtension } from "./harness/extension.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { shoot } from "./harness/shots.ts";
import { expectQuiet } from "./harness/watch.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
const CAP = 2_000_000n * ONE_SHARE;

const story = beginStory();
let browser: Browser;
let served: ServedConsole;
let share: Share;
let cash: Cash;
let alice: KeyPairSigner;
let maker: Page;
let checker: Page;
let checkersWallet: Extension;

beforeAll(async () => {
  const { market, chain } = story;
  const { admin, staff } = market;
  share = await createShare(market, { ...APPLE, minNotice: Number(HOUR) });
  alice = await newHolder(market);
  await openAccount(share, alice.address);
  cash = await newCash(market, TOKEN);
  await accept(share, cash);
  const people = [admin, staff.corporateActions, staff.minter, staff.checker];
  await Promise.all(people.map(({ address }) => airdrop(chain.rpc, address, 10_000_000_000n)));
  await change(market, { __kind: "FourEyes", bits: FourEyes.Loosening | FourEyes.Actions });
  await change(market, { __kind: "Timelock", seconds: Number(DAY) });
  served = await consoleOf(market, story.validator.rpcUrl);
  browser = await openBrowser();
  const makers = [
    { label: "Admin", key: admin },
    { label: "Corporate actions", key: staff.corporateActions },
    { label: "Minter", key: staff.minter },
  ];
  [maker] = await openDesk(makers);
  [checker, checkersWallet] = await openDesk([{ label: "Checker", key: staff.checker }]);
  await connectAs(checker, "Checker");
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function openDesk(accounts: Parameters<typeof installExtension>[1]): Promise<[Page, Extension]> {
  const page = await openPage(browser, { baseUrl: served.url, allowed: [story.validator.rpcUrl], timezone: "Europe/Zurich" });
  const extension = await installExtension(page, accounts);
  await page.goto("#/desk");
  return [page, extension];
}

async function connectAs(page: Page, label: string): Promise<void> {
  await page.getByRole("banner").getByRole("button").first().click();
  await page.getByRole("banner").getByRole("button", { name: new RegExp(`^${label}`) }).last().click();
  await page.getByText(/^(admin|mint|check|corporate actions|no role)/).first().waitFor();
}

const entry = (page: Page, name: string) => page.getByRole("article", { name });
const section = (page: Page, name: RegExp) => page.getByRole("region", { name });
const mine = (page: Page) => section(page, /^For you to do/);
const done = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();

async function actionZero(): Promise<issuer.CorporateAction> {
  const [action] = await fetchCalendar(story.chain.rpc, share.asset);
  if (!action) {
    throw new Error("no action is announced");
  }
  return action.data;
}

/** What an input for a day and an hour in this zone is filled with. */
function localTime(at: bigint): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Zurich", dateStyle: "short", timeStyle: "short" });
  return parts.format(new Date(Number(at) * 1000)).replace(" ", "T");
}

async function shootAll(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `wider than ${width}`).toBeLessThanOrEqual(0);
      await shoot(page, name);
    }
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(size);
}

test("an empty inbox teaches what would be in it", async () => {
  await checker.getByText("Nothing waits for you").waitFor();
  await checker.getByText("Nothing waits", { exact: true }).waitFor();
  await expectAccessible(checker);
});

test("a maker is told at the field what the share's limits do not allow", async () => {
  await connectAs(maker, "Corporate actions");
  await maker.getByRole("link", { name: "Corporate actions", exact: true }).click();
  await maker.getByText("Nothing is announced").waitFor();
  await maker.getByRole("button", { name: "Announce an action" }).click();
  const now = await story.chain.now();
  await maker.getByLabel("In force from").fill(localTime(now + HOUR / 2n));
  await maker.getByText(/The share's minimum notice is 1 hour: choose .* UTC\) or later/).waitFor();
  await maker.getByLabel("Shares afterwards").fill("400");
  await maker.getByLabel("For each").fill("1");
  await maker.getByText("At most 100 for 1: the share's limit").waitFor();
  expect(await maker.getByRole("button", { name: "Announce", exact: true }).isEnabled()).toBe(false);
  await maker.getByLabel("Its SHA-256").fill("abc");
  await maker.getByText("This is no SHA-256").waitFor();
  await shootAll(maker, "desk-announce-problems");
});

test("a maker announces a split and sees before signing what it will do", async () => {
  const effectiveAt = ((await story.chain.now()) / 60n) * 60n + 2n * HOUR;
  await maker.getByLabel("In force from").fill(localTime(effectiveAt));
  await maker.getByLabel("Shares afterwards").fill("4");
  await maker.getByLabel("The company's announcement").setInputFiles({ name: "notice.pdf", mimeType: "application/pdf", buffer: Buffer.from("4 for 1") });
  await maker.getByText("Of notice.pdf, computed here.").waitFor();
  await maker.getByText("The node would accept it").waitFor();
  await maker.getByText(/^× 1.*becomes\s*× 4$/).first().waitFor();
  await maker.getByText(/^100 shares.*becomes\s*400 shares$/).first().waitFor();
  await shootAll(maker, "desk-announce");
  await maker.getByRole("button", { name: "Announce", exact: true }).click();
  await done(maker, "The action is announced");

  const action = await actionZero();
  const hash = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from("4 for 1")));
  expect(Buffer.from(action.documentHash)).toEqual(hash);
  expect(action).toMatchObject({
    kind: ActionKind.SPLF,
    state: ActionState.Announced,
    maker: story.market.staff.corporateActions.address,
    terms: { __kind: "Ratio", numerator: 4n, denominator: 1n },
  });
  expect(action.dates.effectiveAt).toBe(effectiveAt);
});

test("the maker cannot approve it, and reads why", async () => {
  const split = entry(maker, "Split of AAPLx");
  await split.getByText("you announced it: another member of staff, who may check, has to approve it.").waitFor();
  await split.getByText("a checker has to approve it first.").waitFor();
  expect(await split.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
  expect(await split.getByRole("button", { name: /^Schedule/ }).count()).toBe(0);
});

test("the checker sees everything that was entered, and approves by keyboard alone", async () => {
  const split = mine(checker).getByRole("article", { name: "Split of AAPLx" });
  await split.waitFor();
  const { documentHash, dates } = await actionZero();
  const shown = await split.innerText();
  expect(shown).toContain("4 new for 1 old");
  expect(shown).toContain(Buffer.from(documentHash).toString("hex"));
  expect(shown).toContain(`${new Date(Number(dates.effectiveAt) * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`);
  expect(shown).toMatch(/100 shares\s*→\s*(becomes)?\s*400 shares/);
  await shootAll(checker, "desk-queues-check");
  await checker.locator("h1").focus();
  const approve = split.getByRole("button", { name: "Approve: Split of AAPLx" });
  for (let tabs = 0; tabs < 60 && !(await approve.evaluate((button) => button === document.activeElement)); tabs += 1) {
    await checker.keyboard.press("Tab");
  }
  await checker.keyboard.press("Enter");
  await done(checker, "You have approved the action");
  await checker.getByRole("link", { name: /^Transaction/ }).waitFor();
  expect(await actionZero()).toMatchObject({ state: ActionState.Approved, checker: story.market.staff.checker.address });
});

test("the maker schedules it, and at its time the multiplier steps by itself", async () => {
  const split = entry(maker, "Split of AAPLx");
  await split.getByRole("button", { name: "Schedule: Split of AAPLx" }).click();
  await done(maker, "it takes effect by itself");
  await split.getByText("Nothing has to be done when its time comes").waitFor();
  const { dates } = await actionZero();
  await proposeMint(7n);
  const before = await fetchAsset(share);
  expect(multiplierInForce(before.data, await story.chain.now())).toBe(MULTIPLIER_ONE);
  await story.validator.timeTravel(dates.effectiveAt);
  const after = await fetchAsset(share);
  expect(multiplierInForce(after.data, await story.chain.now())).toBe(4n * MULTIPLIER_ONE);
  await split.getByText("in force", { exact: true }).waitFor();
  await shootAll(maker, "desk-actions-in-force");
  await split.getByRole("button", { name: "Settle: Split of AAPLx" }).click();
  await done(maker, "The books on the action are closed");
  expect((await actionZero()).state).toBe(ActionState.Settled);
});

test("a mint that was proposed before the multiplier moved is not offered, and its maker withdraws it", async () => {
  const mint = entry(checker, "Mint of AAPLx");
  await mint.getByText("multiplier moved", { exact: true }).waitFor();
  await mint.getByText("the raw units are no longer the shares that were meant").waitFor();
  expect(await mint.getByRole("button", { name: /^(Mint|Withdraw)/ }).count()).toBe(0);
  await connectAs(maker, "Minter");
  await maker.getByRole("link", { name: "Queues" }).click();
  await mine(maker).getByRole("button", { name: "Withdraw: Mint of AAPLx" }).click();
  await done(maker, "The proposal is withdrawn");
  await mint.waitFor({ state: "detached" });
  await connectAs(maker, "Corporate actions");
  await maker.getByRole("link", { name: "Corporate actions", exact: true }).click();
  await maker.getByRole("button", { name: "Announce an action" }).click();
});

test("an announced action is cancelled with a reason that stays", async () => {
  const effectiveAt = ((await story.chain.now()) / 60n) * 60n + 3n * HOUR;
  await maker.getByLabel("Kind").selectOption("Reinvested dividend");
  await maker.getByLabel("Dividend a share").fill("0.25");
  await maker.getByLabel("Tax withheld").fill("15");
  await maker.getByLabel("Price a share is bought at").fill("50");
  await maker.getByLabel("In force from").fill(localTime(effectiveAt));
  await maker.getByLabel("Its SHA-256").fill("ab".repeat(32));
  await maker.getByRole("button", { name: "Announce", exact: true }).click();
  await done(maker, "The action is announced");
  const dividend = entry(maker, "Reinvested dividend of AAPLx");
  await dividend.getByRole("button", { name: "Cancel: Reinvested dividend of AAPLx" }).click();
  await dividend.getByLabel("Why it is cancelled").fill("CASE-2026-7");
  await dividend.getByRole("button", { name: "Cancel for ever" }).click();
  await done(maker, "The action is cancelled, for ever");
  const [, cancelled] = await fetchCalendar(story.chain.rpc, share.asset);
  expect(cancelled?.data.state).toBe(ActionState.Cancelled);
  expect(Buffer.from(cancelled?.data.reason ?? []).toString().replace(/\0+$/, "")).toBe("CASE-2026-7");
  await maker.getByText("Settled and cancelled (2)").click();
  await shootAll(maker, "desk-actions");
  await expectQuiet(maker);
});

test("the admin is told that a change waits before signing, and cannot approve it", async () => {
  await connectAs(maker, "Admin");
  await maker.getByRole("link", { name: "Queues" }).click();
  await maker.getByRole("button", { name: "Change a setting" }).click();
  // Four shares for each raw unit by now.
  await maker.getByLabel("Supply cap").fill("8000000");
  await maker.getByText(/200.000.000.000.000 raw units at the multiplier now/).waitFor();
  await maker.getByText("It loosens, so it waits 1 day").waitFor();
  await maker.getByText("Another member of staff, who may check, has to approve it.").waitFor();
  await maker.getByLabel("Case reference").fill("CASE-2026-14");
  await shootAll(maker, "desk-setting-waits");
  await maker.getByRole("button", { name: "Propose the change" }).click();
  await done(maker, "The change is in the queue");
  const cap = entry(maker, "Supply cap of AAPLx");
  await cap.getByText("you proposed it: another member of staff, who may check, has to approve it.").waitFor();
  expect(await cap.getByRole("button", { name: /^Approve/ }).count()).toBe(0);
  const pending = await pendingChange(0);
  expect(pending).toMatchObject({ maker: story.market.admin.address, checker: NO_ADDRESS, change: { __kind: "SupplyCap", raw: CAP } });
  expect(pending.executableAt - pending.proposedAt).toBe(DAY);
  expect((await fetchAsset(share)).data.supplyCap).not.toBe(CAP);
});

test("what tightens is made at once", async () => {
  await maker.getByLabel("Setting", { exact: true }).selectOption("Settlement window");
  await maker.getByLabel("Settlement window").last().fill("2 weeks");
  await maker.getByText('"2 weeks" is not a span of time').waitFor();
  const { settlementWindow } = (await fetchAsset(share)).data;
  const shorter = settlementWindow - Number(HOUR);
  await maker.getByLabel("Settlement window").last().fill(`${shorter} s`);
  await maker.getByText("It takes effect at once").waitFor();
  await maker.getByLabel("Case reference").fill("CASE-2026-15");
  await maker.getByRole("button", { name: "Change the setting" }).click();
  await done(maker, "The setting is changed");
  expect((await fetchAsset(share)).data.settlementWindow).toBe(shorter);
});

test("the checker approves a change; before its time it is said when, and at its time anybody carries it out", async () => {
  const cap = entry(checker, "Supply cap of AAPLx");
  await cap.getByText("8 000 000 shares (200 000 000 000 000 raw)".replaceAll(" 0", "\u202f0")).waitFor();
  await cap.getByRole("button", { name: "Approve: Supply cap of AAPLx" }).click();
  await done(checker, "You have approved the change");
  expect((await pendingChange(0)).checker).toBe(story.market.staff.checker.address);
  await cap.getByText("its time has not come. From then on anybody can.").waitFor();
  expect(await cap.getByRole("button", { name: /^Carry out/ }).count()).toBe(0);
  await cap.getByText("only the admin and who proposed it can, until it expires.").waitFor();
  await story.validator.timeTravel((await pendingChange(0)).executableAt);
  await mine(checker).getByRole("button", { name: "Carry out: Supply cap of AAPLx" }).click();
  await done(checker, "The setting is changed");
  expect((await fetchAsset(share)).data.supplyCap).toBe(CAP);
  await expectQuiet(checker);
});

test("a change that is due and not approved is not offered, and the admin cancels it", async () => {
  await maker.getByLabel("Setting", { exact: true }).selectOption("Fees");
  await maker.getByLabel("On purchases").fill("0.25");
  await maker.getByLabel("Case reference").fill("CASE-2026-16");
  await maker.getByRole("button", { name: "Propose the change" }).click();
  await done(maker, "The change is in the queue");
  await story.validator.timeTravel((await pendingChange(1)).executableAt);
  const fees = entry(maker, "Fees of AAPLx");
  await fees.getByText("due", { exact: true }).waitFor();
  await fees.getByText(/Carry out: .*checker/).waitFor();
  expect(await fees.getByRole("button", { name: /^Carry out/ }).count()).toBe(0);
  await shootAll(maker, "desk-queues-due");
  await fees.getByRole("button", { name: "Cancel: Fees of AAPLx" }).click();
  await done(maker, "The change is out of the queue");
  await fees.waitFor({ state: "detached" });
  await expect(pendingChange(1)).rejects.toThrow();
  expect((await fetchAsset(share)).data.purchaseFeeBps).toBe(0);
});

test("a proposed mint is carried out by the checker, after it was declined once", async () => {
  const { chain } = story;
  const destination = await proposeMint(8n);
  const mint = mine(checker).getByRole("article", { name: "Mint of AAPLx" });
  await mint.getByText("100 shares (2\u202f500\u202f000\u202f000 raw)").first().waitFor();
  await shootAll(checker, "desk-queues-mint");
  checkersWallet.decide("decline");
  await mint.getByRole("button", { name: "Mint: Mint of AAPLx" }).click();
  await done(checker, "You declined to sign");
  checkersWallet.decide("approve");
  await mint.getByRole("button", { name: "Mint: Mint of AAPLx" }).click();
  await done(checker, "The shares are minted");
  await mint.waitFor({ state: "detached" });
  const { value } = await chain.rpc.getTokenAccountBalance(destination, { commitment: "confirmed" }).send();
  expect(value.amount).toBe(String(25n * ONE_SHARE));
  await expectQuiet(checker);
  await expectQuiet(maker);
});

test("a payout that waits for a checker says how one is approved", async () => {
  const { chain, validator } = story;
  const now = await chain.now();
  const dates = { recordAt: now + HOUR, effectiveAt: now + 2n * HOUR, payableAt: now + 3n * HOUR };
  const terms = { __kind: "Cash", paymentMint: cash.mint, gross: 1_000_000n, withholdingBps: 0 } as const;
  const { action } = await scheduleAction(share, { kind: ActionKind.DVCA, terms, dates });
  await validator.timeTravel(dates.recordAt + 1n);
  const raw = 25n * ONE_SHARE;
  const entitlements = [{ owner: alice.address, raw, ...cashDue(raw, 4n * MULTIPLIER_ONE, 1_000_000n, 0) }];
  const { payout } = await open(share, action, { paid: cash, entitlements });
  const waiting = mine(checker).getByRole("article", { name: "Payout of AAPLx: cash dividend" });
  await waiting.getByText("scrip distribute approve AAPLx --action 2 --snapshot DIRECTORY").waitFor();
  expect(await waiting.getByRole("link", { name: "Payout" }).getAttribute("href")).toContain(payout);
  // 100 shares at 1.00 of a token with 6 decimals.
  expect((await waiting.innerText()).replaceAll(/\s/g, "")).toContain("100(100000000baseunits)");
  await shootAll(checker, "desk-queues-payout");
  await expectQuiet(checker);
});

/** The minter proposes 25 raw shares for the holder; returns the token account. */
async function proposeMint(id: bigint) {
  const { market, chain } = story;
  const { minter } = market.staff;
  const destination = await tokenAccountOf(share, alice.address);
  const proposal = { actor: minter, payer: minter, role: await roleOf(market, minter), mint: share.mint, destination, id };
  const quantity = { __kind: "Raw", amount: 25n * ONE_SHARE } as const;
  const reference = new Uint8Array(32);
  reference.set(new TextEncoder().encode(`ORDER-${id}`));
  await chain.send(minter, [await issuer.getProposeMintInstructionAsync({ ...proposal, quantity, reference })]);
  return destination;
}

async function pendingChange(id: number): Promise<issuer.PendingChange> {
  const address = await findPendingChange(story.market.issuer, id);
  return (await issuer.fetchPendingChange(story.chain.rpc, address, { commitment: "confirmed" })).data;
}
