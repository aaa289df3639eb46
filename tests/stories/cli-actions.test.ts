/** Settings, a split and a dividend from the command line: the compiled binary, keys in files, the real chain. */
import { spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HolderStatus, onboardMany } from "@scrip/client";
import { type Address, generateKeyPairSigner } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cash, DOLLAR, TOKEN, cashOf, fund, newCash } from "../harness/cash.ts";
import { type FiledDesk, openFiledDesk } from "../harness/filed-desk.ts";
import { detailsOf, setStatus } from "../harness/register.ts";
import { type FiledKey, SCRIP, newKeyFile } from "../harness/scrip.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount } from "../harness/share.ts";
import { snapshot } from "../harness/snapshot.ts";
import { beginStory } from "../harness/story.ts";

const HOLDERS = 40;
const HOUR = 3_600n;
const DAY = 24n * HOUR;

interface Listed {
  readonly number: number;
  readonly kind: string;
  readonly state: string;
  readonly multiplier_before: string | null;
  readonly multiplier_after: string | null;
}

interface Queued {
  readonly id: number;
  readonly setting: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly approved_by: string | null;
}

interface Paying {
  readonly payout: Address;
  readonly state: string;
  readonly claims: number;
  readonly claims_paid: number;
  readonly paid_base_units: string;
}

const story = beginStory();
let desk: FiledDesk;
let share: Share;
let cash: Cash;
let notice: string;
let holders: Address[];
let company: FiledKey;

beforeAll(async () => {
  const { market, chain, validator } = story;
  share = await createShare(market, APPLE);
  cash = await newCash(market, TOKEN);
  holders = await Promise.all(Array.from({ length: HOLDERS }, async () => (await generateKeyPairSigner()).address));
  const details = { ...(await detailsOf(market)), kycExpiresAt: (await chain.now()) + 400n * DAY };
  const { registrar: officer, payer, registry } = market;
  await onboardMany(chain.rpc, { officer, payer, registry }, holders.map((wallet) => ({ wallet, details })));
  await Promise.all(
    holders.map(async (wallet, index) => {
      await openAccount(share, wallet);
      await mintShares(share, wallet, BigInt(index + 1) * ONE_SHARE);
    }),
  );
  desk = await openFiledDesk(market, validator.rpcUrl);
  company = await newKeyFile(desk.folder, "company");
  await fund(market, cash, company.signer.address, 100_000n * DOLLAR);
  notice = join(desk.folder, "notice.txt");
  await writeFile(notice, "The board has decided.\n");
});

afterAll(() => desk && rm(desk.folder, { recursive: true, force: true }));

const at = (seconds: bigint) => new Date(Number(seconds) * 1_000).toISOString();
const queue = () => desk.ask<Queued[]>(desk.admin, "change", "list");
const calendar = (...options: string[]) => desk.ask<Listed[]>(desk.maker, "action", "list", "AAPLx", ...options);

/** Expects that a command fails, saying all of these. */
async function refused(actor: FiledKey, words: readonly string[], ...said: readonly string[]): Promise<void> {
  const { code, stderr } = await desk.run(actor, "--yes", ...words);
  expect(code, stderr).not.toBe(0);
  for (const text of said) {
    expect(stderr).toContain(text);
  }
  expect(stderr).not.toContain("panicked");
}

test("settings: what tightens at once, what loosens through the queue with a checker and a timelock", async () => {
  const { admin, checker, ask, run } = desk;
  // A payment mint has an account of its own, which is opened in front.
  await ask(admin, "change", "set", "payment-mint", "AAPLx", cash.mint, "accept");
  await refused(admin, ["change", "set", "payment-mint", "AAPLx", cash.mint, "accept"], "accepted already");
  await ask(admin, "change", "set", "four-eyes", "loosening,actions");
  await ask(admin, "change", "set", "timelock", "2h");
  expect(await queue()).toEqual([]);
  await refused(admin, ["change", "set", "supply-cap", "AAPLx", "2000000"], "loosens, and waits 2h", "scrip change propose supply-cap");
  await refused(admin, ["change", "set", "timelock", "31d"], "timelock cannot be 31d");
  await refused(admin, ["change", "set", "four-eyes", "everything"], "reserve-rule, loosening, actions", "everything");
  await refused(checker, ["change", "set", "fees", "AAPLx", "--purchase", "0%"], "already");
  await ask(admin, "change", "propose", "--reference", "BOARD-7", "supply-cap", "AAPLx", "2000000");
  expect(await queue()).toMatchObject([
    { id: 0, setting: "supply-cap", from: "1000000 shares (100000000000000 raw units)", to: "2000000 shares (200000000000000 raw units)", state: "waiting", approved_by: null },
  ]);
  await refused(admin, ["change", "execute", "0"], "ChangeNotDue");
  await refused(admin, ["change", "approve", "0"], "cannot approve change 0");
  await ask(checker, "change", "approve", "0");
  await story.validator.timeTravel((await story.chain.now()) + 2n * HOUR);
  expect(await queue()).toMatchObject([{ state: "due", approved_by: checker.signer.address }]);
  const { stdout } = await run(admin, "change", "list");
  expect(stdout).toContain("BOARD-7");
  await ask(checker, "change", "execute", "0");
  expect(await queue()).toEqual([]);
  await refused(admin, ["change", "execute", "0"], "there is no change 0 in the queue");
  await ask(admin, "change", "propose", "fees", "AAPLx", "--redemption", "0.5%");
  await ask(admin, "change", "cancel", "1");
  expect(await queue()).toEqual([]);
  await refused(admin, ["change", "set", "supply-cap", "AAPLx", "2000000"], "already");
});

test("a split: announced, amended, approved, scheduled, in force by the clock, settled; the multiplier at any second", async () => {
  const { maker, checker, ask } = desk;
  const effective = (await story.chain.now()) + 2n * HOUR;
  const said = ["--effective", at(effective), "--document", notice];
  await refused(maker, ["action", "announce", "AAPLx", "split", "--ratio", "1:4", ...said], "must make more shares");
  await refused(maker, ["action", "announce", "AAPLx", "split", "--ratio", "400:1", ...said], "100:1", "action-limits");
  await refused(maker, ["action", "announce", "AAPLx", "split", "--ratio", "4:1", "--effective", "+5s", "--document", notice], "NoticeTooShort");
  await refused(maker, ["action", "announce", "AAPLx", "split", "--ratio", "4:1", "--effective", at(effective), "--document", "none.pdf"], "cannot read none.pdf");
  await ask(maker, "action", "announce", "AAPLx", "split", "--ratio", "5:1", ...said);
  await ask(maker, "action", "amend", "AAPLx", "0", "--reference", "TYPO", "SPLF", "--ratio", "4:1", ...said);
  expect(await calendar()).toMatchObject([
    { number: 0, kind: "SPLF", state: "announced", effective: expect.stringContaining("Z"), multiplier_before: "1", multiplier_after: "4" },
  ]);
  await refused(maker, ["action", "schedule", "AAPLx", "0"], "ActionNotApproved");
  await refused(checker, ["action", "approve", "AAPLx", "0", "--amendments", "0"], "ActionAmendedMeanwhile");
  await ask(checker, "action", "approve", "AAPLx", "0");
  await refused(maker, ["action", "schedule", "AAPLx", "0", "--expect-multiplier", "2"], "MultiplierMoved");
  await ask(maker, "action", "schedule", "AAPLx", "0");
  expect(await calendar()).toMatchObject([{ state: "scheduled", multiplier_before: "1", multiplier_after: "4" }]);
  await refused(maker, ["action", "show", "AAPLx", "1"], "there is no action 1");
  await refused(maker, ["action", "settle", "AAPLx", "0"], "ActionNotDue");
  const multiplierAt = (seconds: bigint) => ask<{ multiplier: string }>(maker, "action", "history", "AAPLx", "--at", `${seconds}`);
  expect(await multiplierAt(effective - 1n)).toMatchObject({ multiplier: "1" });
  expect(await multiplierAt(effective)).toMatchObject({ multiplier: "4" });
  await story.validator.timeTravel(effective);
  expect(await calendar()).toMatchObject([{ state: "in force" }]);
  await refused(maker, ["action", "cancel", "AAPLx", "0", "--reference", "LATE"], "ActionFinal");
  await ask(checker, "action", "settle", "AAPLx", "0");
  expect(await calendar()).toEqual([]);
  expect(await calendar("--all")).toMatchObject([{ number: 0, state: "settled" }]);
  expect(await ask(maker, "action", "history", "AAPLx")).toMatchObject([{ multiplier_before: "1", multiplier_after: "4" }]);
  expect(await ask(maker, "action", "show", "AAPLx", "0")).toMatchObject({ amendments: 1, approved_by: checker.signer.address, reason: "TYPO" });
  await ask(maker, "action", "announce", "AAPLx", "name-change", "--name", "Pear", "--symbol", "PEARx", "--effective", "+2h", "--document", notice);
  const { code, stderr } = await desk.run(maker, "action", "cancel", "AAPLx", "1", "--reference", "NOT-TODAY");
  expect([code, stderr]).toEqual([1, expect.stringContaining("pass --yes")]);
  await ask(maker, "action", "cancel", "AAPLx", "1", "--reference", "NOT-TODAY");
  expect(await calendar("--all")).toMatchObject([{ state: "settled" }, { state: "cancelled" }]);
});

test("a dividend: snapshot, opened, recomputed by the checker, funded, paid to all through a kill, swept", { timeout: 180_000 }, async () => {
  const { maker, checker, ask } = desk;
  const { chain, validator } = story;
  const effective = (await chain.now()) + DAY;
  const terms = ["--cash", "0.25", "--token", cash.mint, "--withholding", "15%"];
  await ask(maker, "action", "announce", "AAPLx", "dividend", ...terms, "--effective", at(effective), "--document", notice);
  await ask(checker, "action", "approve", "AAPLx", "2");
  await refused(maker, ["distribute", "plan", "AAPLx", "--action", "2"], "is not scheduled");
  await ask(maker, "action", "schedule", "AAPLx", "2");
  await validator.timeTravel(effective + 1n);
  const [plan] = await ask<{ payout: Address; snapshot_command: string }[]>(maker, "distribute", "plan", "AAPLx", "--action", "2");
  const of = ["AAPLx", "--action", "2"];
  const take = async (out: string, change = (word: string) => word) => {
    const directory = join(desk.folder, out);
    const words = (plan?.snapshot_command ?? "").split(" ").slice(2, -1).map(change);
    await snapshot(...words, directory, "--commitment", "confirmed");
    return directory;
  };
  const wrong = await take("wrong", (word) => (word === "250000" ? "260000" : word));
  await refused(maker, ["distribute", "open", ...of, "--snapshot", wrong, "--deadline", "+31d"], "on other terms", "--gross-per-share 250000");
  const directory = await take("right");
  const by = [...of, "--snapshot", directory];
  await refused(maker, ["distribute", "open", ...by, "--deadline", "+29d"], "ClaimWindow");
  const deadline = (await chain.now()) + 31n * DAY;
  await ask(maker, "distribute", "open", ...by, "--deadline", `${deadline}`);
  await refused(maker, ["distribute", "claim", ...by, "--all"], "is not approved");
  await ask(checker, "distribute", "approve", ...by);
  await refused(maker, ["distribute", "claim", ...by, "--all"], "lacks", "scrip distribute fund");
  await ask(company, "distribute", "fund", ...of);

  // A suspended holder's claim waits, and is left to be swept.
  const [last, ...others] = [...holders].reverse() as [Address, ...Address[]];
  await setStatus(story.market, last, HolderStatus.Suspended);
  const status = async () => (await ask<Paying[]>(maker, "distribute", "status", ...of))[0];
  // Signed and sent as it goes, so it is neither printed nor left to a multisig.
  for (const elsewhere of [["--sign-only"], ["--propose", maker.signer.address]]) {
    await refused(maker, ["distribute", "claim", ...by, "--all", ...elsewhere], `run it without ${elsewhere[0]}`);
  }
  // Killed in the middle, as by a power cut.
  const killed = spawn(SCRIP, ["--url", validator.rpcUrl, ...desk.as(maker), "distribute", "claim", ...by, "--all", "--parallel", "1"]);
  const ended = new Promise((resolve) => killed.once("exit", resolve));
  while (((await status())?.claims_paid ?? 0) < 5) {
    expect(killed.exitCode).toBeNull();
  }
  killed.kill("SIGKILL");
  await ended;
  const between = (await status())?.claims_paid ?? 0;
  expect(between).toBeGreaterThanOrEqual(5);
  expect(between).toBeLessThan(HOLDERS - 1);

  const priced = ["--priority-fee", "1000"];
  const resumed = await ask<{ paid: number; paid_before: number; waiting: number }>(maker, "distribute", "claim", ...by, "--all", ...priced);
  expect(resumed).toMatchObject({ paid: HOLDERS - 1 - resumed.paid_before, waiting: 1 });
  expect(resumed.paid_before).toBeGreaterThanOrEqual(between);
  const again = await ask<object>(maker, "distribute", "claim", ...by, "--all");
  expect(again).toMatchObject({ paid: 0, paid_before: HOLDERS - 1, waiting: 1 });
  // Four shares for each raw share, 0.25 each, 15 % withheld rounded up: 0.85 for each.
  for (const owner of others) {
    expect(await cashOf(chain, cash, owner)).toBe(BigInt(holders.indexOf(owner) + 1) * 850_000n);
  }
  await refused(maker, ["distribute", "claim", ...by, "--owner", others[0] ?? last], "has been paid already");
  await refused(maker, ["distribute", "claim", ...by, "--owner", share.asset], "is not among the 40 holders");

  await refused(maker, ["distribute", "sweep", ...of], "DeadlineNotReached");
  await validator.timeTravel(deadline);
  expect(await status()).toMatchObject({ state: "over: sweep it" });
  await ask(maker, "distribute", "sweep", ...of);
  const { treasury } = await ask<{ treasury: Address }>(maker, "issuer", "show");
  expect(await cashOf(chain, cash, treasury)).toBe(BigInt(HOLDERS) * 850_000n);
  await ask(maker, "distribute", "close-pages", ...of);
  await ask(maker, "action", "settle", "AAPLx", "2");
  expect((await calendar("--all")).map(({ state }) => state)).toEqual(["settled", "cancelled", "settled"]);
});
