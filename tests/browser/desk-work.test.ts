/** The working sections of the issuer's desk: trading, mint and holders, as staff use them, with the chain checked. */
import { HolderStatus, UNLIMITED, issuer, transferHook } from "@scrip/client";
import { type Base58EncodedBytes, type KeyPairSigner, generateKeyPairSigner, getBase58Decoder } from "@solana/kit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { ServedConsole } from "../../app/server/serve.ts";
import { airdrop } from "../harness/airdrop.ts";
import { approveCustodian, attest, enforceReserves } from "../harness/custody.ts";
import { change } from "../harness/governance.ts";
import { request } from "../harness/primary.ts";
import { fetchRecord, onboard } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, tokenAccountOf } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { type Extension, installExtension } from "./harness/extension.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { shoot } from "./harness/shots.ts";
import { expectQuiet } from "./harness/watch.ts";

const DAY = 86_400n;
const SOON = { timeout: 15_000 };
const WIDTHS = [390, 820, 1440];
const story = beginStory();
let browser: Browser;
let served: ServedConsole;
let apple: Share;
let tesla: Share;
let alice: KeyPairSigner;
let custodian: KeyPairSigner;

beforeAll(async () => {
  browser = await openBrowser();
  const { market, chain } = story;
  served = await consoleOf(market, story.validator.rpcUrl);
  [alice, custodian] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner()]);
  const { staff, registrar } = market;
  const people = [staff.surveillance, staff.marketSupervisor, staff.security, staff.director, staff.corporateActions, staff.minter, staff.redeemer, registrar, alice, custodian];
  await Promise.all(people.map(({ address }) => airdrop(chain.rpc, address, 10_000_000_000n)));
  apple = await createShare(market, { ...APPLE, multiplier: 2n * 10n ** 18n });
  tesla = await createShare(market, { name: "Tesla xStock", symbol: "TSLAx", isin: "US88160R1014" });
  await onboard(market, alice.address);
  await approveCustodian(market, custodian.address);
  await enforceReserves(apple, { maxAge: Number(DAY) });
  await attest(apple, custodian, 1_000n * ONE_SHARE);
});
afterAll(async () => {
  await served?.close();
  await browser?.close();
});

/** The desk as a member of staff sees it, with their wallet connected. */
async function desk(section: string, key: KeyPairSigner, options: { width?: number; colorScheme?: "light" | "dark" } = {}): Promise<{ page: Page; wallet: Extension }> {
  const page = await openPage(browser, { baseUrl: served.url, allowed: [story.validator.rpcUrl], ...options });
  onTestFinished(() => page.close());
  const wallet = await installExtension(page, [{ label: "Staff", key }]);
  await page.addInitScript((address) => localStorage.setItem("scrip.wallet", JSON.stringify(["Test extension", address])), key.address);
  await page.goto(`#/desk/${section}`);
  return { page, wallet };
}

async function inAllSizes(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} at ${width}`).toBeLessThanOrEqual(0);
      await shoot(page, name);
    }
  }
  await expectQuiet(page);
}

const policyOf = async (share: Share) => (await transferHook.fetchPolicy(story.chain.rpc, share.policy, { commitment: "confirmed" })).data;
const rowOf = (page: Page, symbol: string) => page.getByRole("listitem", { name: symbol });

test("surveillance halts a share by the keyboard alone, and the supervisor resumes it", async () => {
  const { staff } = story.market;
  const { page, wallet } = await desk("trading", staff.surveillance);
  const search = page.getByLabel("Find a share");
  await search.fill("aapl");
  expect(await page.getByRole("listitem").count()).toBe(1);
  await search.press("Tab");
  // The standing is a link to the policy that says so.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), SOON).toBe("trading");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const reason = page.getByLabel("Reason");
  await expect.poll(() => reason.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await inAllSizes(page, "desk-trading-halt");
  await reason.selectOption("regulatory");
  await reason.focus();
  await page.keyboard.press("Tab");
  const confirm = page.getByRole("button", { name: "Halt AAPLx now" });
  for (let steps = 0; steps < 10 && !(await confirm.evaluate((element) => element === document.activeElement)); steps += 1) {
    await page.keyboard.press("Tab");
  }
  expect(wallet.asked()).toBe(0);
  await page.keyboard.press("Enter");
  await page.getByText("Trading is halted.").waitFor();
  expect(wallet.asked()).toBe(1);
  expect(await policyOf(apple)).toMatchObject({ haltReason: 2, haltedUntil: 0n });
  await rowOf(page, "AAPLx").getByText("halted", { exact: true }).waitFor();
  await rowOf(page, "AAPLx").getByText("regulatory, until resumed").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), SOON).toBe("Close");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("li")?.getAttribute("aria-label")), SOON).toBe("AAPLx");
  // Who halts need not be who resumes.
  await page.getByText("does not have the permissions “resume”").waitFor();
  expect(await page.getByRole("button", { name: /Resume/ }).count()).toBe(0);
  await expectQuiet(page);

  const other = await desk("trading", staff.marketSupervisor);
  await other.page.getByRole("button", { name: "Resume AAPLx…" }).click();
  await other.page.getByRole("button", { name: "Resume AAPLx now" }).click();
  await other.page.getByText("The halt is over.").waitFor();
  expect((await policyOf(apple)).haltReason).toBe(0);
  await rowOf(other.page, "AAPLx").getByText("trading", { exact: true }).waitFor();
  expect(await other.page.getByRole("button", { name: /Halt/ }).count()).toBe(0);
  await expectQuiet(other.page);
});

test("a halt may end by itself, and an end that is over is not taken", async () => {
  const { page, wallet } = await desk("trading", story.market.staff.surveillance);
  await page.getByRole("button", { name: "Halt TSLAx…" }).click();
  const end = page.getByLabel("Ends by itself (optional)");
  await end.fill("2020-01-01T10:00");
  await page.getByText("That is over already on the chain’s clock").waitFor();
  expect(await page.getByRole("button", { name: "Halt TSLAx now" }).isDisabled()).toBe(true);
  const until = new Date(Number((await story.chain.now()) + DAY) * 1000).toISOString().slice(0, 16);
  await end.fill(until);
  await page.getByRole("button", { name: "Halt TSLAx now" }).click();
  await page.getByText("Trading is halted.").waitFor();
  expect(wallet.asked()).toBe(1);
  expect((await policyOf(tesla)).haltedUntil).toBe(BigInt(Date.parse(`${until}Z`) / 1000));
});

test("a pause stops everything, and is shown beside the halt", async () => {
  const { staff } = story.market;
  const first = await desk("trading", staff.security);
  await first.page.getByRole("button", { name: "Pause AAPLx…" }).click();
  await first.page.getByText("Nothing of this share moves any more").waitFor();
  await first.page.getByRole("button", { name: "Pause AAPLx now" }).click();
  await rowOf(first.page, "AAPLx").getByText("paused", { exact: true }).waitFor();
  const second = await desk("trading", staff.director);
  await second.page.getByRole("button", { name: "Unpause AAPLx…" }).click();
  await second.page.getByRole("button", { name: "Unpause AAPLx now" }).click();
  await second.page.getByText("The share is unpaused.").waitFor();
  await rowOf(second.page, "AAPLx").getByText("trading", { exact: true }).waitFor();
  await expectQuiet(second.page);
});

test("a blackout is set for a window, and cleared again", async () => {
  const { page, wallet } = await desk("trading", story.market.staff.corporateActions);
  await page.getByRole("button", { name: "Set blackout AAPLx…" }).click();
  const submit = page.getByRole("button", { name: "Set blackout of AAPLx now" });
  const at = async (days: bigint) => new Date(Number((await story.chain.now()) + days * DAY) * 1000).toISOString().slice(0, 16);
  const [from, until] = [await at(2n), await at(4n)];
  await page.getByLabel("First moment").fill(until);
  await page.getByLabel("Ends").fill(from);
  await page.getByText("It ends before it begins").waitFor();
  expect(await submit.isDisabled()).toBe(true);
  await page.getByLabel("First moment").fill(from);
  await page.getByLabel("Ends").fill(until);
  await submit.click();
  await page.getByText("The blackout is set.").waitFor();
  const seconds = (time: string) => BigInt(Date.parse(`${time}Z`) / 1000);
  expect(await policyOf(apple)).toMatchObject({ blackoutFrom: seconds(from), blackoutUntil: seconds(until) });
  await rowOf(page, "AAPLx").getByText(/^Blackout from/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Clear blackout AAPLx…" }).click();
  await page.getByRole("button", { name: "Clear blackout of AAPLx now" }).click();
  await page.getByText("There is no blackout any more.").waitFor();
  expect(await policyOf(apple)).toMatchObject({ blackoutFrom: 0n, blackoutUntil: 0n });
  expect(wallet.asked()).toBe(2);
  await expectQuiet(page);
});

async function fillMint(page: Page, amount: string): Promise<void> {
  await page.getByLabel("Recipient’s wallet").fill(alice.address);
  await page.getByLabel("Amount", { exact: true }).fill(amount);
  await page.getByLabel("Case reference").fill("ORDER-17");
}

test("a minter mints within the head-room, into an account that is opened along", async () => {
  const { page, wallet } = await desk("mint", story.market.staff.minter);
  await fillMint(page, "12.5");
  // 12.5 shares at a multiplier of two.
  await page.getByText("mints 625 000 000 raw").waitFor();
  await page.getByText("is opened in the same transaction").waitFor();
  await page.getByText("The program would accept this now.").waitFor();
  await inAllSizes(page, "desk-mint");
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await page.getByText("The shares are in the recipient’s account.").waitFor();
  expect(wallet.asked()).toBe(1);
  const account = await tokenAccountOf(apple, alice.address);
  expect((await story.chain.tokenBalance(account)).raw).toBe(625_000_000n);
  expect(await page.getByRole("button", { name: "Mint", exact: true }).count(), "one press, one mint").toBe(0);
  await page.getByText("open", { exact: true }).waitFor();
});

test("more than the reserves cover is refused before the wallet is asked, with the program's reason", async () => {
  const { page, wallet } = await desk("mint", story.market.staff.minter);
  const before = await story.chain.tokenBalance(await tokenAccountOf(apple, alice.address));
  await fillMint(page, "1000");
  // 987.5 of 1,000 attested shares are left.
  await page.getByText("49 375 000 000 raw").first().waitFor();
  await page.getByText("too little").waitFor();
  await page.getByText("The attested reserves do not cover the supply").waitFor();
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await page.getByRole("alert").getByText("code 7090").waitFor();
  expect(wallet.asked()).toBe(0);
  expect(await story.chain.tokenBalance(await tokenAccountOf(apple, alice.address))).toEqual(before);
  await expectAccessible(page);
  await expectQuiet(page);
});

async function readProposals() {
  const bytes = getBase58Decoder().decode(issuer.MINT_PROPOSAL_DISCRIMINATOR) as Base58EncodedBytes;
  const filters = [{ memcmp: { offset: 0n, bytes, encoding: "base58" } }] as const;
  const config = { commitment: "confirmed", encoding: "base64", filters } as const;
  const found = await story.chain.rpc.getProgramAccounts(issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, config).send();
  return Promise.all(found.map(({ pubkey }) => issuer.fetchMintProposal(story.chain.rpc, pubkey, { commitment: "confirmed" })));
}

test("above the four-eyes threshold a proposal for the checker is made instead", async () => {
  const { market, chain } = story;
  await change(market, { __kind: "MintFourEyes", above: 100n * ONE_SHARE }, apple.mint);
  onTestFinished(() => change(market, { __kind: "MintFourEyes", above: UNLIMITED }, apple.mint).then(() => undefined, () => undefined));
  const { page, wallet } = await desk("mint", market.staff.minter);
  const before = await chain.tokenBalance(await tokenAccountOf(apple, alice.address));
  await page.getByLabel("Amount is in").selectOption("raw");
  await fillMint(page, "10000000001");
  await page.getByText("This needs a checker").waitFor();
  await page.getByText("The program would accept this now.").waitFor();
  await page.getByRole("button", { name: "Propose to a checker" }).click();
  await page.getByText("The proposal waits for a checker.").waitFor();
  expect(wallet.asked()).toBe(1);
  expect(await chain.tokenBalance(await tokenAccountOf(apple, alice.address))).toEqual(before);
  const proposals = (await readProposals()).map(({ data }) => data);
  expect(proposals).toMatchObject([{ amount: 10_000_000_001n, maker: market.staff.minter.address, destination: await tokenAccountOf(apple, alice.address) }]);
  await page.getByLabel("Amount is in").selectOption("shares");
  await page.getByText("Mint something else").waitFor({ state: "detached" });
});

test("the minter's cap and bucket are shown with their facts, and the program says when the bucket holds too little", async () => {
  const { market } = story;
  const member = market.staff.minter.address;
  await change(market, { __kind: "Minter", member, cap: 1_000n * ONE_SHARE, capacity: 10n * ONE_SHARE, period: 1_000_000 }, tesla.mint);
  const { page, wallet } = await desk("mint", market.staff.minter);
  await page.getByLabel("Share", { exact: true }).selectOption({ label: "TSLAx · Tesla xStock" });
  await page.getByText("1 000 shares").waitFor();
  await page.getByText("holds at most 1 000 000 000 raw").waitFor();
  await page.getByText("the asset’s reserve rule is off").waitFor();
  await fillMint(page, "8");
  await page.getByText("The program would accept this now.").waitFor();
  await page.getByRole("button", { name: "Mint", exact: true }).click();
  await page.getByText("The shares are in the recipient’s account.").waitFor();
  await page.getByText("800 000 000 raw were out of it").waitFor();
  await page.getByText("992 shares", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Mint something else" }).click();
  await page.getByLabel("Amount", { exact: true }).fill("8");
  await page.getByText("code 7044").waitFor();
  expect(wallet.asked()).toBe(1);
  await expectQuiet(page);
});

test("who may not mint reads which permission is missing, and sees the head-room all the same", async () => {
  const { page } = await desk("mint", story.market.staff.surveillance);
  await page.getByText("To mint, connect a wallet that has a role with the permission “mint”").waitFor();
  await page.getByText("none for this wallet").waitFor();
  expect(await page.getByRole("button", { name: "Mint", exact: true }).count()).toBe(0);
  await expectAccessible(page);
  await expectQuiet(page);
});

test("the redeemer settles a redemption off chain, and gives another one back", async () => {
  const { market, chain } = story;
  const deadline = (await chain.now()) + 30n * DAY;
  const demand = { amount: 100_000_000n, deadline };
  const { redemption: paid } = await request(apple, alice, { id: 1n, ...demand });
  const { page, wallet } = await desk("mint", market.staff.redeemer);
  await page.getByLabel("Share", { exact: true }).selectOption({ label: "TSLAx · Tesla xStock" });
  await page.getByText("Nobody waits to be paid").waitFor();
  await page.getByLabel("Share", { exact: true }).selectOption({ label: "AAPLx · Apple xStock" });
  await page.getByRole("button", { name: "Settle" }).click();
  await page.getByLabel("Payment reference").fill("WIRE-1");
  await inAllSizes(page, "desk-redemptions");
  await page.getByRole("button", { name: "Burn and settle" }).click();
  await page.getByText("the redemption is settled").waitFor();
  expect((await chain.rpc.getAccountInfo(paid, { commitment: "confirmed", encoding: "base64" }).send()).value).toBeNull();
  await page.getByRole("button", { name: "Close" }).click();
  const before = await chain.tokenBalance(await tokenAccountOf(apple, alice.address));
  const { redemption: refused } = await request(apple, alice, { id: 2n, ...demand });
  await page.getByRole("button", { name: "Reject" }).click();
  await page.getByLabel("Case reference").fill("NO-ACCOUNT");
  await page.getByRole("button", { name: "Give back" }).click();
  await page.getByText("back with their owner").waitFor();
  expect((await chain.rpc.getAccountInfo(refused, { commitment: "confirmed", encoding: "base64" }).send()).value).toBeNull();
  expect(await chain.tokenBalance(await tokenAccountOf(apple, alice.address))).toEqual(before);
  expect(wallet.asked()).toBe(2);
  await expectQuiet(page);
});

test("a holder is found, suspended and reinstated, with the case on chain", async () => {
  const { page, wallet } = await desk("holders", story.market.registrar);
  await page.getByLabel("Wallet", { exact: true }).fill("nobody");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByText("This is no address").waitFor();
  await page.getByLabel("Wallet", { exact: true }).fill(alice.address);
  await page.getByRole("button", { name: "Find" }).click();
  const record = page.getByRole("region", { name: "Record" });
  await record.getByText("Switzerland (CH)").waitFor();
  await record.getByText("AAPLx").waitFor();
  await page.getByRole("button", { name: "Suspend" }).click();
  expect(await page.getByRole("button", { name: "Suspend this holder" }).isDisabled()).toBe(true);
  await page.getByLabel("Case reference").fill("CASE-2026-17");
  await inAllSizes(page, "desk-holder");
  await page.getByRole("button", { name: "Suspend this holder" }).click();
  await page.getByText("The holder is suspended.").waitFor();
  await record.getByText("suspended", { exact: true }).waitFor();
  expect((await fetchRecord(story.market, alice.address)).status).toBe(HolderStatus.Suspended);
  await page.getByRole("button", { name: "Reinstate" }).click();
  await page.getByLabel("Case reference").fill("CASE-2026-17");
  await page.getByRole("button", { name: "Reinstate this holder" }).click();
  await page.getByText("The holder is reinstated.").waitFor();
  expect((await fetchRecord(story.market, alice.address)).status).toBe(HolderStatus.Active);
  expect(wallet.asked()).toBe(2);
  await expectQuiet(page);
});

test("one wallet is put on the register, its facts are changed, and the list has it", async () => {
  const { market } = story;
  const newcomer = await generateKeyPairSigner();
  const { page } = await desk("holders", market.registrar);
  await page.getByLabel("Wallet", { exact: true }).fill(newcomer.address);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByText("This wallet is not on the register").waitFor();
  await page.getByRole("button", { name: "Put on the register" }).click();
  const form = page.getByRole("form", { name: "Put on the register" });
  await form.getByLabel("Residence").selectOption("Singapore (SG)");
  await form.getByLabel("Check ends").fill("2031-06-30");
  await form.getByLabel("professional").check();
  await form.getByLabel("Identity", { exact: true }).fill("customer-9");
  await form.getByText("open the salt as well").waitFor();
  await form.getByLabel("Identity salt (optional)").setInputFiles({ name: "identity.salt", mimeType: "text/plain", buffer: Buffer.from("a salt of sixteen bytes or more\n") });
  await form.getByRole("button", { name: "Put on the register" }).click();
  await page.getByText("The wallet is on the register.").waitFor();
  const first = await fetchRecord(market, newcomer.address);
  expect(first).toMatchObject({ jurisdiction: 702, investorClasses: 4, kycExpiresAt: BigInt(Date.UTC(2031, 5, 30) / 1000), lockedUntil: 0n });
  await page.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("button", { name: "Change facts" }).click();
  await page.getByLabel("Residence").first().selectOption("Japan (JP)");
  await page.getByRole("button", { name: "Replace the facts" }).click();
  await page.getByText("The facts are replaced.").waitFor();
  const { jurisdiction, identity, kycExpiresAt } = await fetchRecord(market, newcomer.address);
  expect({ jurisdiction, identity, kycExpiresAt }).toEqual({ jurisdiction: 392, identity: first.identity, kycExpiresAt: first.kycExpiresAt });

  const register = page.getByRole("region", { name: "The register" });
  await register.getByRole("button", { name: "Load the list" }).click();
  await register.getByText(/\d+ of \d+ records/).waitFor();
  await register.getByLabel("Residence").selectOption({ label: "JP (1)" });
  await register.getByText(/^1 of \d+ records/).waitFor();
  await register.getByRole("button", { name: newcomer.address.slice(0, 4) }).waitFor();
  await inAllSizes(page, "desk-register");
});

test("a member of staff without a registrar's appointment is told what is missing", async () => {
  const { page } = await desk("holders", story.market.staff.minter);
  await page.getByLabel("Wallet", { exact: true }).fill(alice.address);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByText("connect a wallet that has a registrar’s appointment with the permission “suspend”").waitFor();
  expect(await page.getByRole("button", { name: "Suspend" }).count()).toBe(0);
  await expectQuiet(page);
});
