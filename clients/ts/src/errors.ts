/** Why a transaction failed, in the words of the program that refused it. */
import type { Address, Signature } from "@solana/kit";
import { SCRIP_ISSUER_PROGRAM_ADDRESS } from "./generated/issuer/index.ts";
import { SCRIP_ISSUER_ERRORS } from "./generated/issuer/errorTable.ts";
import { SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS } from "./generated/transferHook/index.ts";
import { SCRIP_TRANSFER_HOOK_ERRORS } from "./generated/transferHook/errorTable.ts";

/** A program's reason for refusing, e.g. `SourceMissing`. */
export interface ProgramReason {
  readonly name: string;
  readonly text: string;
}

interface ProgramErrors {
  readonly programName: string;
  readonly errors: Readonly<Record<number, ProgramReason>>;
}

const SCRIP_PROGRAMS: Readonly<Record<Address, ProgramErrors>> = {
  [SCRIP_ISSUER_PROGRAM_ADDRESS]: { programName: "scrip_issuer", errors: SCRIP_ISSUER_ERRORS },
  [SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS]: { programName: "scrip_transfer_hook", errors: SCRIP_TRANSFER_HOOK_ERRORS },
};

/**
 * Returns the name and text of a Scrip program's custom error code, or `undefined` for anything else.
 *
 * @example
 * ```ts
 * reasonOf(issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, 7100)?.name; // "UnsoundSetting"
 * ```
 */
export function reasonOf(program: Address, code: number): ProgramReason | undefined {
  const scrip = SCRIP_PROGRAMS[program];
  return scrip && (scrip.errors[code] ?? refusalOf(code));
}

/** Refusals of transfers have codes from 6000 up to here. */
const REFUSALS_END = 6400;

/**
 * Returns the name and text of a refusal. Both programs use the same codes: the issuer program fails with them where
 * a mint or a redemption meets the reason for which the hook would refuse a transfer.
 *
 * @example
 * ```ts
 * refusalOf(6300)?.text; // "The recipient is not on the register; ..."
 * ```
 */
export function refusalOf(code: number): ProgramReason | undefined {
  return code < REFUSALS_END ? SCRIP_TRANSFER_HOOK_ERRORS[code] : undefined;
}

/** Where and why a transaction failed, as far as its status and logs tell. */
export interface Failure {
  /** Index of the failed instruction in the transaction. */
  readonly instructionIndex?: number;
  /** The program that refused: the innermost one, so the hook and not the token program that called it. */
  readonly program?: Address;
  /** The custom error code that the program returned. */
  readonly code?: number;
  /** The runtime's own name for an error without such a code, e.g. `InvalidAccountData` or `AccountNotFound`. */
  readonly builtin?: string;
  readonly reason?: ProgramReason;
}

/**
 * A transaction was included in a block and failed there.
 *
 * @example
 * ```ts
 * try {
 *   await sendAndConfirm(rpc, payer, [instruction]);
 * } catch (error) {
 *   if (error instanceof TransactionFailedError) {
 *     console.log(error.failure.code, error.failure.reason?.text, error.logs);
 *   }
 * }
 * ```
 */
export class TransactionFailedError extends Error {
  override readonly name = "TransactionFailedError";

  constructor(
    readonly signature: Signature,
    readonly failure: Failure,
    /** The runtime's own error, e.g. `{"InstructionError":[0,{"Custom":6000}]}`. */
    readonly transactionError: unknown,
    readonly logs: readonly string[],
    readonly computeUnits: bigint,
  ) {
    super(`transaction ${signature} failed: ${sentence(failure, transactionError)}`);
  }
}

/**
 * Works out the failure from the runtime's error and the logs.
 *
 * @example
 * ```ts
 * const { value } = await rpc.getSignatureStatuses([signature]).send();
 * const { program, code, reason } = diagnose(value[0]?.err, []);
 * ```
 */
export function diagnose(transactionError: unknown, logs: readonly string[]): Failure {
  const [index, detail] = (transactionError as { InstructionError?: [number | bigint, unknown] }).InstructionError ?? [];
  if (index === undefined) {
    return { builtin: nameOf(transactionError) };
  }
  const instructionIndex = Number(index);
  const program = refusingProgram(logs);
  const custom = (detail as { Custom?: number | bigint }).Custom;
  if (custom === undefined) {
    return { instructionIndex, program, builtin: nameOf(detail) };
  }
  const code = Number(custom);
  const reason = (program && reasonOf(program, code)) ?? anchorReason(logs) ?? loggedReason(logs);
  return { instructionIndex, program, code, reason };
}

/** Errors without values are given as their names, others as an object with the name as its key. */
function nameOf(error: unknown): string | undefined {
  return typeof error === "string" ? error : Object.keys((error as object | null) ?? {})[0];
}

const FAILED = /^Program (\w+) failed: /;

/** A failed call aborts all its callers, so the first failure that is logged is the innermost. */
function refusingProgram(logs: readonly string[]): Address | undefined {
  return logs.map((line) => FAILED.exec(line)?.[1]).find((program) => program !== undefined) as Address | undefined;
}

/** Errors of the Anchor framework itself are in no IDL, but Anchor logs their names and texts. */
function anchorReason(logs: readonly string[]): ProgramReason | undefined {
  for (const line of logs) {
    const [, name, text] = /Error Code: (\w+)\. Error Number: \d+\. Error Message: (.+?)\.*$/.exec(line) ?? [];
    if (name && text) {
      const account = /caused by account: (\w+)/.exec(line)?.[1];
      return { name, text: account ? `${text} (account ${account})` : text };
    }
  }
  return undefined;
}

/** Token-2022 and others log a sentence just before they fail. */
function loggedReason(logs: readonly string[]): ProgramReason | undefined {
  const before = logs.slice(0, logs.findIndex((line) => FAILED.test(line)));
  const text = before.findLast((line) => line.startsWith("Program log: "))?.slice("Program log: ".length);
  return text ? { name: "Custom", text } : undefined;
}

function sentence(failure: Failure, transactionError: unknown): string {
  const { instructionIndex, program, code, reason } = failure;
  if (instructionIndex === undefined || code === undefined) {
    return JSON.stringify(transactionError, (_, value) => (typeof value === "bigint" ? Number(value) : value));
  }
  const what = reason ? `${reason.name}: ${reason.text}` : "no text is known for this code";
  const who = program ? (SCRIP_PROGRAMS[program]?.programName ?? program) : "an unknown program";
  return `instruction ${instructionIndex} was refused by ${who} with code ${code}, ${what}`;
}
