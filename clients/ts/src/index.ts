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
export { type Rounding, formatDecimal, formatShares, parseDecimal, parseShares, rawFor, sharesOf } from "./amounts.ts";
export {
  type ChosenDates,
  type NewAction,
  type PreparedAction,
  actionDates,
  amendAction,
  announceAction,
  approveAction,
  cancelAction,
  scheduleAction,
  settleAction,
} from "./action.ts";
export { type ExchangeTerms, exchangeTerms, nameTerms } from "./action-terms.ts";
export { ActionKind, ActionState, Election } from "./action-vocabulary.ts";
export { type ExpectedMultiplier, onlyAtMultiplier } from "./assert-multiplier.ts";
export {
  ATTESTATION_SERVICE,
  type AttestationSeeds,
  type AttestationToImport,
  findAttestation,
  importAttestation,
  importRevocation,
} from "./attestations.ts";
export {
  type Calendar,
  CalendarError,
  type FoundAccount,
  fetchCalendar,
  findCorporateAction,
  isInForce,
  readCalendar,
  toCome,
} from "./calendar.ts";
export { type PlannedTransfer, canTransfer } from "./can-transfer.ts";
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
export { checkTransfer } from "./check-transfer.ts";
export { type ClaimToPay, type PageToOpen, claim, closeClaimPage, openClaimPage } from "./claim.ts";
export { nearestDouble, shownShares } from "./display.ts";
export { type ClaimTicket, type Distribution, claimTicket, distribute, pageTicket } from "./distribution.ts";
export { type NewElection, elect, fetchElections, withdrawElection } from "./election.ts";
export {
  type ActionRatio,
  type CashDue,
  accepted,
  cashDue,
  multiplierAfter,
  otherShares,
  priceDue,
  reinvested,
  reinvestmentRatio,
} from "./entitlement.ts";
export { type SharesToExchange, exchangeShares } from "./exchange.ts";
export { type GrindOptions, type GrindProgress, type GroundMint, grindMint } from "./grind-mint.ts";
export { type Issuance, type MintToHolder, issueAccounts, mintShares, withAccounts } from "./issuance.ts";
export {
  type Entitlement,
  type Leaf,
  type MerkleTree,
  buildTree,
  claimProof,
  climb,
  hashLeaf,
  hashNode,
  pageOf,
  pageProof,
} from "./merkle.ts";
export { type BatchRecipient, type MintToHolders, mintBatch } from "./mint-batch.ts";
export { type AssetHistory, type MultiplierChange, multiplierAt, multiplierHistory } from "./multiplier-history.ts";
export { type OnboardingOptions, type OnboardingProgress, onboardMany } from "./onboarding.ts";
export { type Newcomer, type Onboarding, type OnboardingBatch, packOnboarding } from "./onboarding-batches.ts";
export {
  type NewPayout,
  type PaidWith,
  type PayoutPlan,
  type PayoutToApprove,
  type PayoutToEnd,
  type PublishedTree,
  approvePayout,
  findPayout,
  fundPayout,
  openPayout,
  sweepPayout,
  withdrawPayout,
} from "./payout.ts";
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
export { remedyOf } from "./remedies.ts";
export { changesInForce, custodyAccounts, decodeReserveStatus, reserveStatus } from "./reserves.ts";
export { type Deal, type PurchaseQuote, type RedemptionQuote, multiplierInForce, quotePurchase, quoteRedemption } from "./settlement.ts";
export { type ShareAddresses, fetchShareAddresses } from "./share-addresses.ts";
export { foresee, simulateReturnData } from "./simulate.ts";
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
export { type NewTender, type TenderToSettle, settleTender, tenderShares, withdrawTender } from "./tender.ts";
export { type PaymentToken, TOKEN_2022, associatedToken, fetchPaymentToken, openAssociatedToken, shareAccount } from "./tokens.ts";
export { type KnownPlace, type KnownTransfer, type SharesToTransfer, transferKnown, transferShares } from "./transfer.ts";
export type { Place } from "./transfer-state.ts";
export { type VenueToRegister, registerVenue } from "./venues.ts";
export type { Allowed, Refused, Side, TransferVerdict } from "./verdict.ts";
export {
  ALL_KNOWN_PATHS,
  ALL_PATHS,
  AdmissionMode,
  AssetStatus,
  FourEyes,
  HaltReason,
  HolderKind,
  HolderStatus,
  InvestorClass,
  JurisdictionMode,
  MULTIPLIER_ONE,
  NO_ADDRESS,
  Party,
  Path,
  Permission,
  RegistrarPermission,
  ReserveMode,
  SHARE_DECIMALS,
  UNLIMITED,
} from "./vocabulary.ts";
