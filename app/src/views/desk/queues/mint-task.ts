/** What can be done about a mint that waits for a checker. */
import {
  Permission,
  custodyAccounts,
  issueAccounts,
  issuer,
  multiplierInForce,
  transferHook,
  withAccounts,
} from "@scrip/client";
import { GRACE } from "../../../chain/changes.ts";
import { type Duties, may } from "../../../chain/duties.ts";
import type { ProposedMint } from "../../../chain/proposals.ts";
import { type Share, addressesOf } from "../../../chain/share.ts";
import type { Offer, Task } from "./offers.ts";

export interface MintTask extends Task {
  readonly kind: "mint";
  readonly mint: ProposedMint;
  readonly share: Share;
  /** The multiplier is another than when it was proposed: nothing comes of it any more. */
  readonly moved: boolean;
  readonly expiresAt: bigint;
}

export function mintTask(mint: ProposedMint, share: Share, duties: Duties, now: bigint): MintTask {
  const { data, address } = mint.proposal;
  const expiresAt = data.proposedAt + GRACE;
  const moved = multiplierInForce(share.asset.data, now) !== data.multiplier;
  const dead = moved || now >= expiresAt;
  const offers = [carryOut(mint, share, { duties, now, moved, expired: now >= expiresAt }), withdraw(mint, duties, dead)];
  return { kind: "mint", key: address, mint, share, moved, expiresAt, offers };
}

interface Standing {
  readonly duties: Duties;
  readonly now: bigint;
  readonly moved: boolean;
  readonly expired: boolean;
}

function carryOut({ proposal, recipient }: ProposedMint, share: Share, standing: Standing): Offer {
  const { data, address } = proposal;
  return {
    name: "Mint",
    look: "primary",
    wanted: true,
    ask: true,
    no: recipient ? whyNotMint(data, standing) : "the recipient's token account is closed. Withdraw the proposal.",
    done: "The shares are minted.",
    instructions: async (checker) => {
      if (!recipient) {
        return [];
      }
      const of = addressesOf(share);
      const [holder] = await transferHook.findHolderPda({ registry: of.registry, wallet: recipient });
      const accounts = { ...(await issueAccounts({ share: of, checker }, data.maker)), holder, destination: data.destination };
      const instruction = await issuer.getMintProposedInstructionAsync({ ...accounts, mintProposal: address, rentReceiver: data.rentPayer });
      return [withAccounts(instruction, await custodyAccounts(of, share.attestations.map(({ data }) => data.custodian)))];
    },
  };
}

function whyNotMint({ maker }: issuer.MintProposal, { duties, now, moved, expired }: Standing): string | undefined {
  if (expired) {
    return "it has expired: a proposal can be carried out for 14 days.";
  }
  if (moved) {
    return "the multiplier has moved since it was proposed, so the raw units are no longer the shares that were meant. Withdraw it and propose it anew.";
  }
  if (maker === duties.member) {
    return "you proposed it: another member of staff, who may check, has to carry it out.";
  }
  return may(duties, Permission.Check, now) ? undefined : "your wallet has no role that may check.";
}

function withdraw({ proposal: { data, address } }: ProposedMint, { member, admin, issuer: of }: Duties, dead: boolean): Offer {
  const allowed = member === data.maker || admin;
  return {
    name: "Withdraw",
    look: "danger",
    wanted: dead,
    no: allowed ? undefined : "only who proposed it and the admin can.",
    done: "The proposal is withdrawn.",
    instructions: async (actor) => {
      const accounts = { actor, rentReceiver: data.rentPayer, issuer: of.address, asset: data.asset, mintProposal: address };
      return [await issuer.getWithdrawMintProposalInstructionAsync(accounts)];
    },
  };
}
