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
export {
  type ChangeToMake,
  type PreparedChange,
  changeSetting,
  executeChange,
  findPendingChange,
  prepareChange,
  proposeChange,
} from "./change.ts";
export { type ChangeTargets, changeTargets } from "./change-targets.ts";
export { type PlannedTransfer, type TransferVerdict, checkTransfer } from "./check-transfer.ts";
export { type GrindOptions, type GrindProgress, type GroundMint, grindMint } from "./grind-mint.ts";
export { type Issuance, type MintToHolder, issueAccounts, mintShares, withAccounts } from "./issuance.ts";
export { type BatchRecipient, type MintToHolders, mintBatch } from "./mint-batch.ts";
export { type OnboardingOptions, type OnboardingProgress, onboardMany } from "./onboarding.ts";
export { type Newcomer, type Onboarding, type OnboardingBatch, packOnboarding } from "./onboarding-batches.ts";
export { type PolicyChoices, countriesOf, jurisdictions, policyTerms } from "./policy-terms.ts";
export {
  type NewRedemption,
  type OffChainSettlement,
  type PaidSettlement,
  type RejectedRedemption,
  reclaimRedemption,
  rejectRedemption,
  requestRedemption,
  settleRedemption,
  settleRedemptionOffChain,
} from "./redemption.ts";
export { custodyAccounts, decodeReserveStatus, reserveStatus } from "./reserves.ts";
export { type Deal, type PurchaseQuote, type RedemptionQuote, multiplierAt, quotePurchase, quoteRedemption } from "./settlement.ts";
export { type ShareAddresses, fetchShareAddresses } from "./share-addresses.ts";
export { simulateReturnData } from "./simulate.ts";
export {
  type NewSubscription,
  type Purchase,
  type RejectedSubscription,
  type SubscriptionFill,
  cancelSubscription,
  fillSubscription,
  purchaseShares,
  rejectSubscription,
  subscribe,
} from "./subscription.ts";
export { type PaymentToken, TOKEN_2022, associatedToken, fetchPaymentToken, shareAccount } from "./tokens.ts";
export { type VenueToRegister, registerVenue } from "./venues.ts";
export * from "./vocabulary.ts";
