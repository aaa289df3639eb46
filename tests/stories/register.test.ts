/** The register: many wallets come at once, and who leaves gives the rent back. */
import { HolderStatus, type Newcomer, type OnboardingProgress, onboardMany } from "@scrip/client";
import { generateKeyPairSigner } from "@solana/kit";
import { expect, test } from "vitest";
import { closeRecord, detailsOf, fetchRecord, newHolder, onboard, recordOf, setStatus } from "../harness/register.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const story = beginStory();
/** What a transaction costs that the payer and the registrar sign. */
const FEE = 10_000n;

async function newcomers(count: number): Promise<Newcomer[]> {
  const details = await detailsOf(story.market);
  const wallets = await Promise.all(Array.from({ length: count }, () => generateKeyPairSigner()));
  return wallets.map(({ address }, index) => ({ wallet: address, details: { ...details, jurisdiction: index + 1 } }));
}

/** Onboards, and returns what was reported. */
async function onboardAll(list: readonly Newcomer[], onProgress: (progress: OnboardingProgress) => void = () => undefined) {
  const { chain, registrar: officer, payer, registry } = story.market;
  const progress: OnboardingProgress[] = [];
  const report = (step: OnboardingProgress) => {
    progress.push(step);
    onProgress(step);
  };
  const receipts = await onboardMany(chain.rpc, { officer, payer, registry }, list, { onProgress: report });
  return { receipts, progress };
}

test("twenty wallets are onboarded in three transactions", async () => {
  const list = await newcomers(20);
  const { receipts, progress } = await onboardAll(list);
  expect(progress.map(({ onboarded, skipped, total }) => [onboarded, skipped, total])).toEqual([
    [0, 0, 20],
    [8, 0, 20],
    [16, 0, 20],
    [20, 0, 20],
  ]);
  const events = receipts.flatMap(({ events }) => events);
  expect(events.map((event) => event.name === "HolderOnboarded" && event.data.wallet)).toEqual(list.map(({ wallet }) => wallet));
  expect(await fetchRecord(story.market, list[19]!.wallet)).toMatchObject({ jurisdiction: 20, status: HolderStatus.Active });
});

test("a run that broke off is taken up where it stopped, and a finished one sends nothing", async () => {
  const list = await newcomers(10);
  await onboard(story.market, list[3]!.wallet);
  const breakOff = ({ onboarded }: OnboardingProgress) => {
    if (onboarded > 0) {
      throw new Error("interrupted");
    }
  };
  await expect(onboardAll(list, breakOff)).rejects.toThrow("interrupted");
  const { progress } = await onboardAll(list);
  expect(progress.at(-1)).toMatchObject({ onboarded: 1, skipped: 9, total: 10 });
  const { receipts } = await onboardAll(list);
  expect(receipts).toEqual([]);
});

test("a wallet that is named twice is refused before anything is sent", async () => {
  const [newcomer] = await newcomers(1);
  await expect(onboardAll([newcomer!, newcomer!])).rejects.toThrow(`${newcomer!.wallet} is named twice`);
});

test("closing a record returns its rent to who paid it, and nobody else", async () => {
  const { chain, payer, registrar } = story.market;
  const { address: wallet } = await newHolder(story.market);
  const lamports = async (address = payer.address) => (await chain.rpc.getBalance(address, { commitment: "confirmed" }).send()).value;
  const rent = await lamports(await recordOf(story.market, wallet));
  const before = await lamports();
  await expectRefusal(closeRecord(story.market, wallet, registrar.address), 6513, "NotRentPayer");
  const { events } = await closeRecord(story.market, wallet, payer.address);
  expect(events).toMatchObject([{ name: "HolderClosed", data: { wallet, rentReceiver: payer.address } }]);
  expect(await lamports()).toBe(before + rent - 2n * FEE);
  await onboard(story.market, wallet);
});

test("a barred record stays, or its wallet would be free under an open policy", async () => {
  const { payer } = story.market;
  const { address: wallet } = await newHolder(story.market);
  await setStatus(story.market, wallet, HolderStatus.Sanctioned);
  await expectRefusal(closeRecord(story.market, wallet, payer.address), 6514, "BarredRecordStays");
});
