/** The pages behind the figures: every type of account says what the client reads from it, and transactions what they did. */
import { issuer, transferHook } from "@scrip/client";
import { TOKEN_2022_PROGRAM_ADDRESS } from "@solana-program/token-2022";
import { type Address, type EncodedAccount, type ReadonlyUint8Array, containsBytes, getBase64Encoder, isAddress } from "@solana/kit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { setStatus } from "../harness/register.ts";
import { APPLE, mintShares, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";
import { expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { consoleOf } from "./harness/market-console.ts";
import { openPage } from "./harness/page.ts";
import { shoot } from "./harness/shots.ts";
import { expectQuiet } from "./harness/watch.ts";
import { type Scene, everyAccount } from "./source-scene.ts";

type Type = readonly [name: string, discriminator: ReadonlyUint8Array, decoder: { decode(bytes: ReadonlyUint8Array): object }];

const ISSUER: readonly Type[] = [
  ["Asset", issuer.ASSET_DISCRIMINATOR, issuer.getAssetDecoder()],
  ["Claim page", issuer.CLAIM_PAGE_DISCRIMINATOR, issuer.getClaimPageDecoder()],
  ["Corporate action", issuer.CORPORATE_ACTION_DISCRIMINATOR, issuer.getCorporateActionDecoder()],
  ["Custodian", issuer.CUSTODIAN_DISCRIMINATOR, issuer.getCustodianDecoder()],
  ["Holder election", issuer.HOLDER_ELECTION_DISCRIMINATOR, issuer.getHolderElectionDecoder()],
  ["Issuer", issuer.ISSUER_DISCRIMINATOR, issuer.getIssuerDecoder()],
  ["Mint proposal", issuer.MINT_PROPOSAL_DISCRIMINATOR, issuer.getMintProposalDecoder()],
  ["Minter", issuer.MINTER_DISCRIMINATOR, issuer.getMinterDecoder()],
  ["Payment mint", issuer.PAYMENT_MINT_DISCRIMINATOR, issuer.getPaymentMintDecoder()],
  ["Payout", issuer.PAYOUT_DISCRIMINATOR, issuer.getPayoutDecoder()],
  ["Pending change", issuer.PENDING_CHANGE_DISCRIMINATOR, issuer.getPendingChangeDecoder()],
  ["Redemption", issuer.REDEMPTION_DISCRIMINATOR, issuer.getRedemptionDecoder()],
  ["Reserve attestation", issuer.RESERVE_ATTESTATION_DISCRIMINATOR, issuer.getReserveAttestationDecoder()],
  ["Role", issuer.ROLE_DISCRIMINATOR, issuer.getRoleDecoder()],
  ["Subscription", issuer.SUBSCRIPTION_DISCRIMINATOR, issuer.getSubscriptionDecoder()],
  ["Tender", issuer.TENDER_DISCRIMINATOR, issuer.getTenderDecoder()],
];
const HOOK: readonly Type[] = [
  ["Holder", transferHook.HOLDER_DISCRIMINATOR, transferHook.getHolderDecoder()],
  ["Policy", transferHook.POLICY_DISCRIMINATOR, transferHook.getPolicyDecoder()],
  ["Registrar", transferHook.REGISTRAR_DISCRIMINATOR, transferHook.getRegistrarDecoder()],
  ["Registry", transferHook.REGISTRY_DISCRIMINATOR, transferHook.getRegistryDecoder()],
  ["Trusted credential", transferHook.TRUSTED_CREDENTIAL_DISCRIMINATOR, transferHook.getTrustedCredentialDecoder()],
  ["Venue program", transferHook.VENUE_PROGRAM_DISCRIMINATOR, transferHook.getVenueProgramDecoder()],
];

const story = beginStory();
let browser: Browser;
let scene: Scene;
let rpcUrl: string;
let accounts: Readonly<Record<"issuer" | "hook", readonly EncodedAccount[]>>;

beforeAll(async () => {
  browser = await openBrowser();
  scene = await everyAccount(story);
  rpcUrl = story.validator.rpcUrl;
  accounts = { issuer: await all(issuer.SCRIP_ISSUER_PROGRAM_ADDRESS), hook: await all(transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS) };
}, 600_000);

afterAll(() => browser?.close());

async function all(program: Address): Promise<readonly EncodedAccount[]> {
  const found = await story.chain.rpc.getProgramAccounts(program, { commitment: "confirmed", encoding: "base64" }).send();
  return found.map(({ pubkey, account }) => ({ address: pubkey, data: getBase64Encoder().encode(account.data[0]) }) as EncodedAccount);
}

async function open(look: { width?: number; colorScheme?: "light" | "dark" } = {}): Promise<Page> {
  const served = await consoleOf(story.market, rpcUrl);
  const page = await openPage(browser, { baseUrl: served.url, allowed: [rpcUrl], ...look });
  onTestFinished(() => page.close().then(() => served.close()));
  return page;
}

/** What is shown beside the name of a field, without the spaces that group digits. */
async function shown(page: Page): Promise<ReadonlyMap<string, { readonly text: string; readonly links: readonly string[] }>> {
  const rows = await page.locator("dl > div").evaluateAll((all) =>
    all.map((row) => {
      const [name, value] = [row.querySelector("dt"), row.querySelector("dd")];
      const links = [...(value?.querySelectorAll("a") ?? [])].map(({ hash }) => hash.slice(1));
      return [name?.textContent ?? "", { text: value?.textContent ?? "", links }] as const;
    }),
  );
  return new Map(rows.map(([name, { text, links }]) => [name.toLowerCase().replaceAll(" ", ""), { text: text.replaceAll("\u202f", ""), links }]));
}

/** The exact value of every field has to be on the page, in one way or another. */
function expectField(found: { readonly text: string; readonly links: readonly string[] } | undefined, value: unknown, name: string): void {
  expect(found, name).toBeDefined();
  const { text, links } = found ?? { text: "", links: [] };
  if (typeof value === "string" && isAddress(value)) {
    const nobody = value === "11111111111111111111111111111111";
    expect(nobody ? text : links, name).toEqual(nobody ? "nobody (all zeros)" : [`/account/${value}`]);
  } else if (typeof value === "boolean") {
    expect(text, name).toBe(value ? "yes" : "no");
  } else if (value instanceof Uint8Array) {
    const hex = Buffer.from(value).toString("hex");
    expect(text, name).toContain(/^0*$/.test(hex) ? "all zeros" : hex);
  } else if (typeof value === "bigint" || typeof value === "number") {
    expect(text.match(/\d+/g) ?? [], name).toContain(`${value}`);
  } else {
    expect(Object.keys(value as object).length, name).toBeGreaterThan(0);
    expect(text.length, name).toBeGreaterThan(0);
  }
}

test.each([...ISSUER.map((type) => ["issuer", ...type] as const), ...HOOK.map((type) => ["hook", ...type] as const)])(
  "%s: an account of type %s shows what the client reads from it",
  async (program, name, discriminator, decoder) => {
    const found = accounts[program].filter(({ data }) => containsBytes(data, discriminator, 0));
    expect(found.length, `accounts of type ${name} in the scene`).toBeGreaterThan(0);
    const account = found[0] as EncodedAccount;
    const page = await open();
    await page.goto(`/#/account/${account.address}`);
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    await page.getByText("What it says").waitFor();
    const rows = await shown(page);
    for (const [field, value] of Object.entries(decoder.decode(account.data))) {
      if (field !== "discriminator" && field !== "padding") {
        expectField(rows.get(field.toLowerCase()), value, field);
      }
    }
    await expectAccessible(page);
    await page.getByText(`${account.data.length} bytes, hexadecimal`.replace(/(\d)(\d{3}) /, "$1\u202f$2 ")).click();
    expect(await page.getByRole("region", { name: "Bytes in hexadecimal" }).textContent()).toBe(Buffer.from(account.data).toString("hex"));
    await expectQuiet(page);
  },
);

test("numbers say what they are: multipliers, times, codes, text, countries", async () => {
  const page = await open();
  await page.goto(`/#/account/${scene.share.asset}`);
  await page.getByText("1000000000000000000, 18 decimals").first().waitFor();
  await page.getByText(APPLE.isin, { exact: true }).waitFor();
  await page.getByText(/^Active\s+1$/).waitFor();
  await page.getByText("A tokenized share.").waitFor();
  await page.goto(`/#/account/${scene.share.policy}`);
  await page.getByText(/^country 840\s+ISO 3166-1 numeric/).waitFor();
  await page.getByText(/^Allowlist\s+1$/).waitFor();
  await expectQuiet(page);
});

test("tokens, wallets, programs and nothing at all are told apart", async () => {
  const { share, cash, alice } = scene;
  const page = await open({ width: 390 });
  const heads: readonly (readonly [string, string, RegExp])[] = [
    [share.mint, "Mint", /Scaled ui amount config/],
    [cash.mint, "Mint", /Token program/],
    [await tokenAccountOf(share, alice.address), "Token account", /Transfer hook account/],
    [alice.address, "Wallet", /System program/],
    [TOKEN_2022_PROGRAM_ADDRESS, "Token-2022", /lamports/],
    ["So11111111111111111111111111111111111111113", "Account", /There is nothing at this address/],
    ["mistyped", "Account", /This is no address/],
  ];
  for (const [address, head, text] of heads) {
    await page.goto(`/#/account/${address}`);
    await page.getByRole("heading", { level: 1, name: head, exact: true }).waitFor();
    await page.getByText(text).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectAccessible(page);
  }
  await expectQuiet(page);
});

test("from a figure to its account, to the transaction that changed it, and what that did", async () => {
  const page = await open();
  const { signature, events } = await setStatus(story.market, scene.alice.address, 2);
  const [record] = await transferHook.findHolderPda({ registry: story.market.registry, wallet: scene.alice.address });
  await page.goto(`/#/account/${record}`);
  await page.getByText(/^Suspended\s+2$/).waitFor();
  await page.getByRole("link", { name: `${signature.slice(0, 4)}…${signature.slice(-4)}` }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Transaction" }).waitFor();
  await page.getByText("succeeded").waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  expect(events.map(({ name }) => name)).toEqual(["HolderStatusChanged"]);
  await page.getByRole("heading", { level: 2, name: "Holder status changed" }).waitFor();
  await page.getByText(/^Active\s+1$/).waitFor();
  const year = new Date(Number(await story.chain.now()) * 1000).getUTCFullYear();
  await page.getByText(new RegExp(`\\b${year}\\b.*[AP]M`)).first().waitFor();
  await page.getByText(/lines that the programs/).click();
  await page.getByRole("region", { name: "Lines of the log" }).getByText(/Program .* success/).waitFor();
  await expectAccessible(page);
  await expectQuiet(page);
});

test("a transaction that failed says why, and one that nobody knows that it is not known", async () => {
  const { share, alice } = scene;
  const { signature, failure } = await expectRefusal(mintShares(share, alice.address, 0n), 7040, "ZeroAmount");
  const page = await open({ colorScheme: "dark" });
  await page.goto(`/#/transaction/${signature}`);
  await page.getByText("This was refused").waitFor();
  await page.getByText("failed", { exact: true }).waitFor();
  await page.getByText(`${failure.reason?.text.replace(/\.$/, "")}. Nothing has changed on chain but the network's fee.`).waitFor();
  await expectAccessible(page);
  await page.goto(`/#/transaction/${"1".repeat(64)}`);
  await page.getByText("The node knows no such transaction").waitFor();
  await page.goto("/#/transaction/short");
  await page.getByText("This is no signature").waitFor();
  await expectQuiet(page);
});

test.each([[390, "light"], [390, "dark"], [820, "light"], [820, "dark"], [1440, "light"], [1440, "dark"]] as const)("looks at %i pixels, %s", async (width, colorScheme) => {
  const page = await open({ width, colorScheme });
  const { share } = scene;
  const last = await story.chain.rpc.getSignaturesForAddress(share.asset, { limit: 1, commitment: "confirmed" }).send();
  for (const [name, path] of [["asset", `account/${share.asset}`], ["mint", `account/${share.mint}`], ["transaction", `transaction/${last[0]?.signature}`]] as const) {
    await page.goto(`/#/${path}`);
    await page.getByText(/succeeded/).first().waitFor();
    await expectAccessible(page);
    await shoot(page, `source-${name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await expectQuiet(page);
});
