/**
 * A file of holders, imported by the command line that is killed again and again on the way: nobody is lost, nobody
 * is there twice, and no transaction beyond those that were needed. `SCRIP_IMPORT=10000` for more of them.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RegistrarPermission, transferHook } from "@scrip/client";
import { type Address, type Signature, generateKeyPairSigner, signature } from "@solana/kit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { YEAR } from "../harness/market.ts";
import { fetchRecord, onboard, recordOf } from "../harness/register.ts";
import { type FiledKey, SCRIP, askScrip, buildScrip, newKeyFile, runScrip } from "../harness/scrip.ts";
import { beginStory } from "../harness/story.ts";

const COUNT = Number(process.env.SCRIP_IMPORT ?? 400);
const TIMEOUT = 900_000;
const story = beginStory();
let folder: string;
let officer: FiledKey;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scrip-import-"));
  await buildScrip();
  await writeFile(join(folder, "salt"), "a salt that is long enough\n");
}, TIMEOUT);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A registrar of its own for each test, which counts what it onboards. */
async function newOfficer(name: string): Promise<FiledKey> {
  const { admin, chain, payer, registry } = story.market;
  const key = await newKeyFile(folder, name);
  await airdrop(chain.rpc, key.signer.address, 10_000_000_000n + BigInt(COUNT) * 2_000_000n);
  const grant = await transferHook.getGrantRegistrarInstructionAsync({
    authority: admin,
    payer,
    registry,
    officer: key.signer.address,
    permissions: RegistrarPermission.Onboard,
    expiresAt: (await chain.now()) + YEAR,
  });
  await chain.send(payer, [grant]);
  return key;
}

const COUNTRIES = [
  ["CH", 756],
  ["LI", 438],
  ["SGP", 702],
  ["276", 276],
] as const;

interface Person {
  readonly wallet: Address;
  readonly jurisdiction: number;
}

async function newFile(name: string, count: number): Promise<{ file: string; people: Person[] }> {
  const lines = ["wallet,country,classes,kyc_expires,locked_until,identity"];
  const people: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const { address: wallet } = await generateKeyPairSigner();
    const [country, jurisdiction] = COUNTRIES[index % COUNTRIES.length]!;
    people.push({ wallet, jurisdiction });
    lines.push(`${wallet},${country},retail,2099-06-30,,customer-${index >> 1}`);
  }
  const file = join(folder, name);
  await writeFile(file, `${lines.join("\n")}\n`);
  return { file, people };
}

const importOf = (file: string) => [
  ...["--keypair", officer.file, "--issuer", story.market.issuer],
  ...["holder", "import", file, "--identity-salt", join(folder, "salt")],
];

type Line = { readonly sent?: { signature: string }; readonly confirmed?: { signature: string } };

/** The whole lines of a journal; none before there is one. */
async function linesOf(journal: string): Promise<Line[]> {
  const text = await readFile(journal, "utf8").catch(() => "");
  return text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** Runs the import, and kills it once so many transactions are in its journal. */
async function killAfter(sent: number, wait: number, file: string): Promise<NodeJS.Signals | null> {
  const child = spawn(SCRIP, ["--url", story.validator.rpcUrl, "--output", "json", ...importOf(file), "--at-once", "8"], { stdio: "ignore" });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_, killer) => resolve(killer)));
  while (child.exitCode === null && (await linesOf(`${file}.journal`)).filter((line) => line.sent).length < sent) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await new Promise((resolve) => setTimeout(resolve, wait));
  child.kill("SIGKILL");
  return ended;
}

/** Every transaction that wrote the registrar's appointment, and whether it failed. */
async function transactionsOf(registrar: Address): Promise<{ signature: Signature; failed: boolean }[]> {
  const found: { signature: Signature; failed: boolean }[] = [];
  for (;;) {
    const before = found.at(-1)?.signature;
    const page = await story.chain.rpc.getSignaturesForAddress(registrar, { commitment: "confirmed", limit: 1000, ...(before ? { before } : {}) }).send();
    found.push(...page.map(({ signature: of, err }) => ({ signature: signature(of), failed: err !== null })));
    if (page.length < 1000) {
      return found;
    }
  }
}

interface Outcome {
  readonly holders: number;
  readonly written: number;
  readonly transactions: number;
  readonly different: number;
}

test(
  "an import that is killed again and again loses nobody and repeats nothing",
  async () => {
    officer = await newOfficer("killed");
    const { file, people } = await newFile("holders.csv", COUNT);
    const batches = Math.ceil(COUNT / 9);
    const killers: (NodeJS.Signals | null)[] = [];
    for (const part of [0.05, 0.2, 0.4, 0.6, 0.8]) {
      const sent = 1 + Math.floor(batches * part + Math.random() * batches * 0.1);
      killers.push(await killAfter(sent, Math.random() * 60, file));
    }
    expect(killers).toContain("SIGKILL");
    const started = Date.now();
    const outcome = await askScrip<Outcome>(story.validator.rpcUrl, ...importOf(file));
    console.info(`killed ${killers.filter(Boolean).length} times; last run, in ${Date.now() - started} ms: ${JSON.stringify(outcome)}`);

    const identities = new Map<number, string>();
    for (let start = 0; start < people.length; start += 100) {
      const some = people.slice(start, start + 100);
      const records = await Promise.all(some.map(({ wallet }) => recordOf(story.market, wallet)));
      const found = await transferHook.fetchAllHolder(story.chain.rpc, records, { commitment: "confirmed" });
      found.forEach(({ data }, index) => {
        const { wallet, jurisdiction } = some[index]!;
        expect(data).toMatchObject({ wallet, jurisdiction, investorClasses: 2, kycExpiresAt: 4_086_460_800n, lockedUntil: 0n });
        const person = (start + index) >> 1;
        const identity = Buffer.from(data.identity).toString("hex");
        expect(identity).toBe(identities.get(person) ?? identity);
        identities.set(person, identity);
      });
    }
    expect(new Set(identities.values()).size).toBe(Math.ceil(COUNT / 2));

    const [registrar] = await transferHook.findRegistrarPda({ registry: story.market.registry, officer: officer.signer.address });
    const { data } = await transferHook.fetchRegistrar(story.chain.rpc, registrar, { commitment: "confirmed" });
    expect(data.created).toBe(BigInt(COUNT));

    const journal = await linesOf(`${file}.journal`);
    const confirmed = journal.flatMap((line) => line.confirmed?.signature ?? []);
    const onChain = (await transactionsOf(registrar)).slice(0, -1);
    expect(onChain.filter(({ failed }) => failed)).toEqual([]);
    expect(new Set(onChain.map(({ signature: of }) => of as string))).toEqual(new Set(confirmed));
    expect(confirmed.length).toBe(new Set(confirmed).size);
  },
  TIMEOUT,
);

test(
  "an import in one go, and once more: the second sends nothing",
  async () => {
    officer = await newOfficer("steady");
    const { file } = await newFile("steady.csv", COUNT);
    const first = await askScrip<Outcome>(story.validator.rpcUrl, ...importOf(file));
    console.info(`in one go: ${JSON.stringify(first)}`);
    expect(first).toMatchObject({ holders: COUNT, written: COUNT, transactions: Math.ceil(COUNT / 9), different: 0 });
    const second = await askScrip<Outcome>(story.validator.rpcUrl, ...importOf(file));
    expect(second).toMatchObject({ holders: COUNT, written: 0, transactions: 0, different: 0 });
  },
  TIMEOUT,
);

test(
  "two imports of the same wallets at once: each wallet is onboarded by one of them",
  async () => {
    officer = await newOfficer("rivals");
    const { file, people } = await newFile("forwards.csv", 200);
    const [header, ...lines] = (await readFile(file, "utf8")).trimEnd().split("\n");
    const backwards = join(folder, "backwards.csv");
    await writeFile(backwards, [header, ...lines.reverse(), ""].join("\n"));
    const outcomes = await Promise.all([file, backwards].map((each) => askScrip<Outcome>(story.validator.rpcUrl, ...importOf(each), "--at-once", "2")));
    console.info(`rivals: ${JSON.stringify(outcomes)}`);
    expect(outcomes.map(({ written }) => written).reduce((sum, written) => sum + written)).toBe(people.length);
    const [registrar] = await transferHook.findRegistrarPda({ registry: story.market.registry, officer: officer.signer.address });
    const { data } = await transferHook.fetchRegistrar(story.chain.rpc, registrar, { commitment: "confirmed" });
    expect(data.created).toBe(BigInt(people.length));
  },
  TIMEOUT,
);

test("a node that does not answer is told, keys that are elsewhere as well, and nothing is begun", async () => {
  officer = await newOfficer("unheard");
  const { file } = await newFile("unheard.csv", 200);
  const dead = await runScrip("http://127.0.0.1:1", ...importOf(file));
  expect(dead).toMatchObject({ code: 1 });
  expect(dead.stderr).toContain("no node answers at http://127.0.0.1:1");
  for (const elsewhere of ["--sign-only", `--propose=${officer.signer.address}`]) {
    const refused = await runScrip(story.validator.rpcUrl, ...importOf(file), elsewhere);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(`run it without ${elsewhere.split("=")[0]}`);
  }
  expect(await linesOf(`${file}.journal`)).toEqual([]);
  expect(await askScrip<Outcome>(story.validator.rpcUrl, ...importOf(file))).toMatchObject({ written: 200 });
});
