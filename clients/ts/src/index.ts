/** TypeScript client of the Scrip programs, for `@solana/kit`. */
export * as issuer from "./generated/issuer/index.ts";
export * as transferHook from "./generated/transferHook/index.ts";
export { type Failure, type ProgramReason, TransactionFailedError, diagnose, reasonOf, refusalOf } from "./errors.ts";
export { type InnerInstruction, type ScripEvent, decodeEvents } from "./events.ts";
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
export {
  ATTESTATION_SERVICE,
  type AttestationSeeds,
  type AttestationToImport,
  findAttestation,
  importAttestation,
  importRevocation,
} from "./attestations.ts";
export { type PlannedTransfer, type TransferVerdict, checkTransfer } from "./check-transfer.ts";
export { type GrindOptions, type GrindProgress, type GroundMint, grindMint } from "./grind-mint.ts";
export { type OnboardingOptions, type OnboardingProgress, onboardMany } from "./onboarding.ts";
export { type Newcomer, type Onboarding, type OnboardingBatch, packOnboarding } from "./onboarding-batches.ts";
export { type PolicyChoices, countriesOf, jurisdictions, policyTerms } from "./policy-terms.ts";
export { simulateReturnData } from "./simulate.ts";
export { type VenueToRegister, registerVenue } from "./venues.ts";
export * from "./vocabulary.ts";
