/**
 * What `canTransfer` says beforehand is what the chain does: random transfers in random states are asked about, and then
 * really sent. `CASES` and `SEED` choose how many and which; `make can-transfer` runs 5,000.
 */
import { type TransferVerdict, canTransfer } from "@scrip/client";
import { beforeAll, expect, test } from "vitest";
import { APPLE, type Share, createShare } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";
import { type Case, drawCase } from "./can-transfer/cases.ts";
import { NOT_INCLUDED, type Outcome, send } from "./can-transfer/outcome.ts";
import { type People, gather } from "./can-transfer/people.ts";
import { type Random, seeded } from "./can-transfer/random.ts";
import { nextRound, undoRound } from "./can-transfer/rounds.ts";

const CASES = Number(process.env.CASES ?? 400);
const SEED = Number(process.env.SEED ?? 1);
const SHARES = 5;
/** Of each share in each round. */
const CASES_A_ROUND = 20;
/** Distinct codes and names among the refusals: fewer would mean that the cases have become tame. */
const DISTINCT = CASES >= 5_000 ? 32 : CASES >= 400 ? 20 : 1;

/** Slow blocks, for a blockhash to live a quarter of a minute: on a busy machine everything here takes its time. */
const story = beginStory({ slotTime: 100 });
let shares: readonly Share[];
let people: People;

beforeAll(async () => {
  shares = await Promise.all(Array.from({ length: SHARES }, () => createShare(story.market, APPLE)));
  people = await gather(story.market, shares);
});

test(`canTransfer agrees with the chain on ${CASES} transfers`, { timeout: 1_800_000 }, async () => {
  const random = seeded(SEED);
  const results: Promise<Result>[] = [];
  while (results.length < CASES) {
    const undo = await nextRound(random, shares, people, story.validator);
    const drawn = await drawRound(random);
    const first = results.length;
    // Transfers of one share follow each other; those of different shares touch different accounts.
    await Promise.all(
      drawn.map(async (cases, lane) => {
        for (const [index, planned] of cases.entries()) {
          const result = askAndSend(planned, first + lane * CASES_A_ROUND + index);
          results.push(result);
          // What nobody can pay for moves nothing, and takes its time not to happen.
          await (planned.feePayer === people.beggar ? undefined : result);
        }
      }),
    );
    await undoRound(undo);
    progress(results.length);
  }
  const all = await Promise.all(results);
  const outcomes = report(all);
  expect(all.filter(({ verdict, outcome }) => !agree(verdict, outcome))).toEqual([]);
  expect(outcomes).toBeGreaterThanOrEqual(DISTINCT);
});

async function drawRound(random: Random): Promise<readonly (readonly Case[])[]> {
  const drawn: Case[][] = [];
  for (const share of shares) {
    const others = shares.filter((other) => other !== share);
    const cases: Case[] = [];
    while (cases.length < CASES_A_ROUND) {
      cases.push(await drawCase(random, share, others, people));
    }
    drawn.push(cases);
  }
  return drawn;
}

interface Result {
  readonly serial: number;
  readonly planned: object;
  readonly verdict: TransferVerdict;
  readonly outcome: Outcome;
}

async function askAndSend(planned: Case, serial: number): Promise<Result> {
  const { rpc } = story.chain;
  const { share, authority, rentPayer, feePayer, ...transfer } = planned;
  const signers = { authority: authority.address, rentPayer: rentPayer?.address, feePayer: feePayer.address };
  const question = { ...transfer, ...signers, mint: share.mint };
  const [verdict, { value: lifetime }] = await Promise.all([
    canTransfer(rpc, question),
    rpc.getLatestBlockhash({ commitment: "confirmed" }).send(),
  ]);
  const outcome = await send(rpc, planned, serial, lifetime);
  // A busy validator loses a transaction now and then, which tells nothing: it is asked about and sent anew.
  const lost = outcome.error === NOT_INCLUDED && feePayer !== people.beggar;
  return lost ? askAndSend(planned, serial) : { serial, planned: question, verdict, outcome };
}

/** The same end, and of a refusal the same program and the same error, with words for it. */
function agree(verdict: TransferVerdict, outcome: Outcome): boolean {
  if (verdict.allowed || outcome.succeeded) {
    return verdict.allowed === outcome.succeeded;
  }
  if (outcome.error === NOT_INCLUDED) {
    return verdict.program === undefined && verdict.side === "transaction" && verdict.name === "AccountNotFound";
  }
  const said = verdict.code ?? verdict.name;
  return said === outcome.error && verdict.program === outcome.program && verdict.sentence.length > 20;
}

/** Past what the test runner holds back. */
function progress(done: number): void {
  if (CASES > 1_000) {
    process.stderr.write(`${done} of ${CASES} transfers\n`);
  }
}

/** Prints how often each outcome came, and returns how many there are. */
function report(results: readonly Result[]): number {
  const counts = new Map<string, number>();
  for (const { verdict } of results) {
    const outcome = verdict.allowed ? "allowed" : `${verdict.code ?? ""} ${verdict.name} (${verdict.side})`;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  const rows = [...counts].sort().map(([outcome, count]) => `${String(count).padStart(6)}  ${outcome}`);
  console.log(`${results.length} transfers, seed ${SEED}, ${counts.size} outcomes\n${rows.join("\n")}`);
  return counts.size;
}
