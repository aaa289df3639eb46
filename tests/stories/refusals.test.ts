/** Why something was refused: of our own refusals the code tells, whatever is logged of them. */
import { type ProgramReason, type TransactionFailedError, HolderStatus, diagnose, transferHook } from "@scrip/client";
import { generateKeyPairSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { setBlackout } from "../harness/desk.ts";
import { closeRecord, newHolder, recordOf } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOOK = transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS;

const story = beginStory();
let share: Share;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
});

const logged = ({ logs }: TransactionFailedError) => logs.filter((line) => line.startsWith("Program log: "));

/** As Anchor's own clients look for it. */
const anchorLine = (code: number, { name, text }: ProgramReason) =>
  `Program log: AnchorError occurred. Error Code: ${name}. Error Number: ${code}. Error Message: ${text}.`;

/** The hook's refusal, and the same one without a log. */
function expectToldByCode({ failure, transactionError, logs }: TransactionFailedError): ProgramReason {
  expect(failure.program).toBe(HOOK);
  const silent = logs.filter((line) => !line.startsWith("Program log: "));
  expect(diagnose(transactionError, silent)).toEqual(failure);
  return failure.reason!;
}

test("a refused transfer logs the sentence alone, as it pays for every byte", async () => {
  const [alice, stranger] = [await newHolder(story.market), await generateKeyPairSigner()];
  await Promise.all([openAccount(share, alice.address), openAccount(share, stranger.address)]);
  await mintShares(share, alice.address, ONE_SHARE);
  const sending = transfer(share, alice.address, stranger.address, ONE_SHARE, alice);
  const refused = await expectRefusal(sending, 6300, "DestinationMissing");
  const { text } = expectToldByCode(refused);
  expect(logged(refused)).toContain(`Program log: ${text}`);
  expect(logged(refused).join()).not.toContain("AnchorError");
});

test("every other refusal is logged like Anchor's, also where the issuer program asked for it", async () => {
  const { address: wallet } = await newHolder(story.market);
  const closing = closeRecord(story.market, wallet, story.market.registrar.address);
  const direct = await expectRefusal(closing, 6513, "NotRentPayer");
  expect(logged(direct)).toContain(anchorLine(6513, expectToldByCode(direct)));
  const called = await expectRefusal(setBlackout(share, 2n, 1n), 6534, "BlackoutMalformed");
  expect(logged(called)).toContain(anchorLine(6534, expectToldByCode(called)));
});

test("errors of Anchor itself are in no IDL and are told by the log", async () => {
  const { chain, payer, registrar: officer, registry } = story.market;
  const { address: wallet } = await newHolder(story.market);
  const change = { registry, status: HolderStatus.Suspended, caseReference: new Uint8Array(32).fill(2) };
  const record = await recordOf(story.market, wallet);
  const suspend = async (holder: typeof wallet, registrar?: typeof wallet) =>
    chain.send(payer, [await transferHook.getSetHolderStatusInstructionAsync({ officer, ...change, holder, registrar })]);
  const noRecord = await expectRefusal(suspend(registry), 3002, "AccountDiscriminatorMismatch");
  expect(noRecord.failure).toMatchObject({ program: HOOK, reason: { text: expect.stringMatching(/^Account discriminator did not match/) } });
  const noAppointment = await expectRefusal(suspend(record, record), 3002, "AccountDiscriminatorMismatch");
  expect(noAppointment.failure.reason?.text).toMatch(/\(account registrar\)$/);
});
