/** The primary market of a share: what stands behind it, and how it is bought from and sold back to the issuer. */
import { quotePurchase, quoteRedemption } from "@scrip/client";
import { inForce } from "../tests/harness/actions.ts";
import { DOLLAR, accept } from "../tests/harness/cash.ts";
import { attest, enforceReserves, statusOf } from "../tests/harness/custody.ts";
import { fetchAsset } from "../tests/harness/desk.ts";
import { change } from "../tests/harness/governance.ts";
import { fill, request, settle, subscribe } from "../tests/harness/primary.ts";
import { ONE_SHARE, type Share, mintShares } from "../tests/harness/share.ts";
import type { Cast } from "./cast.ts";
import { type Stage, raw } from "./stage.ts";

const DAY = 86_400n;
const SCALE = 10n ** 18n;

/** For one whole share. */
const PRICE = 181n * DOLLAR + 460_000n;
const FEE_BPS = 25;
const BOUGHT = 20n * ONE_SHARE;
const SOLD = 15n * ONE_SHARE;

/** From now on nothing is minted beyond what the custodian attests, which is what `supply` raw units stand for. */
export async function showReserves(stage: Stage, share: Share, cast: Cast, supply: bigint): Promise<void> {
  await attestFor(stage, share, cast, supply);
  const enforcing = enforceReserves(share, { maxAge: Number(DAY) });
  await stage.does("admin", "change_setting", "has the reserves enforced; an attestation counts for a day", enforcing);
}

/** Bob buys from the issuer and sells back, each through an escrow that he can take back after its deadline. */
export async function tradeWithIssuer(stage: Stage, share: Share, cast: Cast): Promise<void> {
  const { market } = share;
  const { bob, custodian, cash } = cast;
  const stale = mintShares(share, bob.address, 1n, [custodian.address]);
  await stage.refuses("minter", "mint_shares", "tries to mint on an attestation from before the action", 7090, stale);
  const { supply } = await statusOf(share, [custodian.address]);
  await attestFor(stage, share, cast, supply + BOUGHT);
  await stage.does("admin", "add_payment_mint, change_setting", "has the share paid with dollars", accept(share, cash));
  const fees = change(market, { __kind: "Fees", purchaseBps: FEE_BPS, redemptionBps: FEE_BPS }, share.mint);
  await stage.does("admin", "change_setting", `sets the fees to ${FEE_BPS} basis points`, fees);
  await buy(stage, share, cast);
  await sell(stage, share, cast);
}

async function buy(stage: Stage, share: Share, { bob, custodian, cash }: Cast): Promise<void> {
  const deal = { amount: BOUGHT, multiplier: await inForce(share), price: PRICE, feeBps: FEE_BPS };
  const { value, fee, total } = quotePurchase(deal);
  stage.note(`quote for ${raw(BOUGHT)}: ${dollars(value)} and a fee of ${dollars(fee)}, together ${dollars(total)}`);
  const offer = { id: 1n, amount: total, limitPrice: PRICE, deadline: await deadlineOf(share) };
  const { subscription, receipt } = await subscribe(share, cash, bob, offer);
  stage.did("Bob", "subscribe", `puts ${dollars(total)} into escrow`, receipt);
  const filling = fill(share, cash, subscription, { amount: BOUGHT, price: PRICE, custodians: [custodian.address] });
  await stage.does("minter", "fill_subscription", `delivers ${raw(BOUGHT)} against the payment`, filling);
}

async function sell(stage: Stage, share: Share, { bob, payingAgent, cash }: Cast): Promise<void> {
  const deal = { amount: SOLD, multiplier: await inForce(share), price: PRICE, feeBps: FEE_BPS };
  const { value, fee, net } = quoteRedemption(deal);
  stage.note(`quote for ${raw(SOLD)}: ${dollars(value)} less a fee of ${dollars(fee)}, which leaves ${dollars(net)}`);
  const demand = { id: 1n, amount: SOLD, deadline: await deadlineOf(share), payment: { cash, minPrice: PRICE } };
  const { redemption, receipt } = await request(share, bob, demand);
  stage.did("Bob", "request_redemption", `puts ${raw(SOLD)} into escrow`, receipt);
  const settling = settle(share, cash, redemption, { amount: SOLD, price: PRICE, paymentAuthority: payingAgent });
  await stage.does("redeemer and agent", "settle_redemption", `burn them and pay ${dollars(net)}`, settling);
}

/** A day more than the issuer must be left. */
async function deadlineOf(share: Share): Promise<bigint> {
  const { settlementWindow } = (await fetchAsset(share)).data;
  return (await share.market.chain.now()) + BigInt(settlementWindow) + DAY;
}

async function attestFor(stage: Stage, share: Share, { custodian }: Cast, supply: bigint): Promise<void> {
  const held = (supply * (await inForce(share)) + SCALE - 1n) / SCALE;
  const attesting = attest(share, custodian, held);
  await stage.does("custodian", "attest_reserves", `attests to hold ${fixed(held, ONE_SHARE)} shares`, attesting);
}

export const dollars = (amount: bigint) => `$${fixed(amount, DOLLAR)}`;

/** Base units as decimal text, all places shown. */
function fixed(amount: bigint, unit: bigint): string {
  const places = unit.toString().length - 1;
  return `${(amount / unit).toLocaleString("en")}.${(amount % unit).toString().padStart(places, "0")}`;
}
