/** Who is offered what at the desk: by roles, by who the maker was, and by what the node says. */
import { ActionState, type Failure, FourEyes, NO_ADDRESS, Permission, type issuer } from "@scrip/client";
import { type Account, type Address, address } from "@solana/kit";
import { expect, test } from "vitest";
import type { WaitingChange } from "../src/chain/changes.ts";
import type { Duties } from "../src/chain/duties.ts";
import { actionTask } from "../src/views/desk/actions/action-task.ts";
import { changeTask } from "../src/views/desk/queues/change-task.ts";
import { foreseenKey, isMine, judged } from "../src/views/desk/queues/offers.ts";

const NOW = 1_800_000_000n;
const GRACE = 14n * 86_400n;
const ADMIN = address("4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG");
const CHECKER = address("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
const STRANGER = address("SysvarC1ock11111111111111111111111111111111");

function account<T extends object>(data: Partial<T>): Account<T> {
  return { address: STRANGER, data } as Account<T>;
}

/** Somebody at an issuer that asks for a checker for everything. */
function at(member: Address, permissions: number): Duties {
  const of = account<issuer.Issuer>({ admin: ADMIN, fourEyes: FourEyes.Loosening | FourEyes.Actions });
  const role = permissions === 0 ? undefined : account<issuer.Role>({ permissions, startsAt: 0n, expiresAt: 0n });
  return { member, issuer: of, admin: member === ADMIN, role };
}

function change(data: Partial<issuer.PendingChange> = {}): WaitingChange {
  const standing = { maker: ADMIN, checker: NO_ADDRESS, proposedAt: NOW - 60n, executableAt: NOW, change: { __kind: "Timelock", seconds: 0 } } as const;
  return { pending: account<issuer.PendingChange>({ ...standing, ...data }) };
}

const offered = ({ offers }: ReturnType<typeof changeTask> | ReturnType<typeof actionTask>) => offers.filter(({ no }) => no === undefined).map(({ name }) => name);
const refused = ({ offers }: ReturnType<typeof changeTask> | ReturnType<typeof actionTask>, name: string) => offers.find((offer) => offer.name === name)?.no;

test("who proposed a change cannot approve it, not even with a role that may check", () => {
  const own = changeTask(change(), at(ADMIN, Permission.Check), NOW);
  expect(refused(own, "Approve")).toContain("you proposed it");
  const others = changeTask(change(), at(CHECKER, Permission.Check), NOW);
  expect(offered(others)).toContain("Approve");
  expect(isMine(others)).toBe(true);
  expect(refused(changeTask(change(), at(STRANGER, Permission.Mint), NOW), "Approve")).toContain("no role that may check");
});

test("a change can be carried out from its second on until it expires, while its maker is the admin", () => {
  const task = (seconds: bigint) => changeTask(change(), at(STRANGER, 0), NOW + seconds);
  expect(offered(task(-1n))).toEqual([]);
  expect(offered(task(0n))).toEqual(["Carry out"]);
  expect(offered(task(GRACE - 1n))).toEqual(["Carry out"]);
  expect(offered(task(GRACE))).toEqual(["Cancel"]);
  expect(isMine(task(GRACE))).toBe(true);
  expect(refused(changeTask(change({ maker: CHECKER }), at(STRANGER, 0), NOW), "Carry out")).toContain("former admin");
});

test("what the node refuses is not offered, and what it was not asked yet neither", () => {
  const task = changeTask(change(), at(STRANGER, 0), NOW);
  const execute = task.offers.find(({ name }) => name === "Carry out");
  const key = execute ? foreseenKey(task, execute) : "";
  const refusal: Failure = { code: 7104, program: STRANGER, reason: { name: "ChangeNeedsChecker", text: "a checker has to approve it" } } as Failure;
  expect(refused(judged(task, new Map([[key, refusal]])), "Carry out")).toBe("A checker has to approve it.");
  expect(isMine(judged(task, new Map([[key, refusal]])))).toBe(false);
  expect(isMine(judged(task, new Map()))).toBe(false);
  expect(isMine(judged(task, new Map([[key, undefined]])))).toBe(true);
});

test("an action is approved by another than its maker, scheduled once approved, and nothing is done about a missed one but to cancel it", () => {
  const both = Permission.CorporateActions | Permission.Check;
  const of = (data: Partial<issuer.CorporateAction>) =>
    ({
      share: {},
      action: account<issuer.CorporateAction>({ kind: 1, state: ActionState.Announced, maker: ADMIN, dates: { effectiveAt: NOW + 1n } as issuer.ActionDates, ...data }),
    }) as Parameters<typeof actionTask>[0];
  const own = actionTask(of({}), at(ADMIN, both), NOW);
  expect(offered(own)).toEqual([]);
  expect(refused(own, "Approve")).toContain("you announced it");
  expect(own.cancellable).toBe(true);
  expect(offered(actionTask(of({}), at(CHECKER, both), NOW))).toEqual(["Approve"]);
  expect(offered(actionTask(of({ state: ActionState.Approved }), at(ADMIN, both), NOW))).toEqual(["Schedule"]);
  const missed = actionTask(of({ state: ActionState.Approved }), at(ADMIN, both), NOW + 1n);
  expect([offered(missed), missed.missed, missed.cancellable]).toEqual([[], true, true]);
  const inForce = actionTask(of({ state: ActionState.Scheduled }), at(ADMIN, both), NOW + 1n);
  expect([offered(inForce), inForce.cancellable]).toEqual([["Settle"], false]);
});
