/** What can be done about a corporate action that is not over. */
import {
  ActionKind,
  ActionState,
  FourEyes,
  Permission,
  approveAction,
  isInForce,
  multiplierInForce,
  scheduleAction,
  settleAction,
} from "@scrip/client";
import type { ShareAction } from "../../../chain/actions.ts";
import { type Duties, may } from "../../../chain/duties.ts";
import { addressesOf } from "../../../chain/share.ts";
import type { Offer, Task } from "../queues/offers.ts";

export interface ActionTask extends Task {
  readonly kind: "action";
  readonly of: ShareAction;
  /** Whether a checker has to approve it before it can be scheduled. */
  readonly checked: boolean;
  /** Nobody scheduled it in time: nothing comes of it as it is. */
  readonly missed: boolean;
  /** Whether this wallet can cancel it; that takes a reason. */
  readonly cancellable: boolean;
}

const ENDING: readonly number[] = [ActionKind.MRGR, ActionKind.LIQU, ActionKind.DLST];

export function actionTask(of: ShareAction, duties: Duties, now: bigint): ActionTask {
  const { data, address } = of.action;
  const { state, dates } = data;
  const open = state === ActionState.Announced || state === ActionState.Approved;
  const missed = open && now >= dates.effectiveAt;
  const checked = (duties.issuer.data.fourEyes & FourEyes.Actions) !== 0 || ENDING.includes(data.kind);
  const staff = may(duties, Permission.CorporateActions, now);
  const cancellable = staff && (open || (state === ActionState.Scheduled && !isInForce(data, now)));
  const offers = [
    ...(state === ActionState.Announced && !missed ? [approve(of, duties, now, checked)] : []),
    ...(open && !missed ? [schedule(of, staff, checked && state === ActionState.Announced, now)] : []),
    ...(state === ActionState.Scheduled && isInForce(data, now) ? [settle(of)] : []),
  ];
  return { kind: "action", key: address, of, checked, missed, cancellable, offers };
}

function approve({ share, action }: ShareAction, duties: Duties, now: bigint, checked: boolean): Offer {
  const own = action.data.maker === duties.member;
  const allowed = may(duties, Permission.Check, now);
  const no = own ? "you announced it: another member of staff, who may check, has to approve it." : "your wallet has no role that may check.";
  return {
    name: "Approve",
    look: "primary",
    wanted: checked,
    no: !own && allowed ? undefined : checked ? no : "",
    done: "You have approved the action as it stands here.",
    // Names the number of amendments that was on the screen: an amendment in between is not approved by mistake.
    instructions: async (actor) => [await approveAction({ share: addressesOf(share), actor }, action)],
  };
}

function schedule({ share, action }: ShareAction, staff: boolean, unapproved: boolean, now: bigint): Offer {
  const waits = "a checker has to approve it first.";
  return {
    name: "Schedule",
    look: "primary",
    wanted: true,
    ask: true,
    no: unapproved ? (staff ? waits : "") : staff ? undefined : "it takes a role for corporate actions.",
    done: "The action is scheduled: it takes effect by itself at its time.",
    instructions: async (actor) => [
      await scheduleAction({ share: addressesOf(share), actor }, action.address, multiplierInForce(share.asset.data, now)),
    ],
  };
}

function settle({ share, action }: ShareAction): Offer {
  return {
    name: "Settle",
    ask: true,
    done: "The books on the action are closed.",
    instructions: async (payer) => [await settleAction(payer, addressesOf(share), action.address)],
  };
}
