/** Why Token-2022, the associated token program or the runtime itself refuse a transfer, in words and with values. */
import type { Address } from "@solana/kit";
import type { Failure } from "./errors.ts";
import { SYSTEM, TOKEN_2022 } from "./tokens.ts";
import type { TransferState } from "./transfer-state.ts";
import type { Side } from "./verdict.ts";

export interface TransferOfShares extends TransferState {
  readonly authority: Address;
  readonly feePayer: Address;
  /** Raw units. */
  readonly amount: bigint;
}

/** The name is the one that the program or the runtime has for it. */
interface Words {
  readonly name?: string;
  readonly side: Side;
  readonly sentence: string;
}

type Explain = (transfer: TransferOfShares) => Words;

/** `undefined` where nothing is known beyond what was logged. */
export function tokenWords({ program, code, builtin }: Failure, transfer: TransferOfShares): Words | undefined {
  if (program === undefined) {
    return UNFUNDED.has(builtin) ? unfunded(transfer) : undefined;
  }
  if (program === SYSTEM) {
    return code === CANNOT_PAY ? CANNOT_OPEN : undefined;
  }
  if (program !== TOKEN_2022) {
    return undefined;
  }
  return code === undefined ? missingAccount(transfer) : TOKEN_ERRORS[code]?.(transfer);
}

/** What the runtime says before any program runs, of a fee payer who cannot pay. */
const UNFUNDED: ReadonlySet<string | undefined> = new Set(["AccountNotFound", "InsufficientFundsForFee", "InsufficientFundsForRent"]);

function unfunded({ feePayer }: TransferOfShares): Words {
  return { side: "transaction", sentence: `${feePayer} has too little SOL to pay the fee; fund it, or let somebody else pay.` };
}

/** The system program's code for a payment above the balance. */
const CANNOT_PAY = 1;
const CANNOT_OPEN: Words = {
  name: "ResultWithNegativeLamports",
  side: "transaction",
  sentence: "Who pays for opening the recipient's token account has too little SOL for its rent; fund it, or let somebody else pay.",
};

/** Error codes of Token-2022 that a transfer of shares can meet. */
const TOKEN_ERRORS: Readonly<Record<number, Explain>> = {
  1: insufficient,
  3: ofOtherMint,
  4: ({ authority, source }) => ({
    name: "OwnerMismatch",
    side: "sender",
    sentence: `${authority} may not move these shares: it is neither the owner of ${source.account} nor its delegate.`,
  }),
  17: frozen,
  36: () => ({ name: "NoMemo", side: "recipient", sentence: "The recipient's account takes nothing without a memo; send one along." }),
  49: () => ({
    name: "NonConfidentialTransfersDisabled",
    side: "recipient",
    sentence: "The recipient's account takes confidential transfers alone; ask for another account.",
  }),
  67: () => ({ name: "MintPaused", side: "asset", sentence: "The issuer has paused the asset: nothing moves until it is unpaused." }),
};

function insufficient({ source, authority, amount }: TransferOfShares): Words {
  const { amount: balance = 0n, delegate, delegatedAmount = 0n } = source.state ?? {};
  const sentence =
    authority === delegate && balance >= amount
      ? `The delegate may move ${delegatedAmount} raw units and ${amount} would be sent; ask the owner to approve of more.`
      : `The sender's account holds ${balance} raw units and ${amount} would be sent; send less.`;
  return { name: "InsufficientFunds", side: "sender", sentence };
}

function ofOtherMint({ source, share: { mint } }: TransferOfShares): Words {
  const side = source.state?.mint === mint ? "recipient" : "sender";
  return { name: "MintMismatch", side, sentence: `The ${side}'s account is for another token; name one for ${mint}.` };
}

function frozen({ source }: TransferOfShares): Words {
  const side = source.state?.frozen ? "sender" : "recipient";
  return { name: "AccountFrozen", side, sentence: `The ${side}'s token account is frozen; the issuer can tell why.` };
}

/** Token-2022 reads the sender's account first. */
function missingAccount({ source, destination }: TransferOfShares): Words | undefined {
  if (!source.state) {
    const sentence = `The sender has no shares there: ${source.account} is no open token account; name the one that has them.`;
    return { side: "sender", sentence };
  }
  if (!destination.state) {
    const sentence = `The recipient's token account ${destination.account} is not open; open it first, or with the transfer.`;
    return { side: "recipient", sentence };
  }
  return undefined;
}
