/** Primary purchases: cash in escrow that shares are delivered against, or both in one transaction. */
import { MULTIPLIER_ONE, NO_ADDRESS, issuer, quotePurchase } from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import { beforeAll, describe, expect, test } from "vitest";
import { type Cash, DOLLAR, TOKEN, TOKEN_2022, accept, cashOf, fund, newCash } from "../harness/cash.ts";
import { change } from "../harness/governance.ts";
import { cancelOffer, fill, purchase, subscribe } from "../harness/primary.ts";
import { newHolder } from "../harness/register.ts";
import { APPLE, ONE_SHARE, type Share, createShare, openAccount, tokenAccountOf } from "../harness/share.ts";
import { beginStory, expectRefusal } from "../harness/story.ts";

const HOUR = 3_600n;
const PRICE = 271_828_183n;
/** After a reinvested dividend, so that nothing comes out even. */
const MULTIPLIER = (MULTIPLIER_ONE * 1_000_782_402_647n) / 1_000_000_000_000n;
const FEE_BPS = 37;

const story = beginStory();

describe.each([
  ["Token", TOKEN],
  ["Token-2022", TOKEN_2022],
])("paid with %s", (_, program) => {
  let share: Share;
  let cash: Cash;
  let alice: KeyPairSigner;

  beforeAll(async () => {
    const { market } = story;
    share = await createShare(market, { ...APPLE, multiplier: MULTIPLIER });
    cash = await newCash(market, program);
    await accept(share, cash);
    await change(market, { __kind: "Fees", purchaseBps: FEE_BPS, redemptionBps: 0 }, share.mint);
    await change(market, { __kind: "SettlementWindow", seconds: Number(HOUR) }, share.mint);
    alice = await newHolder(market);
    await openAccount(share, alice.address);
    await fund(market, cash, alice.address, 10_000n * DOLLAR);
  });

  const quote = (amount: bigint, price = PRICE) => quotePurchase({ amount, multiplier: MULTIPLIER, price, feeBps: FEE_BPS });
  const treasury = () => cashOf(story.chain, cash, story.market.admin.address);
  const shares = async () => (await story.chain.tokenBalance(await tokenAccountOf(share, alice.address))).raw;
  const offer = async (id: bigint, amount: bigint) => {
    const deadline = (await story.chain.now()) + 2n * HOUR;
    return subscribe(share, cash, alice, { id, amount, limitPrice: PRICE, deadline });
  };

  test("filled in part, then for the last time: quotes are what moves, to the unit, and the rest goes back", async () => {
    const { subscription, receipt } = await offer(1n, 5_000n * DOLLAR);
    expect(receipt.events).toMatchObject([{ name: "SubscriptionOpened", data: { subscription, amount: 5_000n * DOLLAR, feeBps: FEE_BPS } }]);
    expect(await cashOf(story.chain, cash, alice.address)).toBe(5_000n * DOLLAR);

    const [first, second] = [333_333_333n, 1_000_000_007n];
    const filled = await fill(share, cash, subscription, { amount: first, price: PRICE });
    const { value, fee, total } = quote(first);
    expect(fee).toBeGreaterThan(0n);
    expect(filled.events).toMatchObject([{ name: "SubscriptionFilled", data: { amount: first, value, fee, last: false, returned: 0n } }]);
    expect([await treasury(), await shares()]).toEqual([total, first]);

    const lower = PRICE - 1_234_567n;
    const rest = 5_000n * DOLLAR - total - quote(second, lower).total;
    const last = await fill(share, cash, subscription, { amount: second, price: lower, last: true });
    expect(last.events).toMatchObject([{ name: "SubscriptionFilled", data: { last: true, returned: rest } }]);
    expect([await treasury(), await shares()]).toEqual([total + quote(second, lower).total, first + second]);
    expect(await cashOf(story.chain, cash, alice.address)).toBe(5_000n * DOLLAR + rest);
    const gone = await issuer.fetchMaybeSubscription(story.chain.rpc, subscription, { commitment: "confirmed" });
    expect(gone.exists).toBe(false);
  });

  test("not above the investor's limit, nor for more than the escrow holds", async () => {
    const { subscription } = await offer(2n, 100n * DOLLAR);
    await expectRefusal(fill(share, cash, subscription, { amount: 1n, price: PRICE + 1n }), 7122, "PriceBeyondLimit");
    await expectRefusal(fill(share, cash, subscription, { amount: ONE_SHARE, price: PRICE }), 7126, "OverEscrow");
  });

  test("in one transaction that both sign, for exactly the quote and not a unit less", async () => {
    const [before, earned] = [await cashOf(story.chain, cash, alice.address), await treasury()];
    const { total } = quote(ONE_SHARE + 1n);
    const trade = { amount: ONE_SHARE + 1n, price: PRICE };
    await expectRefusal(purchase(share, cash, alice, { ...trade, maxPayment: total - 1n }), 7122, "PriceBeyondLimit");
    const { events } = await purchase(share, cash, alice, { ...trade, maxPayment: total });
    expect(events).toMatchObject([{ name: "SharesPurchased", data: { investor: alice.address, checker: NO_ADDRESS } }]);
    expect(before - (await cashOf(story.chain, cash, alice.address))).toBe(total);
    expect((await treasury()) - earned).toBe(total);
  });

  test("a token that the share is not paid with any more opens nothing, and open business goes on", async () => {
    const before = await cashOf(story.chain, cash, alice.address);
    const { subscription } = await offer(3n, 300n * DOLLAR);
    await change(story.market, { __kind: "PaymentMint", mint: cash.mint, accepted: false }, share.mint);
    await expectRefusal(offer(4n, DOLLAR), 7120, "PaymentMintNotAccepted");
    await fill(share, cash, subscription, { amount: 1_000n, price: PRICE });
    const { data } = await issuer.fetchSubscription(story.chain.rpc, subscription, { commitment: "confirmed" });

    await expectRefusal(cancelOffer(share, cash, alice, subscription), 7125, "DeadlineNotReached");
    await story.validator.timeTravel(data.deadline);
    const { events } = await cancelOffer(share, cash, alice, subscription);
    const returned = 300n * DOLLAR - quote(1_000n).total;
    expect(events).toMatchObject([{ name: "SubscriptionReturned", data: { actor: alice.address, returned, reason: 0 } }]);
    expect(before - (await cashOf(story.chain, cash, alice.address))).toBe(quote(1_000n).total);
    await change(story.market, { __kind: "PaymentMint", mint: cash.mint, accepted: true }, share.mint);
  });

  test("the deadline leaves the issuer its window", async () => {
    const deadline = (await story.chain.now()) + HOUR - 60n;
    const hasty = subscribe(share, cash, alice, { id: 5n, amount: DOLLAR, limitPrice: PRICE, deadline });
    await expectRefusal(hasty, 7123, "DeadlineTooSoon");
  });
});
