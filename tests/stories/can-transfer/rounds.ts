/** What changes from round to round: policies, halts, pauses, standings, facts, approvals, frozen and closed accounts. */
import {
  AdmissionMode,
  ALL_KNOWN_PATHS,
  ALL_PATHS,
  HaltReason,
  HolderStatus,
  InvestorClass,
  type PolicyChoices,
  TransactionExpiredError,
  UNLIMITED,
  shareAccount,
} from "@scrip/client";
import { type Address, assertAccountExists, fetchEncodedAccount } from "@solana/kit";
import { TOKEN_2022_PROGRAM_ADDRESS, getApproveCheckedInstruction, getCloseAccountInstruction } from "@solana-program/token-2022";
import { clearBlackout, halt, pause, resume, setBlackout, unpause } from "../../harness/desk.ts";
import { updatePolicy } from "../../harness/governance.ts";
import { type Market, SINGAPORE, SWITZERLAND, UNITED_STATES, YEAR } from "../../harness/market.ts";
import { setStatus, updateFacts } from "../../harness/register.ts";
import { setAccount } from "../../harness/set-account.ts";
import { DECIMALS, ONE_SHARE, type Share } from "../../harness/share.ts";
import type { Validator } from "../../harness/validator.ts";
import type { People } from "./people.ts";
import type { Random } from "./random.ts";

/** Cases of a round are judged an hour after its changes are made: what lasts half an hour is over by then. */
const HOUR = 3_600n;
const BEFORE = HOUR / 2n;
const AFTER = HOUR + HOUR / 2n;

/** Undoes what a round has done that does not end by itself. */
type Undo = () => Promise<unknown>;
/** What it takes to undo it comes back. */
type Change = () => Promise<readonly Undo[]>;

/** All is drawn first and then done at once, for what is drawn must not depend on what is quicker. */
export async function nextRound(random: Random, shares: readonly Share[], people: People, validator: Validator): Promise<readonly Undo[]> {
  const { market } = shares[0] as Share;
  const now = await market.chain.now();
  const changes = [
    ...shares.map((share) => stop(random, share, now)),
    ...shares.map((share) => reviseAfterwards(share, policyOf(random, now))),
    ...people.holders.map(({ address }, index) => changeHolder(random, market, address, index, now)),
    ...shares.flatMap((share) => [...approveSome(random, share, people), closeEmpty(random, share, people)]),
  ];
  const frozen = shares.map((share) => freezeOne(random, share, people, validator));
  const undo = [...(await inParallel(changes)), ...(await inParallel(frozen))];
  await validator.timeTravel((await market.chain.now()) + HOUR);
  return undo;
}

async function inParallel(changes: readonly Change[]): Promise<readonly Undo[]> {
  return (await Promise.all(changes.map(untilIncluded))).flat();
}

export async function undoRound(undo: readonly Undo[]): Promise<void> {
  await Promise.all(undo.map(untilIncluded));
}

/** What has expired did not happen: a busy validator loses a transaction now and then. */
async function untilIncluded<T>(step: () => Promise<T>): Promise<T> {
  return step().catch((error: unknown) => {
    if (error instanceof TransactionExpiredError) {
      return untilIncluded(step);
    }
    throw error;
  });
}

const reviseAfterwards =
  (share: Share, policy: PolicyChoices): Change =>
  async () => {
    await updatePolicy(share, policy);
    return [];
  };

/** Trading stands still in one way or another, in about a quarter of the rounds. */
function stop(random: Random, share: Share, now: bigint): Change {
  const dice = random.below(100);
  const until = random.pick([0n, now + BEFORE, now + AFTER]);
  return async () => {
    if (dice < 9) {
      await halt(share, HaltReason.NewsPending, until);
      return until === now + BEFORE ? [] : [() => resume(share)];
    }
    if (dice < 17) {
      await setBlackout(share, now + BEFORE, until === 0n ? now + HOUR * 2n : now + AFTER);
      return [() => clearBlackout(share)];
    }
    if (dice < 23) {
      await pause(share);
      return [() => unpause(share)];
    }
    return [];
  };
}

function policyOf(random: Random, now: bigint): PolicyChoices {
  const admission = random.percent(60) ? AdmissionMode.Allowlist : AdmissionMode.Open;
  const every = admission === AdmissionMode.Open ? ALL_PATHS : ALL_KNOWN_PATHS;
  const closed = random.percent(45) ? 1 << random.pick([0, 1, 3, 4, random.below(9)]) : 0;
  const countries = random.pick([{ deny: [UNITED_STATES] }, { deny: [] }, { allow: [SWITZERLAND, SINGAPORE] }]);
  return {
    admission,
    paths: every & ~closed,
    countries,
    classesAdmitted: random.percent(20) ? InvestorClass.Retail | InvestorClass.Qualified : 0,
    classesRefused: random.percent(20) ? InvestorClass.UsPerson | InvestorClass.Qualified : 0,
    maxBalance: random.percent(30) ? 1_050n * ONE_SHARE : UNLIMITED,
    maxTransfer: random.percent(30) ? 200n * ONE_SHARE : UNLIMITED,
    lockedUntil: random.percent(6) ? now + AFTER : random.pick([0n, now + BEFORE]),
  };
}

const { UsPerson, Retail, Professional, Qualified } = InvestorClass;
/** The first five never leave good standing for good; others go through all standings that can be left. */
const STEADY = 5;
const WAYS: Readonly<Partial<Record<HolderStatus, readonly HolderStatus[]>>> = {
  [HolderStatus.Active]: [HolderStatus.Suspended, HolderStatus.Sanctioned],
  [HolderStatus.Suspended]: [HolderStatus.Active, HolderStatus.Active, HolderStatus.Sanctioned],
  [HolderStatus.Sanctioned]: [HolderStatus.Suspended],
};
const standings = new Map<Address, HolderStatus>();

function changeHolder(random: Random, market: Market, wallet: Address, index: number, now: bigint): Change {
  const status = standings.get(wallet) ?? HolderStatus.Active;
  const facts = {
    jurisdiction: random.pick([SWITZERLAND, SWITZERLAND, SINGAPORE, UNITED_STATES]),
    investorClasses: random.pick([Retail, Retail, Professional, Qualified, UsPerson | Retail]),
    lockedUntil: random.pick([0n, 0n, now + BEFORE, now + AFTER]),
    kycExpiresAt: now + random.pick([YEAR, YEAR, BEFORE]),
  };
  const moves = random.percent(40) && status === HolderStatus.Active;
  // The last of the holders is revoked in the first round: there is no way back.
  const revoked = index === LAST && status === HolderStatus.Active;
  const next = revoked ? HolderStatus.Revoked : index >= STEADY && random.percent(35) ? random.pick(WAYS[status] ?? [status]) : status;
  standings.set(wallet, next);
  const steps = [
    ...(moves ? [() => updateFacts(market, wallet, facts)] : []),
    ...(next === status ? [] : [() => setStatus(market, wallet, next)]),
  ];
  return async () => {
    for (let step = steps[0]; step; step = steps[0]) {
      await step();
      steps.shift();
    }
    return [];
  };
}
const LAST = 11;

/** Where Token-2022 keeps whether an account is frozen. No instruction of Scrip freezes one. */
const STATE = 108;
const OPEN = 1;
const FROZEN = 2;

function freezeOne(random: Random, { market, mint }: Share, { holders }: People, { rpcUrl }: Validator): Change {
  const [happens, holder] = [random.percent(60), random.pick(holders)];
  return async () => {
    if (!happens) {
      return [];
    }
    const account = await shareAccount(holder.address, mint);
    const write = async (state: number) => {
      const found = await fetchEncodedAccount(market.chain.rpc, account, { commitment: "confirmed" });
      assertAccountExists(found);
      const data = Uint8Array.from(found.data);
      data[STATE] = state;
      await setAccount(rpcUrl, account, TOKEN_2022_PROGRAM_ADDRESS, data);
    };
    await write(FROZEN);
    return [() => write(OPEN)];
  };
}

/** A few let the delegate move some of their shares. */
function approveSome(random: Random, { market, mint }: Share, { holders, strangers, delegate }: People): readonly Change[] {
  const owners = new Set([random.pick(holders), random.pick(holders), random.pick(strangers)]);
  const amount = random.pick([ONE_SHARE, 20n * ONE_SHARE, 300n * ONE_SHARE]);
  return [...owners].map((owner) => async () => {
    const source = await shareAccount(owner.address, mint);
    const approve = getApproveCheckedInstruction({ source, mint, delegate: delegate.address, owner, amount, decimals: DECIMALS });
    await market.chain.send(market.payer, [approve]);
    return [];
  });
}

/** Who received shares with the transfer that opened the account, and has passed them all on, may close it. */
function closeEmpty(random: Random, share: Share, { newcomers }: People): Change {
  const newcomer = random.pick(newcomers);
  return async () => {
    const { chain, payer } = share.market;
    const account = await shareAccount(newcomer.address, share.mint);
    const found = await fetchEncodedAccount(chain.rpc, account, { commitment: "confirmed" });
    if (found.exists && (await chain.tokenBalance(account)).raw === 0n) {
      const close = getCloseAccountInstruction({ account, destination: payer.address, owner: newcomer });
      await chain.send(payer, [{ ...close, programAddress: TOKEN_2022_PROGRAM_ADDRESS }]);
    }
    return [];
  };
}
