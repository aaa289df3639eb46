/** A morning's purchases in one transaction: twenty recipients, all or none, with every check on. */
import { type BatchRecipient, type Receipt, type SendOptions, mintBatch, onboardMany, sign } from "@scrip/client";
import { type Address, type Instruction, generateKeyPairSigner, getTransactionSize, isSignerRole } from "@solana/kit";
import { getSetComputeUnitLimitInstruction } from "@solana-program/compute-budget";
import { beforeAll, expect, test } from "vitest";
import { attest, enforceReserves, newCustodian } from "../harness/custody.ts";
import { newLookupTable } from "../harness/lookup-table.ts";
import { detailsOf } from "../harness/register.ts";
import { APPLE, ONE_SHARE, REFERENCE, type Share, createShare, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const RECIPIENTS = 20;
const PACKET = 1_232;
/** Measured: 174,000, close to what a transaction may use without asking. */
const COMPUTE_UNITS = 250_000;

const story = beginStory();
let share: Share;
let custodian: Address;
let recipients: BatchRecipient[];
let lookupTables: SendOptions["lookupTables"];

beforeAll(async () => {
  const { market, chain } = story;
  share = await createShare(market, APPLE);
  const wallets = await Promise.all(Array.from({ length: RECIPIENTS }, async () => (await generateKeyPairSigner()).address));
  const details = await detailsOf(market);
  const { registrar: officer, payer, registry } = market;
  await onboardMany(chain.rpc, { officer, payer, registry }, wallets.map((wallet) => ({ wallet, details })));
  await Promise.all(wallets.map((wallet) => openAccount(share, wallet)));
  recipients = wallets.map((wallet, index) => ({ wallet, amount: BigInt(index + 1) * ONE_SHARE }));
  const signer = await newCustodian(market);
  custodian = signer.address;
  await enforceReserves(share, { maxAge: 86_400 });
  await attest(share, signer, 1_000n * ONE_SHARE);
  const batch = await instructionFor(recipients);
  const accounts = (batch.accounts ?? []).filter(({ role }) => !isSignerRole(role)).map(({ address }) => address);
  lookupTables = await newLookupTable(chain, [...new Set(accounts)]);
});

function instructionFor(to: readonly BatchRecipient[]): Promise<Instruction> {
  return mintBatch({ share, actor: story.market.staff.minter, custodians: [custodian], reference: REFERENCE, recipients: to });
}

const limit = getSetComputeUnitLimitInstruction({ units: COMPUTE_UNITS });

async function send(to: readonly BatchRecipient[]): Promise<Receipt> {
  return story.chain.send(story.market.payer, [limit, await instructionFor(to)], { lookupTables });
}

const balances = () =>
  Promise.all(recipients.map(async ({ wallet }) => (await story.chain.tokenBalance(await tokenAccountOf(share, wallet))).raw));

test("one refused recipient refuses them all", async () => {
  const [first, ...others] = recipients;
  const stranger = { wallet: story.market.admin.address, amount: 1n };
  await openAccount(share, stranger.wallet);
  await expectRefusal(send([...others, stranger]), 6300, "DestinationMissing");
  await expectRefusal(send([...others, { wallet: first?.wallet ?? stranger.wallet, amount: 0n }]), 7040, "ZeroAmount");
  expect(new Set(await balances())).toEqual(new Set([0n]));
});

test("twenty fit into one transaction, reserves enforced, and everybody gets what the event says", async () => {
  const { value: lifetime } = await story.chain.rpc.getLatestBlockhash({ commitment: "confirmed" }).send();
  const instructions = [limit, await instructionFor(recipients)];
  const size = getTransactionSize(await sign(story.market.payer, instructions, lifetime, lookupTables));
  expect(size).toBeLessThanOrEqual(PACKET);
  expect(getTransactionSize(await sign(story.market.payer, instructions, lifetime))).toBeGreaterThan(PACKET);

  const { events, computeUnits } = await send(recipients);
  const mints = recipients.map(({ wallet, amount }) => ({ recipient: wallet, amount }));
  expect(events).toMatchObject([{ name: "BatchMinted", data: { mints, oldSupply: 0n, newSupply: 210n * ONE_SHARE } }]);
  expect(await balances()).toEqual(recipients.map(({ amount }) => amount));
  console.log(`${RECIPIENTS} recipients: ${size} bytes of ${PACKET}, ${computeUnits} compute units, ${computeUnits / BigInt(RECIPIENTS)} for each`);
});

test("the reserves hold for the sum", async () => {
  const tooMuch = recipients.map(({ wallet }) => ({ wallet, amount: 40n * ONE_SHARE }));
  await expectRefusal(send(tooMuch), 7090, "ReservesMissing");
});
