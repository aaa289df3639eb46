/**
 * Packs wallets that are to be onboarded into instructions, each of which fills a transaction of its own. It is the
 * transaction's size that runs out: eight wallets take about 97,000 of an instruction's 200,000 compute units.
 */
import {
  type Address,
  type Instruction,
  type TransactionSigner,
  AccountRole,
  appendTransactionMessageInstruction,
  createTransactionMessage,
  getTransactionMessageSize,
  getTransactionMessageSizeLimit,
  pipe,
  setTransactionMessageFeePayerSigner,
} from "@solana/kit";
import { getOnboardHoldersInstruction } from "./generated/transferHook/instructions/index.ts";
import { findEventAuthorityPda, findHolderPda, findRegistrarPda } from "./generated/transferHook/pdas/index.ts";
import type { FurtherHolderArgs } from "./generated/transferHook/types/index.ts";

/** A wallet, and what was found out about its holder. */
export type Newcomer = FurtherHolderArgs;

export interface Onboarding {
  /** A registrar with the permission to onboard. */
  readonly officer: TransactionSigner;
  /** Pays the fees and the rents. */
  readonly payer: TransactionSigner;
  readonly registry: Address;
}

export interface OnboardingBatch {
  readonly instruction: Instruction;
  /** How many wallets it onboards. */
  readonly size: number;
}

type Entry = Newcomer & { readonly record: Address };
type Entries = readonly [first: Entry, ...further: Entry[]];

/**
 * Keeps the order. The size that counts is that of the whole transaction, with its signatures.
 *
 * @example
 * ```ts
 * const details = { jurisdiction: 756, investorClasses: InvestorClass.Retail, kycExpiresAt: now + 31_536_000n, lockedUntil: 0n, identity: new Uint8Array(16) };
 * const batches = await packOnboarding({ officer: registrar, payer, registry }, [{ wallet: alice, details }]);
 * ```
 */
export async function packOnboarding(onboarding: Onboarding, newcomers: readonly Newcomer[]): Promise<OnboardingBatch[]> {
  const instruct = await instructionMaker(onboarding);
  const packed: Entries[] = [];
  for (const newcomer of newcomers) {
    const [record] = await findHolderPda({ registry: onboarding.registry, wallet: newcomer.wallet });
    const entry = { ...newcomer, record };
    const last = packed.at(-1);
    const fuller: Entries | undefined = last && [...last, entry];
    if (fuller && fits(onboarding.payer, instruct(fuller))) {
      packed[packed.length - 1] = fuller;
    } else {
      packed.push([entry]);
    }
  }
  return packed.map((entries) => ({ instruction: instruct(entries), size: entries.length }));
}

async function instructionMaker({ officer, payer, registry }: Onboarding) {
  const [registrar] = await findRegistrarPda({ registry, officer: officer.address });
  const [eventAuthority] = await findEventAuthorityPda();
  const fixed = { officer, payer, registry, registrar, eventAuthority };
  return ([first, ...further]: Entries): Instruction => {
    const { wallet, details, record: holder } = first;
    const instruction = getOnboardHoldersInstruction({ ...fixed, holder, wallet, details, further });
    const remaining = further.map(({ record }) => ({ address: record, role: AccountRole.WRITABLE }));
    return { ...instruction, accounts: [...instruction.accounts, ...remaining] };
  };
}

function fits(payer: TransactionSigner, instruction: Instruction): boolean {
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (empty) => setTransactionMessageFeePayerSigner(payer, empty),
    (paid) => appendTransactionMessageInstruction(instruction, paid),
  );
  return getTransactionMessageSize(message) <= getTransactionMessageSizeLimit(message);
}
