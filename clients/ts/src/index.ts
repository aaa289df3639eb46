/** TypeScript client of the Scrip programs, for `@solana/kit`. */
export * as issuer from "./generated/issuer/index.ts";
export * as transferHook from "./generated/transferHook/index.ts";
export { type Failure, type ProgramReason, TransactionFailedError, reasonOf, refusalOf } from "./errors.ts";
export type { ScripEvent } from "./events.ts";
export { type Receipt, fetchReceipt } from "./receipt.ts";
export {
  type Lifetime,
  type SendOptions,
  type SignedTransaction,
  TransactionExpiredError,
  TransactionTimeoutError,
  sendAndConfirm,
  sendSignedAndConfirm,
  sign,
} from "./send.ts";
export { type PlannedTransfer, type TransferVerdict, checkTransfer } from "./check-transfer.ts";
export { simulateReturnData } from "./simulate.ts";
export * from "./vocabulary.ts";
