/** Who may send to whom, through the real Token-2022. With the libraries of ordinary wallets: see ordinary-wallets.test.ts. */
import { HaltReason, HolderStatus, checkTransfer } from "@scrip/client";
import { type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { getApproveCheckedInstruction } from "@solana-program/token-2022";
import { beforeAll, expect, test } from "vitest";
import { halt, pause, resume, unpause } from "../harness/desk.ts";
import { UNITED_STATES } from "../harness/market.ts";
import { newHolder, onboard, setStatus, updateFacts } from "../harness/register.ts";
import { APPLE, DECIMALS, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf, transfer } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const story = beginStory();
let share: Share;
let alice: KeyPairSigner;
let bob: KeyPairSigner;

beforeAll(async () => {
  share = await createShare(story.market, APPLE);
  [alice, bob] = await Promise.all([newHolder(story.market), newHolder(story.market)]);
  await Promise.all([openAccount(share, alice.address), openAccount(share, bob.address)]);
  await mintShares(share, alice.address, 100n * ONE_SHARE);
});

/** Raw units in a wallet's associated token account. */
async function balance(owner: KeyPairSigner): Promise<bigint> {
  return (await story.chain.tokenBalance(await tokenAccountOf(share, owner.address))).raw;
}

/** A person with two shares. */
async function newShareholder(kycExpiresAt?: bigint): Promise<KeyPairSigner> {
  const holder = await newHolder(story.market, { kycExpiresAt });
  await openAccount(share, holder.address);
  await mintShares(share, holder.address, 2n * ONE_SHARE);
  return holder;
}

/** What `check_transfer` says of one share from one wallet to another. */
async function verdict(from: KeyPairSigner, to: KeyPairSigner): Promise<number | undefined> {
  const { code } = await checkTransfer(story.chain.rpc, {
    feePayer: story.market.payer.address,
    mint: share.mint,
    from: from.address,
    to: to.address,
    amount: ONE_SHARE,
  });
  return code;
}

/** The transfer is refused with the code that `check_transfer` foretold, and no share has moved. */
async function expectRefusedTransfer(from: KeyPairSigner, to: KeyPairSigner, code: number, name: string): Promise<void> {
  const before = await Promise.all([balance(from), balance(to)]);
  expect(await verdict(from, to)).toBe(code);
  await expectRefusal(transfer(share, from.address, to.address, ONE_SHARE, from), code, name);
  expect(await Promise.all([balance(from), balance(to)])).toEqual(before);
}

test("between two holders it moves exactly the amount", async () => {
  const before = [await balance(alice), await balance(bob)];
  expect(await verdict(alice, bob)).toBe(0);
  await transfer(share, alice.address, bob.address, 3n * ONE_SHARE, alice);
  expect([await balance(alice), await balance(bob)]).toEqual([before[0]! - 3n * ONE_SHARE, before[1]! + 3n * ONE_SHARE]);
});

test("an unknown wallet can neither receive nor be minted to, until it is onboarded", async () => {
  const stranger = await generateKeyPairSigner();
  await openAccount(share, stranger.address);
  await expectRefusedTransfer(alice, stranger, 6300, "DestinationMissing");
  await expectRefusal(mintShares(share, stranger.address, ONE_SHARE), 6300, "DestinationMissing");
  await onboard(story.market, stranger.address);
  await transfer(share, alice.address, stranger.address, ONE_SHARE, alice);
  expect(await balance(stranger)).toBe(ONE_SHARE);
});

test("an expired check bars both directions, from its very second", async () => {
  const expiresAt = (await story.chain.now()) + 3_600n;
  const holder = await newShareholder(expiresAt);
  await transfer(share, alice.address, holder.address, ONE_SHARE, alice);
  await story.validator.timeTravel(expiresAt);
  await expectRefusedTransfer(holder, alice, 6206, "SourceExpired");
  await expectRefusedTransfer(alice, holder, 6306, "DestinationExpired");
});

test("a suspended holder is barred and can be reinstated, a revoked one is barred for good", async () => {
  const holder = await newShareholder();
  await setStatus(story.market, holder.address, HolderStatus.Suspended);
  await expectRefusedTransfer(holder, alice, 6204, "SourceSuspended");
  await expectRefusedTransfer(alice, holder, 6304, "DestinationSuspended");
  await setStatus(story.market, holder.address, HolderStatus.Active);
  await transfer(share, holder.address, alice.address, 1n, holder);
  await setStatus(story.market, holder.address, HolderStatus.Revoked);
  await expectRefusedTransfer(holder, alice, 6205, "SourceRevoked");
  await expectRefusal(setStatus(story.market, holder.address, HolderStatus.Active), 6507, "StatusChangeRefused");
});

test("a resident of a country that the policy denies is barred", async () => {
  const emigrant = await newShareholder();
  await transfer(share, alice.address, emigrant.address, ONE_SHARE, alice);
  await updateFacts(story.market, emigrant.address, { jurisdiction: UNITED_STATES });
  await expectRefusedTransfer(alice, emigrant, 6307, "DestinationJurisdiction");
  await expectRefusedTransfer(emigrant, alice, 6207, "SourceJurisdiction");
});

test("a halt stops transfers and not minting, and ends when it is resumed or when its time is up", async () => {
  await halt(share, HaltReason.NewsPending);
  await expectRefusedTransfer(alice, bob, 6100, "Halted");
  await mintShares(share, bob.address, ONE_SHARE);
  await resume(share);
  await transfer(share, alice.address, bob.address, ONE_SHARE, alice);
  const until = (await story.chain.now()) + 600n;
  await halt(share, HaltReason.PrimaryMarket, until);
  await expectRefusedTransfer(alice, bob, 6100, "Halted");
  await story.validator.timeTravel(until);
  await transfer(share, alice.address, bob.address, ONE_SHARE, alice);
});

test("a pause stops transfers and minting, in Token-2022 itself", async () => {
  const mintPaused = 0x43;
  await pause(share);
  await expectRefusal(transfer(share, alice.address, bob.address, ONE_SHARE, alice), mintPaused, "Custom");
  await expectRefusal(mintShares(share, bob.address, ONE_SHARE), mintPaused, "Custom");
  await unpause(share);
  await transfer(share, alice.address, bob.address, ONE_SHARE, alice);
});

test("a delegate's transfer is judged by the owner's record, not by the delegate's", async () => {
  const owner = await newShareholder();
  const delegate = await generateKeyPairSigner();
  const approve = getApproveCheckedInstruction({
    source: await tokenAccountOf(share, owner.address),
    mint: share.mint,
    delegate: delegate.address,
    owner,
    amount: ONE_SHARE,
    decimals: DECIMALS,
  });
  await story.chain.send(story.market.payer, [approve]);
  await transfer(share, owner.address, bob.address, 1n, delegate);
  await setStatus(story.market, owner.address, HolderStatus.Suspended);
  await expectRefusal(transfer(share, owner.address, bob.address, 1n, delegate), 6204, "SourceSuspended");
});
