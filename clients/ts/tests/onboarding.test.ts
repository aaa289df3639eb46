/** How many wallets share a transaction: as many as it has room for, and no constant. */
import { type Newcomer, packOnboarding } from "@scrip/client";
import {
  type Instruction,
  type KeyPairSigner,
  appendTransactionMessageInstruction,
  createTransactionMessage,
  generateKeyPairSigner,
  getBase64EncodedWireTransaction,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from "@solana/kit";
import { expect, test } from "vitest";

/** What a node accepts at most, in bytes. */
const PACKET = 1_232;
const LIFETIME = { blockhash: "11111111111111111111111111111111" as never, lastValidBlockHeight: 0n };

async function newcomers(count: number): Promise<Newcomer[]> {
  const details = { jurisdiction: 756, investorClasses: 2, kycExpiresAt: 1n, lockedUntil: 0n, identity: new Uint8Array(16) };
  const keys = await Promise.all(Array.from({ length: count }, () => generateKeyPairSigner()));
  return keys.map(({ address }) => ({ wallet: address, details }));
}

/** The bytes of the signed transaction. */
async function sizeOf(payer: KeyPairSigner, instruction: Instruction): Promise<number> {
  const transaction = await signTransactionMessageWithSigners(
    pipe(
      createTransactionMessage({ version: 0 }),
      (message) => setTransactionMessageFeePayerSigner(payer, message),
      (message) => setTransactionMessageLifetimeUsingBlockhash(LIFETIME, message),
      (message) => appendTransactionMessageInstruction(instruction, message),
    ),
  );
  return Buffer.from(getBase64EncodedWireTransaction(transaction), "base64").length;
}

test.each([
  ["an officer and a payer", false, [8, 8, 4]],
  ["an officer who pays", true, [9, 9, 2]],
])("with %s", async (_, officerPays, sizes) => {
  const officer = await generateKeyPairSigner();
  const payer = officerPays ? officer : await generateKeyPairSigner();
  const { address: registry } = await generateKeyPairSigner();
  const list = await newcomers(20);
  const batches = await packOnboarding({ officer, payer, registry }, list);
  expect(batches.map(({ size }) => size)).toEqual(sizes);
  const bytes = await Promise.all(batches.map(({ instruction }) => sizeOf(payer, instruction)));
  expect(Math.max(...bytes)).toBeLessThanOrEqual(PACKET);
  // A further wallet: two addresses, an account index and what is known of its holder.
  expect(bytes[0]! + 32 + 32 + 1 + 35).toBeGreaterThan(PACKET);
});

test("nobody needs no transaction", async () => {
  const officer = await generateKeyPairSigner();
  expect(await packOnboarding({ officer, payer: officer, registry: officer.address }, [])).toEqual([]);
});
