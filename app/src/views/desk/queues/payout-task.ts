/** A payout that a checker has to approve before anybody is paid. */
import { Permission, type issuer } from "@scrip/client";
import type { Account } from "@solana/kit";
import type { ShareAction } from "../../../chain/actions.ts";
import { type Duties, may } from "../../../chain/duties.ts";
import type { Task } from "./offers.ts";

export interface PayoutTask extends Task {
  readonly kind: "payout";
  readonly payout: Account<issuer.Payout>;
  readonly of: ShareAction;
}

export function payoutTask(payout: Account<issuer.Payout>, of: ShareAction, duties: Duties, now: bigint): PayoutTask {
  const mine = may(duties, Permission.Check, now) && payout.data.maker !== duties.member;
  return { kind: "payout", key: payout.address, payout, of, mine, offers: [] };
}
