/**
 * Changes of settings: at once where the issuer's rules let them, otherwise through the queue, where everybody sees
 * them and anybody carries them out when they are due.
 */
import {
  type Account,
  type Address,
  type Instruction,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  getAddressEncoder,
  getProgramDerivedAddress,
  getU32Encoder,
} from "@solana/kit";
import { type PendingChange, fetchIssuer } from "./generated/issuer/accounts/index.ts";
import {
  getChangeSettingInstructionAsync,
  getExecuteChangeInstructionAsync,
  getProposeChangeInstructionAsync,
} from "./generated/issuer/instructions/index.ts";
import { SCRIP_ISSUER_PROGRAM_ADDRESS } from "./generated/issuer/index.ts";
import type { ChangeArgs } from "./generated/issuer/types/index.ts";
import { changeTargets } from "./change-targets.ts";
import { refusalOfSimulation } from "./simulate.ts";

export interface ChangeToMake {
  readonly admin: TransactionSigner;
  /** Pays the rent if the change must wait, and gets it back. */
  readonly payer: TransactionSigner;
  readonly issuer: Address;
  /** The share's mint, for a change that is about a share. */
  readonly mint?: Address;
  readonly change: ChangeArgs;
  /** Case reference, 32 bytes. */
  readonly reference: Uint8Array;
}

/** What to sign; `pendingChange` is the entry of the queue, if there will be one. */
export interface PreparedChange {
  readonly instruction: Instruction;
  readonly pendingChange?: Address;
}

const MUST_WAIT = 7103;
const NEEDS_CHECKER = 7104;

/**
 * Prepares a change: at once if the program says by simulation that it may be, otherwise as a proposal.
 *
 * @example
 * ```ts
 * // At once or through the queue, whichever the issuer's settings ask for.
 * const change = { __kind: "PolicyTerms", terms: policyTerms() } as const;
 * const prepared = await prepareChange(rpc, { admin, payer, issuer: share.issuer, mint, change, reference });
 * await sendAndConfirm(rpc, payer, [prepared.instruction]);
 * console.log(prepared.pendingChange ? "it waits in the queue" : "done");
 * ```
 */
export async function prepareChange(rpc: Rpc<SolanaRpcApi>, details: ChangeToMake): Promise<PreparedChange> {
  const atOnce = await changeSetting(details);
  const code = await refusalOfSimulation(rpc, details.payer.address, atOnce);
  return code === MUST_WAIT || code === NEEDS_CHECKER ? proposeChange(rpc, details) : { instruction: atOnce };
}

/**
 * Changes a setting at once. The program refuses what must wait or be checked.
 *
 * @example
 * ```ts
 * const change = { __kind: "PolicyTerms", terms: policyTerms({ countries: { deny: [840] } }) } as const;
 * const instruction = await changeSetting({ admin, payer, issuer: share.issuer, mint, change, reference });
 * ```
 */
export async function changeSetting({ admin, issuer, mint, change, reference }: ChangeToMake): Promise<Instruction> {
  const targets = await changeTargets({ issuer, mint }, change);
  return getChangeSettingInstructionAsync({ admin, ...targets, change, reference });
}

/**
 * Puts a change into the queue. Reads the issuer, which numbers them.
 *
 * @example
 * ```ts
 * const change = { __kind: "PolicyTerms", terms: policyTerms() } as const;
 * const proposed = await proposeChange(rpc, { admin, payer, issuer: share.issuer, mint, change, reference });
 * ```
 */
export async function proposeChange(rpc: Rpc<SolanaRpcApi>, details: ChangeToMake): Promise<Required<PreparedChange>> {
  const { admin, payer, issuer, mint, change, reference } = details;
  const { changeCount } = (await fetchIssuer(rpc, issuer, { commitment: "confirmed" })).data;
  const pendingChange = await findPendingChange(issuer, changeCount);
  const targets = await changeTargets({ issuer, mint }, change);
  const accounts = { admin, payer, ...targets, pendingChange };
  return { instruction: await getProposeChangeInstructionAsync({ ...accounts, change, reference }), pendingChange };
}

/**
 * Carries a due change out. Anybody can; `mint` is the share's, if it is about one.
 *
 * @example
 * ```ts
 * const pending = await issuer.fetchPendingChange(rpc, pendingChange.address);
 * const instruction = await executeChange(payer, pending, mint);
 * ```
 */
export async function executeChange(actor: TransactionSigner, pending: Account<PendingChange>, mint?: Address): Promise<Instruction> {
  const { issuer, change, rentPayer: rentReceiver } = pending.data;
  const targets = await changeTargets({ issuer, mint }, change);
  return getExecuteChangeInstructionAsync({ actor, rentReceiver, ...targets, pendingChange: pending.address });
}

/**
 * The entry of an issuer's queue with this number. The number comes from an account, so the IDL cannot derive it.
 *
 * @example
 * ```ts
 * const first = await findPendingChange(share.issuer, 0);
 * ```
 */
export async function findPendingChange(issuer: Address, id: number): Promise<Address> {
  const [pendingChange] = await getProgramDerivedAddress({
    programAddress: SCRIP_ISSUER_PROGRAM_ADDRESS,
    seeds: ["change", getAddressEncoder().encode(issuer), getU32Encoder().encode(id)],
  });
  return pendingChange;
}
