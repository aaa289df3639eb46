/** Wallets know nothing of Scrip: the standard library of each kind moves a share, with the same accounts. */
import { canTransfer, transferKnown, transferShares } from "@scrip/client";
import { getTransferCheckedWithTransferHookInstructionAsync } from "@solana-program/token-2022";
import { TOKEN_2022_PROGRAM_ID, createTransferCheckedWithTransferHookInstruction } from "@solana/spl-token";
import { Connection, Keypair, PublicKey } from "@solana/web3.js";
import { type Address, address, createNoopSigner } from "@solana/kit";
import { beforeAll, expect, test } from "vitest";
import { airdrop } from "../harness/airdrop.ts";
import { sendLegacy } from "../harness/legacy.ts";
import { newHolder, onboard } from "../harness/register.ts";
import { APPLE, DECIMALS, ONE_SHARE, type Share, createShare, mintShares, openAccount } from "../harness/share.ts";
import { beginStory } from "../harness/story.ts";

const story = beginStory();
const sender = Keypair.generate();
let share: Share;
let recipient: Address;
let source: PublicKey;
let destination: PublicKey;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  const owner = address(sender.publicKey.toBase58());
  recipient = (await newHolder(story.market)).address;
  await onboard(story.market, owner);
  await airdrop(story.chain.rpc, owner, 1_000_000_000n);
  source = new PublicKey(await openAccount(share, owner));
  destination = new PublicKey(await openAccount(share, recipient));
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

test("the kit client resolves the same accounts in the same order, and so does ours, which asks less", async () => {
  const authority = createNoopSigner(address(sender.publicKey.toBase58()));
  const byKit = await getTransferCheckedWithTransferHookInstructionAsync(story.chain, {
    source: address(source.toBase58()),
    mint: share.mint,
    destination: address(destination.toBase58()),
    authority,
    amount: ONE_SHARE,
    decimals: DECIMALS,
  });
  const web3Accounts = (await byWeb3()).keys.map(({ pubkey }) => pubkey.toBase58());
  expect(byKit.accounts?.map((account) => account.address)).toEqual(web3Accounts);
  expect(web3Accounts).toHaveLength(4 + 3 + 2);

  const ends = { from: authority.address, to: recipient };
  const details = { ...ends, amount: ONE_SHARE, authority };
  expect(await transferKnown({ ...details, share })).toEqual([byKit]);
  const { rpc, calls } = counted(story.chain.rpc);
  expect(await transferShares(rpc, { ...details, mint: share.mint })).toEqual([byKit]);
  const accounts = { from: { account: address(source.toBase58()) }, to: { account: address(destination.toBase58()) } };
  expect(await transferShares(rpc, { ...details, ...accounts, mint: share.mint })).toEqual([byKit]);
  expect(calls.splice(0)).toEqual(["getMultipleAccounts", "getMultipleAccounts"]);
  expect(await canTransfer(rpc, { ...ends, mint: share.mint, amount: ONE_SHARE })).toMatchObject({ allowed: true, code: 0 });
  expect(calls).toEqual(["getMultipleAccounts", "simulateTransaction"]);
});

/** An RPC client that keeps a list of the methods that were called. */
function counted<T extends object>(rpc: T) {
  const calls: string[] = [];
  const get = (target: T, method: string) => {
    calls.push(method);
    return Reflect.get(target, method) as unknown;
  };
  return { rpc: new Proxy(rpc, { get: get as ProxyHandler<T>["get"] }), calls };
}
