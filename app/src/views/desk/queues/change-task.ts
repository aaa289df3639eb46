/** What can be done about a change of a setting that waits. */
import { Permission, NO_ADDRESS, executeChange, issuer } from "@scrip/client";
import { GRACE, type WaitingChange } from "../../../chain/changes.ts";
import { type Duties, may } from "../../../chain/duties.ts";
import type { Offer, Task } from "./offers.ts";

export interface ChangeTask extends Task {
  readonly kind: "change";
  readonly change: WaitingChange;
  readonly expired: boolean;
  readonly due: boolean;
}

export function changeTask(change: WaitingChange, duties: Duties, now: bigint): ChangeTask {
  const { data, address } = change.pending;
  const expired = now >= data.executableAt + GRACE;
  const due = now >= data.executableAt && !expired;
  const offers = [approve(change, duties, now, expired), execute(change, duties, due, expired), cancel(change, duties, expired)];
  return { kind: "change", key: address, change, expired, due, offers: offers.filter((offer) => offer !== undefined) };
}

function approve({ pending }: WaitingChange, duties: Duties, now: bigint, expired: boolean): Offer | undefined {
  const { data, address } = pending;
  if (data.checker !== NO_ADDRESS || expired) {
    return undefined;
  }
  // While the issuer asks for no checker, one may approve all the same.
  const asked = duties.issuer.data.fourEyes !== 0 || data.change.__kind === "FourEyes" || data.change.__kind === "MintFourEyes";
  return {
    name: "Approve",
    look: asked ? "primary" : "plain",
    wanted: asked,
    no: whyNotCheck(data.maker, duties, now, asked),
    done: "You have approved the change.",
    instructions: async (checker) => {
      const [role] = await issuer.findRolePda({ issuer: data.issuer, member: checker.address });
      return [await issuer.getApproveChangeInstructionAsync({ checker, role, pendingChange: address })];
    },
  };
}

/** Empty: it cannot, and nobody has to. */
function whyNotCheck(maker: string, duties: Duties, now: bigint, asked: boolean): string | undefined {
  if (maker === duties.member) {
    return asked ? "you proposed it: another member of staff, who may check, has to approve it." : "";
  }
  return may(duties, Permission.Check, now) ? undefined : asked ? "your wallet has no role that may check." : "";
}

function execute({ pending, mint }: WaitingChange, duties: Duties, due: boolean, expired: boolean): Offer {
  return {
    name: "Carry out",
    look: "primary",
    wanted: true,
    ask: true,
    no: whyNotExecute(pending.data, duties, due, expired),
    done: "The setting is changed.",
    instructions: async (actor) => [await executeChange(actor, pending, mint)],
  };
}

function whyNotExecute({ maker }: issuer.PendingChange, { issuer: { data } }: Duties, due: boolean, expired: boolean): string | undefined {
  if (expired) {
    return "it has expired. Propose it again if it is still wanted.";
  }
  if (maker !== data.admin) {
    return "a former admin proposed it, so it never can be. Cancel it, and propose it again if it is still wanted.";
  }
  return due ? undefined : "its time has not come. From then on anybody can.";
}

function cancel({ pending }: WaitingChange, { member, admin }: Duties, expired: boolean): Offer {
  const { data, address } = pending;
  const allowed = admin || member === data.maker || expired;
  return {
    name: "Cancel",
    look: "danger",
    wanted: expired,
    no: allowed ? undefined : "only the admin and who proposed it can, until it expires.",
    done: "The change is out of the queue.",
    instructions: async (actor) => [
      await issuer.getCancelChangeInstructionAsync({ actor, rentReceiver: data.rentPayer, issuer: data.issuer, pendingChange: address }),
    ],
  };
}
