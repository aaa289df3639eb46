/** What the desk does with the trading of a share: who may, when it applies, and its instruction. */
import { Permission, issuer } from "@scrip/client";
import type { Instruction, TransactionSigner } from "@solana/kit";
import type { Share } from "../../../chain/share.ts";
import type { Need } from "../parts/permitted.tsx";
import type { Trading } from "./standing.ts";

export type TradingAct = "halt" | "resume" | "pause" | "unpause" | "blackout" | "clear";

interface Offer {
  readonly act: TradingAct;
  readonly label: string;
  readonly look?: "danger";
  readonly need: Need;
  /** Whether there is a point to it now. */
  readonly applies: (trading: Trading) => boolean;
}

const staff = (permission: number, name: string): Need => ({ of: "staff", permission, name });

export const OFFERS: readonly Offer[] = [
  { act: "halt", label: "Halt", look: "danger", need: staff(Permission.Halt, "halt"), applies: ({ halted }) => !halted },
  { act: "resume", label: "Resume", need: staff(Permission.Resume, "resume"), applies: ({ halted }) => halted },
  { act: "pause", label: "Pause", look: "danger", need: staff(Permission.Pause, "pause"), applies: ({ paused }) => !paused },
  { act: "unpause", label: "Unpause", need: staff(Permission.Unpause, "unpause"), applies: ({ paused }) => paused },
  { act: "blackout", label: "Set blackout", need: staff(Permission.CorporateActions, "corporate actions"), applies: () => true },
  { act: "clear", label: "Clear blackout", need: staff(Permission.CorporateActions, "corporate actions"), applies: ({ blackout }) => blackout !== "none" },
];

/** What the forms ask for. Times are unix seconds. */
export interface Choices {
  readonly reason: number;
  /** 0: until it is resumed. */
  readonly until: bigint;
  readonly from: bigint;
}

export async function instructionOf(
  act: TradingAct,
  { asset: { address: asset, data }, policy: { address: policy }, mint }: Share,
  actor: TransactionSigner,
  { reason, until, from }: Choices,
): Promise<Instruction> {
  const [role] = await issuer.findRolePda({ issuer: data.issuer, member: actor.address });
  const trading = { actor, role, asset, policy };
  switch (act) {
    case "halt":
      return issuer.getHaltInstructionAsync({ ...trading, reason, until });
    case "resume":
      return issuer.getResumeInstructionAsync(trading);
    case "pause":
      return issuer.getPauseInstructionAsync({ actor, role, mint });
    case "unpause":
      return issuer.getUnpauseInstructionAsync({ actor, role, mint });
    case "blackout":
      return issuer.getSetBlackoutInstructionAsync({ ...trading, from, until });
    case "clear":
      return issuer.getClearBlackoutInstructionAsync(trading);
  }
}
