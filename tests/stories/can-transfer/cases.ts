/** One random transfer after the other: mostly between two accounts that stand well, often with something amiss. */
import { type Place, UNLIMITED, shareAccount } from "@scrip/client";
import type { Address, KeyPairSigner } from "@solana/kit";
import { ONE_SHARE, type Share } from "../../harness/share.ts";
import type { People } from "./people.ts";
import type { Random } from "./random.ts";

export interface Case {
  readonly share: Share;
  readonly from: Place;
  readonly to: Place;
  readonly amount: bigint;
  readonly authority: KeyPairSigner;
  readonly feePayer: KeyPairSigner;
  readonly rentPayer?: KeyPairSigner;
  readonly memo?: string;
}

export async function drawCase(random: Random, share: Share, others: readonly Share[], people: People): Promise<Case> {
  const sender = await drawEnd(random, share, others, people, SELDOM);
  const recipient = random.percent(2) ? sender : await drawEnd(random, share, others, people, OFTEN);
  const { payer } = share.market;
  const { pauper, beggar, delegate } = people;
  const opens = random.percent(50);
  return {
    share,
    from: sender.place,
    to: recipient.place,
    amount: drawAmount(random),
    authority: random.percent(5) ? delegate : random.percent(2) ? random.pick(people.holders) : sender.owner,
    feePayer: random.percent(1) ? beggar : payer,
    rentPayer: opens ? (random.percent(10) ? pauper : payer) : undefined,
    memo: random.percent(25) ? "for the shares" : undefined,
  };
}

interface Drawn {
  readonly place: Place;
  readonly owner: KeyPairSigner;
}

/** How many of a hundred are newcomers: they receive, and have little to send. */
const SELDOM = 2;
const OFTEN = 10;

async function drawEnd(random: Random, share: Share, others: readonly Share[], people: People, newcomers: number): Promise<Drawn> {
  const dice = random.below(100);
  const holder = random.pick(people.holders);
  if (dice < 8) {
    return wallet(random.pick(people.strangers));
  }
  if (dice < 22) {
    return wallet(random.pick(people.venues));
  }
  if (dice < 25) {
    return wallet(people.secretary);
  }
  if (dice < 30) {
    const { account, owner } = random.pick(people.sideAccounts.get(share) ?? []);
    return { place: { account }, owner };
  }
  if (dice < 32) {
    return { place: { account: await oddAccount(random, random.pick(others), holder) }, owner: holder };
  }
  return wallet(dice < 32 + newcomers ? random.pick(people.newcomers) : holder);
}

const wallet = (owner: KeyPairSigner): Drawn => ({ place: owner.address, owner });

/** No account of this share, though people may take it for one. */
async function oddAccount(random: Random, other: Share, holder: KeyPairSigner): Promise<Address> {
  return random.pick([await shareAccount(holder.address, other.mint), holder.address, other.mint, other.policy]);
}

function drawAmount(random: Random): bigint {
  return random.pick([0n, random.amount(5_000n * ONE_SHARE), random.amount(UNLIMITED), ...MODEST.map((most) => random.amount(most))]);
}

/** What most people send: raw units, of an account that began with a thousand shares. */
const MODEST = [10n, 50n, 50n, 100n, 100n, 150n, 300n, 300n].map((shares) => shares * ONE_SHARE);
