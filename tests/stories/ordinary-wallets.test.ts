/** Wallets know nothing of Scrip: the standard library of each kind moves a share, with the same accounts. */
import { getTransferCheckedWithTransferHookInstructionAsync } from "@solana-program/token-2022";
import { TOKEN_2022_PROGRAM_ID, createTransferCheckedWithTransferHookInstruction } from "@solana/spl-token";
import { Connection, Keypair, PublicKey } from "@solana/web3.js";
import { address, createNoopSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { sendLegacy } from "../harness/legacy.ts";
import { newHolder, onboard } from "../harness/register.ts";
import { APPLE, DECIMALS, ONE_SHARE, type Share, createShare, mintShares, openAccount } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";

const story = beginStory();
const sender = Keypair.generate();
let share: Share;
let source: PublicKey;
let destination: PublicKey;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  const owner = address(sender.publicKey.toBase58());
  const recipient = await newHolder(story.market);
  await onboard(story.market, owner);
  await airdrop(story.chain.rpc, owner, 1_000_000_000n);
  source = new PublicKey(await openAccount(share, owner));
  destination = new PublicKey(await openAccount(share, recipient.address));
  await mintShares(share, owner, 10n * ONE_SHARE);
});

function byWeb3() {
  const connection = new Connection(story.validator.rpcUrl, { commitment: "confirmed", wsEndpoint: story.validator.wsUrl });
  return createTransferCheckedWithTransferHookInstruction(
    connection,
    source,
    new PublicKey(share.mint),
    destination,
    sender.publicKey,
    ONE_SHARE,
    DECIMALS,
    [],
    "confirmed",
    TOKEN_2022_PROGRAM_ID,
  );
}

test("@solana/spl-token moves a share", async () => {
  await sendLegacy(story.chain, [sender], [await byWeb3()]);
  const { raw } = await story.chain.tokenBalance(address(destination.toBase58()));
  expect(raw).toBe(ONE_SHARE);
});

test("the kit client resolves the same accounts in the same order", async () => {
  const byKit = await getTransferCheckedWithTransferHookInstructionAsync(story.chain, {
    source: address(source.toBase58()),
    mint: share.mint,
    destination: address(destination.toBase58()),
    authority: createNoopSigner(address(sender.publicKey.toBase58())),
    amount: ONE_SHARE,
    decimals: DECIMALS,
  });
  const web3Accounts = (await byWeb3()).keys.map(({ pubkey }) => pubkey.toBase58());
  expect(byKit.accounts?.map((account) => account.address)).toEqual(web3Accounts);
  expect(web3Accounts).toHaveLength(4 + 3 + 2);
});
