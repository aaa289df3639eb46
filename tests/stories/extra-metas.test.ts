/** The list that tells wallets which accounts a transfer needs can be written anew, and is then what it was. */
import { transferHook } from "@scrip/client";
import { type Address, type KeyPairSigner, assertAccountExists, fetchEncodedAccount } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { updateExtraMetas } from "../harness/desk.ts";
import { newHolder } from "../harness/register.ts";
import { setAccount } from "../harness/set-account.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

/** Behind the discriminator and two lengths; the policy's entry is the first. */
const ENTRIES = 16;
const ENTRY_LENGTH = 35;

const story = beginStory();
let share: Share;
let list: Address;
let alice: KeyPairSigner;
let bob: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  [list] = await transferHook.findExtraAccountMetasPda({ mint: share.mint });
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
  await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
  await mintShares(share, alice.address, 10n * ONE_SHARE);
});

const send = () => transfer(share, alice.address, bob.address, ONE_SHARE, alice);

async function read(): Promise<Uint8Array> {
  const account = await fetchEncodedAccount(story.chain.rpc, list, { commitment: "confirmed" });
  assertAccountExists(account);
  return Uint8Array.from(account.data);
}

test("written by the issuer, it stays as the asset's creation left it, and transfers go on", async () => {
  const before = await read();
  await send();
  const { events } = await updateExtraMetas(share);
  expect(events).toEqual([{ name: "ExtraMetasUpdated", data: { policy: share.policy, mint: share.mint } }]);
  expect(await read()).toEqual(before);
  await send();
});

test("a list that another version might have left is put right", async () => {
  const right = await read();
  const [source, destination] = [1, 2].map((place) => {
    const start = ENTRIES + place * ENTRY_LENGTH;
    return right.slice(start, start + ENTRY_LENGTH);
  });
  const swapped = Uint8Array.from([...right.slice(0, ENTRIES + ENTRY_LENGTH), ...destination!, ...source!]);
  await setAccount(story.validator.rpcUrl, list, transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS, swapped);
  await expectRefusal(send(), 6203, "SourceOtherWallet");
  await updateExtraMetas(share);
  expect(await read()).toEqual(right);
  await send();
});
