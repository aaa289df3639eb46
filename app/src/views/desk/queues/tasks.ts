/** Everything that waits at the issuer, with what the connected wallet can do about it, as the node judges. */
import { ActionState, type issuer } from "@scrip/client";
import type { Account } from "@solana/kit";
import { useRef } from "react";
import { type ShareAction, useActions } from "../../../chain/actions.ts";
import { type WaitingChange, useChanges } from "../../../chain/changes.ts";
import { useNow } from "../../../chain/clock.ts";
import { type Duties, useDuties } from "../../../chain/duties.ts";
import { type Foreseen, useForeseen } from "../../../chain/foreseen.ts";
import { type ProposedMint, usePayoutsToApprove, useProposedMints } from "../../../chain/proposals.ts";
import { type Known, type Reading, valueOf } from "../../../chain/reading.ts";
import { type Share, useShares } from "../../../chain/share.ts";
import { useWallet } from "../../../wallet/context.tsx";
import { type ActionTask, actionTask } from "../actions/action-task.ts";
import { type ChangeTask, changeTask } from "./change-task.ts";
import { type MintTask, mintTask } from "./mint-task.ts";
import { type Task, judged, toForesee } from "./offers.ts";
import { type PayoutTask, payoutTask } from "./payout-task.ts";

export type AnyTask = ChangeTask | MintTask | ActionTask | PayoutTask;

interface Waiting {
  readonly changes: readonly WaitingChange[];
  readonly mints: readonly ProposedMint[];
  readonly actions: readonly ShareAction[];
  readonly payouts: readonly Account<issuer.Payout>[];
}

export interface Inbox {
  readonly tasks: readonly AnyTask[];
  readonly shares: readonly Share[];
  readonly now: bigint;
}

/** Known once all of it is: an inbox with a part of what waits would be taken for all. */
export function useInbox(): Reading<Inbox> {
  const [duties, shares, changes, mints, actions, now] = [useDuties(), useShares(), useChanges(), useProposedMints(), useActions(), useNow()];
  const payouts = usePayoutsToApprove((valueOf(shares) ?? []).map(({ asset }) => asset.address));
  const [of, all] = [valueOf(duties), valueOf(shares)];
  const waiting = { changes: valueOf(changes), mints: valueOf(mints), actions: valueOf(actions), payouts: valueOf(payouts) };
  const tasks = of && all && now !== undefined && isComplete(waiting) ? tasksOf(waiting, all, of, now) : undefined;
  const verdicts = useVerdicts(tasks);
  const readings = [duties, shares, changes, mints, actions, payouts];
  const failed = readings.find(({ status }) => status === "failed");
  if (failed?.status === "failed") {
    return failed;
  }
  if (!tasks || !all || now === undefined || !verdicts) {
    return { status: "loading" };
  }
  const inbox = { now, shares: all, tasks: tasks.map((task) => judged(task, verdicts)) };
  return { ...oldest(readings.filter((reading) => reading.status === "known")), value: inbox };
}

/** What the node says of one share's actions, or of all: the same judgement for the page of actions. */
export function useJudged<T extends Task>(tasks: readonly T[] | undefined): readonly T[] | undefined {
  const verdicts = useVerdicts(tasks);
  return verdicts && tasks?.map((task) => judged(task, verdicts));
}

/** The last known while others are asked for, so that nothing blinks. */
function useVerdicts(tasks: readonly Task[] | undefined): Foreseen | undefined {
  const member = useWallet().connected?.address;
  const last = useRef<{ readonly of?: string; readonly verdicts: Foreseen }>(undefined);
  const questions = tasks && toForesee(tasks);
  const foreseen = useForeseen(questions ?? []);
  if (questions?.length === 0) {
    last.current = { of: member, verdicts: new Map() };
  } else if (questions && foreseen.status === "known") {
    last.current = { of: member, verdicts: foreseen.value };
  }
  return last.current?.of === member ? last.current?.verdicts : undefined;
}

function isComplete(waiting: { readonly [K in keyof Waiting]: Waiting[K] | undefined }): waiting is Waiting {
  return Object.values(waiting).every((one) => one !== undefined);
}

function tasksOf({ changes, mints, actions, payouts }: Waiting, shares: readonly Share[], duties: Duties, now: bigint): readonly AnyTask[] {
  const settings = changes.map((change) => changeTask(change, duties, now));
  const issues = mints.flatMap((mint) => {
    const share = shares.find(({ asset }) => asset.address === mint.proposal.data.asset);
    return share ? [mintTask(mint, share, duties, now)] : [];
  });
  const toCome = actions.filter(({ action }) => !isOver(action.data)).map((of) => actionTask(of, duties, now));
  const paid = payouts.flatMap((payout) => {
    const of = actions.find(({ action }) => action.address === payout.data.action);
    return of ? [payoutTask(payout, of, duties, now)] : [];
  });
  return [...issues, ...toCome, ...paid, ...settings];
}

export function isOver({ state }: issuer.CorporateAction): boolean {
  return state === ActionState.Settled || state === ActionState.Cancelled;
}

/** Nothing shown is older than this. */
function oldest(readings: readonly Known<unknown>[]): Known<unknown> {
  return readings.reduce((one, other) => (other.stale && !one.stale) || other.slot < one.slot ? other : one);
}
