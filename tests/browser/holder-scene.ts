/** What the holder's view is tested on: a few shares, people, a dividend with a choice, and two distributions. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ActionKind, Election, MULTIPLIER_ONE, cashDue } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import { scheduleAction, split } from "../harness/actions.ts";
import { airdrop } from "../harness/airdrop.ts";
import { type Cash, DOLLAR, TOKEN, accept, fund, newCash } from "../harness/cash.ts";
import { halt } from "../harness/desk.ts";
import { change } from "../harness/governance.ts";
import type { Market } from "../harness/market.ts";
import { distributionOf, leavesFile, openAndFund } from "../harness/payouts.ts";
import { onboard } from "../harness/register.ts";
import { ONE_SHARE, type Share, createShare, mintShares, openAccount } from "../harness/share.ts";
import type { Validator } from "../harness/validator.ts";

export const HOUR = 3_600n;
export const DAY = 24n * HOUR;
/** What a share begins with that has had dividends: shares and raw units are never the same number. */
const MULTIPLIER = 1_003_456_075_896_837_600n;
export const [GROSS, TAX_BPS] = [3n * DOLLAR, 1_500];
const [CHOICE_GROSS, PRICE] = [2n * DOLLAR, 400n * DOLLAR];

export interface Scene {
  readonly apple: Share;
  /** Halted. */
  readonly nvidia: Share;
  /** Pays dividends. */
  readonly microsoft: Share;
  readonly cash: Cash;
  readonly alice: KeyPairSigner;
  readonly bob: KeyPairSigner;
  /** On the register, with a check that has expired. */
  readonly carol: KeyPairSigner;
  readonly stranger: KeyPairSigner;
  /** The dividend with a choice. */
  readonly choice: Address;
  /** A tender offer for Microsoft. */
  readonly offer: Address;
  /** Where the console's server has files of distributions. */
  readonly files: string;
  readonly published: Publication;
  readonly handedOut: Publication;
}

export interface Publication {
  readonly payout: Address;
  /** `leaves.csv`. */
  readonly text: string;
}

export async function openScene(market: Market, validator: Validator): Promise<Scene> {
  const { chain } = market;
  const [alice, bob, carol, stranger, company] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner(), generateKeyPairSigner(), generateKeyPairSigner(), generateKeyPairSigner()]);
  const start = await chain.now();
  await Promise.all([alice, bob, company].map(({ address }) => airdrop(chain.rpc, address, 10_000_000_000n)));
  await onboard(market, alice.address);
  await onboard(market, bob.address);
  await onboard(market, carol.address, { kycExpiresAt: start + HOUR });
  const apple = await createShare(market, { name: "Apple xStock", symbol: "AAPLx", isin: "US0378331005", multiplier: MULTIPLIER });
  const nvidia = await createShare(market, { name: "NVIDIA xStock", symbol: "NVDAx", isin: "US67066G1040" });
  const microsoft = await createShare(market, { name: "Microsoft xStock", symbol: "MSFTx", isin: "US5949181045" });
  const cash = await newCash(market, TOKEN);
  await fund(market, cash, company.address, 10_000n * DOLLAR);
  const holdings: readonly (readonly [Share, KeyPairSigner, bigint])[] = [
    [apple, alice, 1_000n * ONE_SHARE + 12_345n],
    [nvidia, alice, 500n * ONE_SHARE],
    [microsoft, alice, 200n * ONE_SHARE + 7n],
    [microsoft, bob, 33n * ONE_SHARE],
    [apple, carol, 5n * ONE_SHARE],
  ];
  for (const [share, { address }, amount] of holdings) {
    await openAccount(share, address);
    await mintShares(share, address, amount);
  }
  await accept(apple, cash);
  await accept(microsoft, cash);
  const paying = [await dividend(microsoft, cash, start + 2n * HOUR), await dividend(microsoft, cash, start + 3n * HOUR)] as const;
  const held = holdings.flatMap(([share, { address: owner }, raw]) => (share === microsoft ? [{ owner, raw }] : []));
  await validator.timeTravel(start + 4n * HOUR);
  const files = mkdtempSync(join(tmpdir(), "scrip-distributions-"));
  const [published, handedOut] = [await publish(microsoft, cash, paying[0], held, company), await publish(microsoft, cash, paying[1], held, company)];
  writeFileSync(join(files, `${published.payout}.csv`), published.text);
  await halt(nvidia, 1);
  const now = await chain.now();
  await scheduleAction(apple, split([4n, 1n], now + 20n * DAY));
  await change(market, { __kind: "DefaultElection", choice: Election.Cash }, microsoft.mint);
  const dates = { recordAt: now + 5n * DAY, effectiveAt: now + 6n * DAY, electBy: now + 4n * DAY, payableAt: now + 7n * DAY };
  const terms = { __kind: "Choice", paymentMint: cash.mint, gross: CHOICE_GROSS, withholdingBps: TAX_BPS, price: PRICE, default: Election.Cash } as const;
  const { action: choice } = await scheduleAction(microsoft, { kind: ActionKind.DRIP, dates, terms });
  const bid = { __kind: "Offer", paymentMint: cash.mint, price: PRICE, maxRaw: 100n * ONE_SHARE } as const;
  const { action: offer } = await scheduleAction(microsoft, { kind: ActionKind.TEND, dates: { effectiveAt: now + 3n * DAY }, terms: bid });
  return { apple, nvidia, microsoft, cash, alice, bob, carol, stranger, choice, offer, files, published, handedOut };
}

async function dividend(share: Share, cash: Cash, effectiveAt: bigint): Promise<Address> {
  const terms = { __kind: "Cash", paymentMint: cash.mint, gross: GROSS, withholdingBps: TAX_BPS } as const;
  const dates = { recordAt: effectiveAt - 600n, effectiveAt, payableAt: effectiveAt };
  return (await scheduleAction(share, { kind: ActionKind.DVCA, terms, dates })).action;
}

/** Opens the payout, has it approved and funded; with the file that it was opened with. */
async function publish(share: Share, cash: Cash, action: Address, held: readonly { owner: Address; raw: bigint }[], funder: KeyPairSigner): Promise<Publication> {
  const entitlements = held.map(({ owner, raw }) => ({ owner, raw, ...cashDue(raw, MULTIPLIER_ONE, GROSS, TAX_BPS) }));
  const paying = await openAndFund(share, action, { paid: cash, entitlements }, funder);
  return { payout: paying.payout, text: leavesFile(distributionOf(paying)) };
}
