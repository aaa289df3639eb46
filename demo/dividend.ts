/** A dividend in cash: announced, counted at its record date, published as a tree, and paid claim by claim. */
import { ActionKind, cashDue } from "@scrip/client";
import { announce, approve, fetchAction, schedule } from "../tests/harness/actions.ts";
import { DOLLAR } from "../tests/harness/cash.ts";
import { type Paying, approve as approvePayout, fund, open, openPage, payClaim } from "../tests/harness/payouts.ts";
import type { Share } from "../tests/harness/share.ts";
import { holdersOf } from "../tests/harness/holders.ts";
import type { Validator } from "../tests/harness/validator.ts";
import type { Cast } from "./cast.ts";
import { dollars } from "./primary.ts";
import { type Stage, clock } from "./stage.ts";

/** The share that is paid with dollars. */
export const DIVIDEND_OF = "NVDAx";
const DAY = 86_400n;
/** For one share, and what is withheld of it. */
const GROSS = DOLLAR / 4n;
const TAX_BPS = 1_500;

export async function payDividend(stage: Stage, validator: Validator, share: Share, symbol: string, cast: Cast): Promise<void> {
  const { market } = share;
  const paying = await openDividend(stage, validator, share, symbol, cast);
  await stage.does("anybody", "open_claim_page", "opens the page of the claims", openPage(paying, market.payer));
  for (const [name, { address }] of [["Alice", cast.alice], ["Bob", cast.bob]] as const) {
    const { gross = 0n, withheld = 0n } = paying.distribution?.leaves.find(({ owner }) => owner === address) ?? {};
    await stage.does("anybody", "claim", `has ${name}'s claim paid, ${dollars(gross - withheld)}`, payClaim(paying, address, market.payer));
  }
  const again = payClaim(paying, cast.bob.address, market.payer);
  await stage.refuses("anybody", "claim", "tries to have Bob's claim paid again", 7180, again);
  stage.note(`the issuer keeps ${dollars(paying.distribution?.withheld ?? 0n)} for the tax authority`);
}

/** Up to where holders can claim it. */
export async function openDividend(stage: Stage, validator: Validator, share: Share, symbol: string, cast: Cast): Promise<Paying> {
  stage.title(`${symbol}  a dividend in cash`);
  const action = await scheduleDividend(stage, share, cast);
  const { dates, oldMultiplier } = (await fetchAction(share, action)).data;
  await validator.timeTravel(dates.recordAt + 1n);
  const holders = await holdersOf(share);
  stage.note(`the clock is moved to ${clock(dates.recordAt + 1n)}, past the record date, when ${holders.size} wallets held shares`);
  const entitlements = [...holders].map(([owner, raw]) => ({ owner, raw, ...cashDue(raw, oldMultiplier, GROSS, TAX_BPS) }));
  const paying = await open(share, action, { paid: cast.cash, entitlements });
  const { total } = paying;
  stage.did("corporate actions", "open_payout", `publishes the root of their claims, ${dollars(total)} in all`, paying.opened);
  await stage.does("checker", "approve_payout", "has computed the same root, and approves", approvePayout(paying));
  await stage.does("paying agent", "fund_payout", `puts ${dollars(total)} into the vault`, fund(paying, cast.payingAgent));
  await validator.timeTravel(dates.payableAt);
  stage.note(`the clock is moved to ${clock(dates.payableAt)}, when it is paid`);
  return paying;
}

async function scheduleDividend(stage: Stage, share: Share, { cash }: Cast) {
  const effectiveAt = (await share.market.chain.now()) + 3n * DAY;
  const terms = { __kind: "Cash", paymentMint: cash.mint, gross: GROSS, withholdingBps: TAX_BPS } as const;
  const dates = { exAt: effectiveAt - 2n * DAY, recordAt: effectiveAt - DAY, effectiveAt, payableAt: effectiveAt };
  const announced = await announce(share, { kind: ActionKind.DVCA, terms, dates });
  stage.did("corporate actions", "announce_action", `announces ${dollars(GROSS)} a share (DVCA), of which 15 % are withheld`, announced);
  await stage.does("checker", "approve_action", "approves it", approve(share, announced.action));
  await stage.does("corporate actions", "schedule_action", "makes it binding", schedule(share, announced.action));
  return announced.action;
}
