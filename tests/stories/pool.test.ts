/** A venue that composes with a share: the example pool, from its deployment through a split to the last withdrawal. */
import { MULTIPLIER_ONE, TransactionFailedError, registerVenue, transferHook } from "@scrip/client";
import type { Instruction, KeyPairSigner } from "@solana/kit";
import { getCreateAssociatedTokenIdempotentInstructionAsync } from "@solana-program/token-2022";
import { beforeAll, expect, test } from "vitest";
import { PROGRAMS } from "../../migrations/programs.ts";
import { announce, approve, inForce, schedule, split } from "../harness/actions.ts";
import { type Cash, DOLLAR, TOKEN, TOKEN_2022, cashOf, fund, newCash } from "../harness/cash.ts";
import { halt, resume } from "../harness/desk.ts";
import { POOL_PROGRAM, type Pool, Side, deposit, initialize, poolOf, swap, withdraw } from "../harness/pool.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, mintShares, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOUR = 3_600n;
/** `MultiplierMoved` of the pool. */
const MULTIPLIER_MOVED = 8104;

const story = beginStory({ programs: [...PROGRAMS, POOL_PROGRAM] });
let share: Share;
let cash: Cash;
let pool: Pool;
let alice: KeyPairSigner;
let bob: KeyPairSigner;
let carol: KeyPairSigner;

beforeAll(async () => {
  const { market, chain } = story;
  [share, cash] = await Promise.all([createShare(market, APPLE), newCash(market, TOKEN)]);
  pool = await poolOf(share, cash);
  [alice, bob, carol] = await Promise.all([newHolder(market), newHolder(market), chain.newWallet()]);
  for (const { address } of [alice, bob, carol]) {
    await openAccount(share, address);
    await fund(market, cash, address, 100_000n * DOLLAR);
  }
  for (const { address } of [alice, bob]) {
    await mintShares(share, address, 200n * ONE_SHARE);
  }
});

const send = (...instructions: Instruction[]) => story.chain.send(story.market.payer, instructions);
const sell = async (owner: KeyPairSigner, amountIn: bigint, expectedMultiplier: bigint) =>
  send(await swap(pool, owner, { side: Side.Sell, amountIn, minAmountOut: 1n, expectedMultiplier }));
const buy = async (owner: KeyPairSigner, amountIn: bigint, expectedMultiplier: bigint) =>
  send(await swap(pool, owner, { side: Side.Buy, amountIn, minAmountOut: 1n, expectedMultiplier }));

/** Raw units and cash of the pool. */
async function reserves(): Promise<readonly [bigint, bigint]> {
  const { raw } = await story.chain.tokenBalance(await tokenAccountOf(share, pool.address));
  return [raw, await cashOf(story.chain, cash, pool.address)];
}

async function codeOf(sending: Promise<unknown>): Promise<number | undefined> {
  const error: unknown = await sending.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TransactionFailedError);
  return (error as TransactionFailedError).failure.code;
}

test("a registrar approves of the program once, and anybody opens and registers a pool in one transaction", async () => {
  const { market } = story;
  const { payer, registrar: officer, registry } = market;
  await send(
    await transferHook.getApproveVenueProgramInstructionAsync({ officer, payer, registry, programToApprove: POOL_PROGRAM.address }),
  );
  const { venue, instruction } = await registerVenue({ payer, registry, program: POOL_PROGRAM.address, seeds: pool.seeds });
  expect(venue).toBe(pool.address);
  await send(await initialize(pool, payer), instruction);
  const liquidity = { payer, owner: alice.address, mint: pool.liquidityMint, tokenProgram: TOKEN_2022 };
  await send(await getCreateAssociatedTokenIdempotentInstructionAsync(liquidity));
});

test("a hundred shares at 200 dollars go in, and people trade who may hold", async () => {
  const limits = { maxShares: 100n * ONE_SHARE, maxPayment: 20_000n * DOLLAR, minLiquidity: 0n, expectedMultiplier: MULTIPLIER_ONE };
  await send(await deposit(pool, alice, limits));
  expect(await reserves()).toEqual([100n * ONE_SHARE, 20_000n * DOLLAR]);
  await sell(bob, ONE_SHARE, MULTIPLIER_ONE);
  expect(await reserves()).toEqual([10_100_000_000n, 19_802_568_394n]);
  await buy(bob, 500n * DOLLAR, MULTIPLIER_ONE);
  expect(await reserves()).toEqual([9_851_990_886n, 20_302_568_394n]);
  await expectRefusal(buy(carol, DOLLAR, MULTIPLIER_ONE), 6300, "DestinationMissing");
});

test("while trading is halted the pool stands still, in the hook's own words", async () => {
  await halt(share, 1);
  await expectRefusal(sell(bob, ONE_SHARE, MULTIPLIER_ONE), 6100, "Halted");
  await expectRefusal(send(await withdraw(pool, alice, 1_000_000n)), 6100, "Halted");
  await resume(share);
});

test("a split moves neither reserve, and a price from before it is refused", async () => {
  const { chain, validator } = story;
  const effectiveAt = (await chain.now()) + 2n * HOUR;
  const { action } = await announce(share, split([4n, 1n], effectiveAt));
  await approve(share, action);
  await schedule(share, action);
  const before = await reserves();
  await validator.timeTravel(effectiveAt);

  expect(await reserves()).toEqual(before);
  const vault = await tokenAccountOf(share, pool.address);
  expect((await chain.tokenBalance(vault)).ui).toBe("394.07963544");
  expect(await codeOf(sell(bob, ONE_SHARE, MULTIPLIER_ONE))).toBe(MULTIPLIER_MOVED);
  expect(await reserves()).toEqual(before);

  // One share after the split is a quarter of a raw share, at a quarter of the price.
  const multiplier = await inForce(share);
  expect(multiplier).toBe(4n * MULTIPLIER_ONE);
  const had = await cashOf(chain, cash, bob.address);
  await sell(bob, ONE_SHARE / 4n, multiplier);
  const price = (await cashOf(chain, cash, bob.address)) - had;
  expect(price).toBeGreaterThan(51n * DOLLAR);
  expect(price).toBeLessThan(52n * DOLLAR);
});

test("the depositor takes out raw units and cash, and the fees that were paid", async () => {
  const { chain } = story;
  const account = await tokenAccountOf(share, alice.address);
  const { raw: liquidity } = await chain.tokenBalance(await associatedLiquidity());
  const before = { raw: (await chain.tokenBalance(account)).raw, cash: await cashOf(chain, cash, alice.address) };
  const [shares, payment] = await reserves();
  await send(await withdraw(pool, alice, liquidity));
  const after = { raw: (await chain.tokenBalance(account)).raw, cash: await cashOf(chain, cash, alice.address) };
  // All but what belongs to nobody, a thousand units of liquidity.
  expect([after.raw - before.raw, after.cash - before.cash]).toEqual([
    (shares * liquidity) / (liquidity + 1_000n),
    (payment * liquidity) / (liquidity + 1_000n),
  ]);
  expect(shares * payment).toBeGreaterThan(100n * ONE_SHARE * 20_000n * DOLLAR);
});

function associatedLiquidity() {
  return tokenAccountOf({ ...share, mint: pool.liquidityMint }, alice.address);
}
