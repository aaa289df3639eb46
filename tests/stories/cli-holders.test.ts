/** Every setting, every kind of action, and what holders make of them, from the command line. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cash, DOLLAR, TOKEN, cashOf, fund, newCash } from "../harness/cash.ts";
import { type FiledDesk, openFiledDesk } from "../harness/filed-desk.ts";
import { YEAR } from "../harness/market.ts";
import { onboard } from "../harness/register.ts";
import { type FiledKey, newKeyFile } from "../harness/scrip.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { snapshot } from "../harness/snapshot.ts";
import { beginStory } from "../harness/story.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;

const story = beginStory();
let desk: FiledDesk;
let share: Share;
let other: Share;
let cash: Cash;
let notice: string;
let alice: FiledKey;
let bob: FiledKey;
let company: FiledKey;
let stranger: KeyPairSigner;

beforeAll(async () => {
  const { market, chain, validator } = story;
  desk = await openFiledDesk(market, validator.rpcUrl);
  share = await createShare({ ...market, admin: desk.admin.signer }, APPLE);
  other = await createShare({ ...market, admin: desk.admin.signer }, { name: "Other xStock", symbol: "OTHRx", isin: "US67066G1040" });
  cash = await newCash(market, TOKEN);
  [alice, bob, company] = await Promise.all([newKeyFile(desk.folder, "alice"), newKeyFile(desk.folder, "bob"), newKeyFile(desk.folder, "company")]);
  stranger = await generateKeyPairSigner();
  notice = join(desk.folder, "notice.txt");
  await writeFile(notice, "The board has decided.\n");
  const kycExpiresAt = (await chain.now()) + 9n * YEAR;
  for (const { signer } of [alice, bob, company]) {
    await onboard(market, signer.address, { kycExpiresAt });
    await openAccount(share, signer.address);
    await openAccount(other, signer.address);
  }
  await mintShares(share, alice.signer.address, 10n * ONE_SHARE);
  await mintShares(share, bob.signer.address, 5n * ONE_SHARE);
  await mintShares(share, company.signer.address, 100n * ONE_SHARE);
  await mintShares(other, company.signer.address, 100n * ONE_SHARE);
  await fund(market, cash, company.signer.address, 1_000_000n * DOLLAR);
  await desk.ask(desk.admin, "change", "set", "payment-mint", "AAPLx", cash.mint, "accept");
});

afterAll(() => rm(desk.folder, { recursive: true, force: true }));

const sharesOf = async (of: Share, { signer }: FiledKey) => (await story.chain.tokenBalance(await tokenAccountOf(of, signer.address))).raw;
const cashAt = ({ signer }: FiledKey) => cashOf(story.chain, cash, signer.address);

/** Announces and schedules an action that takes effect in a day; its number, and when it does. */
async function scheduled(...words: readonly string[]): Promise<{ number: string; effective: bigint }> {
  const { maker, ask } = desk;
  const effective = (await story.chain.now()) + DAY;
  await ask(maker, "action", "announce", "AAPLx", ...words, "--effective", `${effective}`, "--document", notice);
  const all = await ask<{ number: number }[]>(maker, "action", "list", "AAPLx", "--all");
  const number = `${Math.max(...all.map((listed) => listed.number))}`;
  await ask(maker, "action", "schedule", "AAPLx", number);
  return { number, effective };
}

test("a tender offer: tendered, taken back, tendered again, bought in part, the rest returned", async () => {
  const { ask, run, maker } = desk;
  const { number, effective } = await scheduled("tender-offer", "--price", "200", "--token", cash.mint, "--max", "6");
  const of = ["AAPLx", "--action", number];
  await ask(alice, "offer", "tender", ...of, "3");
  await ask(alice, "offer", "withdraw", ...of);
  expect((await run(alice, "offer", "withdraw", ...of)).stderr).toContain("has tendered nothing");
  await ask(alice, "offer", "tender", ...of, "8");
  await ask(bob, "offer", "tender", ...of, "--raw", `${4n * ONE_SHARE}`);
  await ask(maker, "distribute", "open", ...of, "--total", "1200", "--deadline", "+32d");
  await ask(company, "distribute", "fund", ...of);
  await story.validator.timeTravel(effective);
  await ask(desk.checker, "offer", "settle", ...of, "--owner", alice.signer.address);
  await ask(bob, "offer", "settle", ...of);
  expect([await cashAt(alice), await cashAt(bob)]).toEqual([800n * DOLLAR, 400n * DOLLAR]);
  expect([await sharesOf(share, alice), await sharesOf(share, bob)]).toEqual([6n * ONE_SHARE, 3n * ONE_SHARE]);
});

test("an exchange offer for shares and cash: two payouts, and the holder signs", async () => {
  const { ask, run, maker } = desk;
  const words = ["exchange-offer", "--shares-of", "OTHRx", "--ratio", "1:2", "--cash", "10", "--token", cash.mint];
  const { number, effective } = await scheduled(...words);
  const of = ["AAPLx", "--action", number];
  await ask(maker, "distribute", "open", ...of, "--token", cash.mint, "--total", "100", "--deadline", "+32d");
  expect((await run(maker, "distribute", "open", ...of, "--total", "100", "--deadline", "+32d")).stderr).toContain("name the mint");
  await ask(maker, "distribute", "open", ...of, "--token", other.mint, "--total", `${5n * ONE_SHARE}`, "--deadline", "+32d");
  await ask(company, "distribute", "fund", ...of, "--token", cash.mint);
  await ask(company, "distribute", "fund", ...of, "--token", other.mint);
  await story.validator.timeTravel(effective);
  const before = await cashAt(alice);
  await ask(alice, "offer", "exchange", ...of, "2");
  expect((await cashAt(alice)) - before).toBe(20n * DOLLAR);
  expect([await sharesOf(share, alice), await sharesOf(other, alice)]).toEqual([4n * ONE_SHARE, ONE_SHARE]);
  expect((await run(maker, "--yes", "offer", "exchange-for", ...of, "--owner", bob.signer.address)).stderr).toContain("OwnerMustSign");
});

test("a dividend with a choice: elected, withdrawn, elected again; cash and shares are two snapshots", async () => {
  const { ask, run, maker } = desk;
  const { number, effective } = await scheduled("dividend-choice", "--cash", "2", "--price", "100", "--token", cash.mint);
  const of = ["AAPLx", "--action", number];
  await ask(alice, "offer", "elect", ...of, "cash");
  await ask(alice, "offer", "withdraw-election", ...of);
  await ask(alice, "offer", "elect", ...of, "shares");
  await story.validator.timeTravel(effective + 1n);
  expect((await run(bob, "offer", "elect", ...of, "shares")).code).toBe(1);
  const plans = await ask<{ token: Address; payout: Address; snapshot_command: string }[]>(maker, "distribute", "plan", ...of);
  expect(plans.map(({ token }) => token)).toEqual([cash.mint, share.mint]);
  const before = [await cashAt(bob), await sharesOf(share, alice)] as const;
  for (const [index, plan] of plans.entries()) {
    const directory = join(desk.folder, `choice-${index}`);
    await snapshot(...plan.snapshot_command.split(" ").slice(2, -1), directory, "--commitment", "confirmed");
    const by = [...of, "--snapshot", directory];
    await ask(maker, "distribute", "open", ...by, "--deadline", "+32d");
    await ask(company, "distribute", "fund", ...of, "--token", plan.token);
    await ask(maker, "distribute", "pages", ...by);
    await ask(maker, "distribute", "claim", ...by, "--all");
  }
  expect((await cashAt(bob)) - before[0]).toBe(6n * DOLLAR);
  expect((await sharesOf(share, alice)) - before[1]).toBe((4n * 2n * ONE_SHARE) / 100n);
});

test("every kind of action is announced in its own words", async () => {
  const { ask, maker } = desk;
  const token = ["--token", cash.mint];
  const kinds = [
    ["split --ratio 4:1", "SPLF", "4 shares for every 1"],
    ["reverse-split --ratio 1:10", "SPLR", "1 shares for every 10"],
    ["bonus --ratio 11:10", "BONU", "11 shares for every 10"],
    ["stock-dividend --ratio 21:20", "DVSE", "21 shares for every 20"],
    ["dividend --cash 0.25 --reinvested-at 180.5 --withholding 15%", "DVCA", "0.25 a share, 15% withheld, reinvested at 180.5"],
    ["interest --cash 0.25", "INTR", `0.25 of token ${cash.mint} a share, 0% withheld`],
    ["capital-distribution --cash 1.5", "CAPD", `1.5 of token ${cash.mint} a share, 0% withheld`],
    ["spin-off --shares-of OTHRx --ratio 1:4", "SOFF", `1 shares of ${other.mint} on top of every 4`],
    ["merger --cash 2", "MRGR", `2 of token ${cash.mint} a share`],
    ["repurchase-offer --price 200 --max raw:1000", "BIDS", `200 of token ${cash.mint} a share, for 1000 raw units at most`],
    ["name-change --name Pear --symbol PEARx", "CHAN", "name Pear, symbol PEARx"],
    ["liquidation --price 200", "LIQU", `200 of token ${cash.mint} a share, for all that are left`],
    ["delisting --price 200", "DLST", `200 of token ${cash.mint} a share, for all that are left`],
  ] as const;
  for (const [words, kind, terms] of kinds) {
    const pays = /--(cash|price)/.test(words) && !words.includes("--reinvested-at") ? token : [];
    await ask(maker, "action", "announce", "AAPLx", ...words.split(" "), ...pays, "--effective", "+2d", "--document", notice);
    const listed = await ask<{ number: number }[]>(maker, "action", "list", "AAPLx");
    expect(listed.at(-1)).toMatchObject({ kind, terms, state: "announced" });
  }
});

test("every setting is changed in its own words, and is not changed to what it is", async () => {
  const { ask, run, admin } = desk;
  const key = stranger.address;
  const settings = [
    [`admin ${key}`, `admin is ${key}`],
    [`treasury ${key}`, `treasury is ${key}`],
    [`custodian ${key} approve`, `custodian is ${key} approved`],
    ["supply-cap OTHRx 2000", "supply-cap is 2000 shares (200000000000 raw units)"],
    ["action-limits OTHRx --min-notice 2h --split-max 50", "notice 2h, split 50:1, reverse split 1:100, bonus 100%, dividend 10%"],
    ["reserve-rule OTHRx warn --max-age 1d --custodians 1 --haircut 5%", "warn, attested within 1d by 1 custodians, haircut 5%"],
    ["mint-four-eyes OTHRx 1000", "above 1000 shares (100000000000 raw units)"],
    ["fees OTHRx --purchase 0.5%", "purchase 0.5%, redemption 0%"],
    ["settlement-window OTHRx 1d", "settlement-window is 1d"],
    [`payment-mint OTHRx ${cash.mint} accept`, `${cash.mint} accepted`],
    [`minter OTHRx ${key} --cap 100 --capacity raw:5 --period 1d`, "at once 0.00000005 shares (5 raw units), refilled in 1d"],
    ["policy OTHRx --countries allow:CH --max-transfer 100", "countries allow:CH, balance at most unlimited, transfer at most 100 shares"],
    ["hook-program OTHRx none", "hook-program is none"],
    ["default-election OTHRx shares", "default-election is shares"],
    ["four-eyes reserve-rule", "four-eyes is reserve-rule"],
    ["timelock 2d", "timelock is 2d"],
  ] as const;
  for (const [words, said] of settings) {
    await ask(admin, "change", "set", ...words.split(" "));
    const { code, stderr } = await run(admin, "change", "set", ...words.split(" "));
    expect(code).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr).toContain("already");
  }
});
