/** The largest claim fits into one transaction: fourteen hashes, in shares, with an account to open. */
import { TOKEN_2022, claim, issuer } from "@scrip/client";
import {
  type Account,
  type Address,
  appendTransactionMessageInstructions,
  compileTransaction,
  createNoopSigner,
  createTransactionMessage,
  getAddressDecoder,
  getTransactionEncoder,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from "@solana/kit";
import { expect, test } from "vitest";

const MOST = 1_232;
const LONGEST_PROOF = Array.from({ length: 14 }, () => new Uint8Array(32));

const someAddress = () => getAddressDecoder().decode(crypto.getRandomValues(new Uint8Array(32)));
const someShare = () => ({ mint: someAddress(), asset: someAddress(), policy: someAddress(), issuer: someAddress(), registry: someAddress() });

async function sizeOf(paid: ReturnType<typeof someShare> | { mint: Address; program: Address }): Promise<number> {
  const payingAsset = "asset" in paid ? paid.asset : someAddress();
  const data = { payingAsset, paymentMint: paid.mint, vault: someAddress() } as issuer.Payout;
  const payout = { address: someAddress(), data } as Account<issuer.Payout>;
  const amounts = { raw: 1n, gross: 1n, withheld: 0n };
  const ticket = { payout: payout.address, index: 0, page: 0, owner: someAddress(), ...amounts, proof: LONGEST_PROOF };
  const sender = createNoopSigner(someAddress());
  const instructions = await claim({ share: someShare(), payout, paid, ticket, payer: sender });
  const lifetime = { blockhash: someAddress() as string, lastValidBlockHeight: 0n };
  const transaction = compileTransaction(
    pipe(
      createTransactionMessage({ version: 0 }),
      (message) => setTransactionMessageFeePayer(sender.address, message),
      (message) => setTransactionMessageLifetimeUsingBlockhash(lifetime as Parameters<typeof setTransactionMessageLifetimeUsingBlockhash>[0], message),
      (message) => appendTransactionMessageInstructions(instructions, message),
    ),
  );
  return getTransactionEncoder().encode(transaction).length;
}

test("with the longest proof, in shares and in cash", async () => {
  const [inShares, inCash] = [await sizeOf(someShare()), await sizeOf({ mint: someAddress(), program: TOKEN_2022 })];
  console.log(`a claim with ${LONGEST_PROOF.length} hashes: ${inShares} bytes in shares, ${inCash} in cash, of ${MOST}`);
  expect(inShares).toBeLessThanOrEqual(MOST);
  expect(inCash).toBeLessThan(inShares);
});
