/** Whatever the issuer or the registrar does meanwhile, what lies in escrow comes back to who put it there. */
import { HaltReason, HolderStatus, NO_ADDRESS, issuer } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { getCloseAccountInstruction } from "@solana-program/token-2022";
import { beforeEach, describe, expect, test } from "vitest";
import { type Cash, DOLLAR, TOKEN, TOKEN_2022, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { halt, pause, setBlackout, unpause } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import { roleOf } from "../harness/market.ts";
import { cancelOffer, reclaim, request, subscribe } from "../harness/primary.ts";
import { closeRecord, newHolder, setStatus } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const WINDOW = 3_600n;
const CASH = 100n * DOLLAR;
/** Token-2022's own error for anything that moves while a mint is paused. */
const MINT_PAUSED = 0x43;

const story = beginStory();
let share: Share;
let cash: Cash;
let alice: KeyPairSigner;
let redemption: Address;
let subscription: Address;

/** Alice has put all her shares and all her cash into escrow. */
beforeEach(async () => {
  const { market } = story;
  share = await createShare(market, APPLE);
  cash = await newCash(market, TOKEN);
  await accept(share, cash);
  await change(market, { __kind: "SettlementWindow", seconds: Number(WINDOW) }, share.mint);
  alice = await newHolder(market);
  await openAccount(share, alice.address);
  await mintShares(share, alice.address, ONE_SHARE);
  await fund(market, cash, alice.address, CASH);
  const deadline = (await story.chain.now()) + 2n * WINDOW;
  ({ redemption } = await request(share, alice, { id: 1n, amount: ONE_SHARE, deadline, payment: { cash, minPrice: 1n } }));
  ({ subscription } = await subscribe(share, cash, alice, { id: 1n, amount: CASH, limitPrice: 1n, deadline }));
});

const afterwards = async () => story.validator.timeTravel((await story.chain.now()) + 2n * WINDOW);
const held = async () => [
  (await story.chain.tokenBalance(await tokenAccountOf(share, alice.address))).raw,
  await cashOf(story.chain, cash, alice.address),
];

async function takeBack(): Promise<void> {
  expect(await held()).toEqual([0n, 0n]);
  await reclaim(share, redemption, alice);
  await cancelOffer(share, cash, alice, subscription);
  expect(await held()).toEqual([ONE_SHARE, CASH]);
}

describe("shares and cash come back after the deadline", () => {
  test("while trading is halted", async () => {
    await halt(share, HaltReason.Regulatory);
    await afterwards();
    await takeBack();
  });

  test("during a blackout", async () => {
    const now = await story.chain.now();
    await setBlackout(share, now, now + 10n * WINDOW);
    await afterwards();
    await takeBack();
  });

  test("of a holder whose record is revoked", async () => {
    await setStatus(story.market, alice.address, HolderStatus.Revoked);
    await afterwards();
    await takeBack();
  });

  test("of a holder whose record is closed", async () => {
    await closeRecord(story.market, alice.address, story.market.payer.address);
    await afterwards();
    await takeBack();
  });

  test("when the payment token is accepted no longer", async () => {
    await change(story.market, { __kind: "PaymentMint", mint: cash.mint, accepted: false }, share.mint);
    await afterwards();
    await takeBack();
  });

  test("when the share has lost its transfer hook", async () => {
    await change(story.market, { __kind: "HookProgram", program: NO_ADDRESS }, share.mint);
    await afterwards();
    await takeBack();
  });

  test("when the holder has closed the account and opens it again", async () => {
    const account = await tokenAccountOf(share, alice.address);
    const { chain, payer } = story.market;
    const close = getCloseAccountInstruction({ account, destination: payer.address, owner: alice }, { programAddress: TOKEN_2022 });
    await chain.send(payer, [close]);
    await afterwards();
    await expectRefusal(reclaim(share, redemption, alice), 3012, "AccountNotInitialized");
    await openAccount(share, alice.address);
    await takeBack();
  });
});

test("a pause stops shares, as Token-2022 lets nothing of a paused mint move, and not the cash; both come back", async () => {
  await pause(share);
  await afterwards();
  await expectRefusal(reclaim(share, redemption, alice), MINT_PAUSED, "Custom");
  await cancelOffer(share, cash, alice, subscription);
  await unpause(share);
  await reclaim(share, redemption, alice);
  expect(await held()).toEqual([ONE_SHARE, CASH]);
});

test("nobody else takes it", async () => {
  const thief = await generateKeyPairSigner();
  await afterwards();
  await expectRefusal(reclaim(share, redemption, thief), 7128, "NotEscrowOwner");
  await expectRefusal(cancelOffer(share, cash, thief, subscription), 7128, "NotEscrowOwner");
  await takeBack();
});

/** The last one: the market has no minter afterwards. */
test("no member of staff is left who could settle", async () => {
  const { chain, payer, admin, issuer: issuerAddress, staff } = story.market;
  for (const member of [staff.minter, staff.redeemer]) {
    const role = await roleOf(story.market, member);
    const accounts = { admin, rentReceiver: admin.address, issuer: issuerAddress, role };
    await chain.send(payer, [await issuer.getRevokeRoleInstructionAsync(accounts)]);
  }
  await afterwards();
  await takeBack();
});
