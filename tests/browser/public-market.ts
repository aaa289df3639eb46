/** What the public sees in `public.test.ts`: sixty shares, some of which are halted, split, backed, or not. */
import { ActionKind } from "@scrip/client";
import type { KeyPairSigner } from "@solana/kit";
import { announce, scheduleAction, split } from "../harness/actions.ts";
import { DOLLAR, TOKEN, accept, newCash } from "../harness/cash.ts";
import { attest, enforceReserves, newCustodian } from "../harness/custody.ts";
import { halt, pause } from "../harness/desk.ts";
import type { Market } from "../harness/market.ts";
import { onboard } from "../harness/register.ts";
import { ONE_SHARE, type Share, type Terms, createShare, mintShares, openAccount } from "../harness/share.ts";

export const SHARES = 60;
export const HOUR = 3_600n;
export const DAY = 24n * HOUR;

export interface PublicMarket {
  readonly shares: readonly Share[];
  readonly terms: readonly Terms[];
  readonly custodian: KeyPairSigner;
  /** Halted for news, and ends by itself. */
  readonly news: Share;
  /** Halted by a regulator, until it is resumed. */
  readonly regulatory: Share;
  readonly paused: Share;
  /** Backed, and about to be split. */
  readonly splitting: Share;
  /** When the split takes effect, unix seconds. */
  readonly splitAt: bigint;
  /** Custodians have less than is outstanding. */
  readonly short: Share;
  /** A dividend in cash is announced. */
  readonly paying: Share;
}

export async function openPublicMarket(market: Market): Promise<PublicMarket> {
  const terms = Array.from({ length: SHARES }, (_, index) => termsOf(index + 1));
  const shares: Share[] = [];
  for (let from = 0; from < SHARES; from += AT_ONCE) {
    shares.push(...(await Promise.all(terms.slice(from, from + AT_ONCE).map((one) => createShare(market, one)))));
  }
  const [news, regulatory, paused, splitting, short, paying] = shares as [Share, Share, Share, Share, Share, Share];
  const now = await market.chain.now();
  const custodian = await newCustodian(market);
  const holder = await market.chain.newWallet();
  await onboard(market, holder.address);
  await Promise.all([halt(news, 1, now + 2n * DAY), halt(regulatory, 2), pause(paused)]);
  const held = [
    [splitting, 1_000n * ONE_SHARE + 12_345n],
    [short, 800n * ONE_SHARE],
    [paying, 123_456_789n],
  ] as const;
  await Promise.all(
    held.map(async ([share, amount]) => {
      await openAccount(share, holder.address);
      await enforceReserves(share, { maxAge: Number(DAY) });
      await attest(share, custodian, 1_500n * ONE_SHARE);
      await mintShares(share, holder.address, amount, [custodian.address]);
    }),
  );
  await attest(short, custodian, 600n * ONE_SHARE);
  const splitAt = now + 2n * HOUR;
  await scheduleAction(splitting, split([4n, 1n], splitAt));
  const cash = await newCash(market, TOKEN);
  await accept(paying, cash);
  const dividend = { __kind: "Cash", paymentMint: cash.mint, gross: DOLLAR / 4n, withholdingBps: 1_500 } as const;
  await announce(paying, { kind: ActionKind.DVCA, terms: dividend, dates: { recordAt: now + 9n * DAY, effectiveAt: now + 10n * DAY, payableAt: now + 20n * DAY } });
  return { shares, terms, custodian, news, regulatory, paused, splitting, splitAt, short, paying };
}

/** As many as the validator takes well. */
const AT_ONCE = 12;

function termsOf(number: number): Terms {
  const digits = String(number).padStart(2, "0");
  return {
    name: `Company ${digits} xStock`,
    symbol: `CO${digits}x`,
    isin: isin(number),
    multiplier: 10n ** 18n + BigInt(number) * 1_000_000_007n,
    key: { grind: false },
  };
}

/** With its check digit (ISO 6166): letters as two digits, then every second digit from the right twice. */
function isin(number: number): string {
  const body = `US${String(number).padStart(9, "0")}`;
  const digits = [...body].flatMap((letter) => [...String(Number.parseInt(letter, 36))].map(Number)).reverse();
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
