/** Generated from the program's IDL by `npm run generate`: do not edit. */
import {
  getAccountMigratedDecoder,
  type AccountMigrated,
  getActionAmendedDecoder,
  type ActionAmended,
  getActionAnnouncedDecoder,
  type ActionAnnounced,
  getActionApprovedDecoder,
  type ActionApproved,
  getActionCancelledDecoder,
  type ActionCancelled,
  getActionScheduledDecoder,
  type ActionScheduled,
  getActionSettledDecoder,
  type ActionSettled,
  getAdminAcceptedDecoder,
  type AdminAccepted,
  getAssetCreatedDecoder,
  type AssetCreated,
  getAssetPausedDecoder,
  type AssetPaused,
  getAssetStatusChangedDecoder,
  type AssetStatusChanged,
  getAssetUnpausedDecoder,
  type AssetUnpaused,
  getBatchMintedDecoder,
  type BatchMinted,
  getBlackoutChangedDecoder,
  type BlackoutChanged,
  getChangeApprovedDecoder,
  type ChangeApproved,
  getChangeCancelledDecoder,
  type ChangeCancelled,
  getChangeProposedDecoder,
  type ChangeProposed,
  getClaimedDecoder,
  type Claimed,
  getCustodianAddedDecoder,
  type CustodianAdded,
  getElectedDecoder,
  type Elected,
  getElectionWithdrawnDecoder,
  type ElectionWithdrawn,
  getIssuerCreatedDecoder,
  type IssuerCreated,
  getMetadataUpdatedDecoder,
  type MetadataUpdated,
  getMintProposalWithdrawnDecoder,
  type MintProposalWithdrawn,
  getMintProposedDecoder,
  type MintProposed,
  getMinterAddedDecoder,
  type MinterAdded,
  getPaymentMintAddedDecoder,
  type PaymentMintAdded,
  getPayoutApprovedDecoder,
  type PayoutApproved,
  getPayoutFundedDecoder,
  type PayoutFunded,
  getPayoutOpenedDecoder,
  type PayoutOpened,
  getPayoutSweptDecoder,
  type PayoutSwept,
  getPayoutWithdrawnDecoder,
  type PayoutWithdrawn,
  getRedemptionRequestedDecoder,
  type RedemptionRequested,
  getRedemptionReturnedDecoder,
  type RedemptionReturned,
  getRedemptionSettledDecoder,
  type RedemptionSettled,
  getReserveShortfallDecoder,
  type ReserveShortfall,
  getReservesAttestedDecoder,
  type ReservesAttested,
  getRoleGrantedDecoder,
  type RoleGranted,
  getRoleRevokedDecoder,
  type RoleRevoked,
  getSettingChangedDecoder,
  type SettingChanged,
  getSharesExchangedDecoder,
  type SharesExchanged,
  getSharesMintedDecoder,
  type SharesMinted,
  getSharesPurchasedDecoder,
  type SharesPurchased,
  getSharesRedeemedDecoder,
  type SharesRedeemed,
  getSharesTenderedDecoder,
  type SharesTendered,
  getSubscriptionFilledDecoder,
  type SubscriptionFilled,
  getSubscriptionOpenedDecoder,
  type SubscriptionOpened,
  getSubscriptionReturnedDecoder,
  type SubscriptionReturned,
  getTenderSettledDecoder,
  type TenderSettled,
  getTenderWithdrawnDecoder,
  type TenderWithdrawn,
  getTradingHaltedDecoder,
  type TradingHalted,
  getTradingResumedDecoder,
  type TradingResumed,
} from "./types";

export type ScripIssuerEvent =
  | { name: "AccountMigrated"; data: AccountMigrated }
  | { name: "ActionAmended"; data: ActionAmended }
  | { name: "ActionAnnounced"; data: ActionAnnounced }
  | { name: "ActionApproved"; data: ActionApproved }
  | { name: "ActionCancelled"; data: ActionCancelled }
  | { name: "ActionScheduled"; data: ActionScheduled }
  | { name: "ActionSettled"; data: ActionSettled }
  | { name: "AdminAccepted"; data: AdminAccepted }
  | { name: "AssetCreated"; data: AssetCreated }
  | { name: "AssetPaused"; data: AssetPaused }
  | { name: "AssetStatusChanged"; data: AssetStatusChanged }
  | { name: "AssetUnpaused"; data: AssetUnpaused }
  | { name: "BatchMinted"; data: BatchMinted }
  | { name: "BlackoutChanged"; data: BlackoutChanged }
  | { name: "ChangeApproved"; data: ChangeApproved }
  | { name: "ChangeCancelled"; data: ChangeCancelled }
  | { name: "ChangeProposed"; data: ChangeProposed }
  | { name: "Claimed"; data: Claimed }
  | { name: "CustodianAdded"; data: CustodianAdded }
  | { name: "Elected"; data: Elected }
  | { name: "ElectionWithdrawn"; data: ElectionWithdrawn }
  | { name: "IssuerCreated"; data: IssuerCreated }
  | { name: "MetadataUpdated"; data: MetadataUpdated }
  | { name: "MintProposalWithdrawn"; data: MintProposalWithdrawn }
  | { name: "MintProposed"; data: MintProposed }
  | { name: "MinterAdded"; data: MinterAdded }
  | { name: "PaymentMintAdded"; data: PaymentMintAdded }
  | { name: "PayoutApproved"; data: PayoutApproved }
  | { name: "PayoutFunded"; data: PayoutFunded }
  | { name: "PayoutOpened"; data: PayoutOpened }
  | { name: "PayoutSwept"; data: PayoutSwept }
  | { name: "PayoutWithdrawn"; data: PayoutWithdrawn }
  | { name: "RedemptionRequested"; data: RedemptionRequested }
  | { name: "RedemptionReturned"; data: RedemptionReturned }
  | { name: "RedemptionSettled"; data: RedemptionSettled }
  | { name: "ReserveShortfall"; data: ReserveShortfall }
  | { name: "ReservesAttested"; data: ReservesAttested }
  | { name: "RoleGranted"; data: RoleGranted }
  | { name: "RoleRevoked"; data: RoleRevoked }
  | { name: "SettingChanged"; data: SettingChanged }
  | { name: "SharesExchanged"; data: SharesExchanged }
  | { name: "SharesMinted"; data: SharesMinted }
  | { name: "SharesPurchased"; data: SharesPurchased }
  | { name: "SharesRedeemed"; data: SharesRedeemed }
  | { name: "SharesTendered"; data: SharesTendered }
  | { name: "SubscriptionFilled"; data: SubscriptionFilled }
  | { name: "SubscriptionOpened"; data: SubscriptionOpened }
  | { name: "SubscriptionReturned"; data: SubscriptionReturned }
  | { name: "TenderSettled"; data: TenderSettled }
  | { name: "TenderWithdrawn"; data: TenderWithdrawn }
  | { name: "TradingHalted"; data: TradingHalted }
  | { name: "TradingResumed"; data: TradingResumed };

export const SCRIP_ISSUER_EVENTS = [
  { name: "AccountMigrated", discriminator: new Uint8Array([153, 121, 252, 128, 30, 241, 166, 101]), decoder: getAccountMigratedDecoder() },
  { name: "ActionAmended", discriminator: new Uint8Array([23, 171, 160, 156, 31, 193, 247, 40]), decoder: getActionAmendedDecoder() },
  { name: "ActionAnnounced", discriminator: new Uint8Array([183, 193, 90, 98, 193, 99, 3, 0]), decoder: getActionAnnouncedDecoder() },
  { name: "ActionApproved", discriminator: new Uint8Array([226, 186, 220, 41, 162, 180, 10, 162]), decoder: getActionApprovedDecoder() },
  { name: "ActionCancelled", discriminator: new Uint8Array([121, 213, 205, 29, 226, 181, 230, 13]), decoder: getActionCancelledDecoder() },
  { name: "ActionScheduled", discriminator: new Uint8Array([41, 177, 37, 237, 114, 2, 33, 37]), decoder: getActionScheduledDecoder() },
  { name: "ActionSettled", discriminator: new Uint8Array([104, 222, 224, 188, 243, 117, 196, 135]), decoder: getActionSettledDecoder() },
  { name: "AdminAccepted", discriminator: new Uint8Array([174, 12, 76, 139, 158, 99, 110, 254]), decoder: getAdminAcceptedDecoder() },
  { name: "AssetCreated", discriminator: new Uint8Array([206, 193, 252, 254, 207, 185, 154, 4]), decoder: getAssetCreatedDecoder() },
  { name: "AssetPaused", discriminator: new Uint8Array([86, 27, 137, 228, 20, 175, 134, 4]), decoder: getAssetPausedDecoder() },
  { name: "AssetStatusChanged", discriminator: new Uint8Array([50, 89, 231, 242, 218, 23, 131, 216]), decoder: getAssetStatusChangedDecoder() },
  { name: "AssetUnpaused", discriminator: new Uint8Array([105, 112, 12, 17, 170, 184, 1, 45]), decoder: getAssetUnpausedDecoder() },
  { name: "BatchMinted", discriminator: new Uint8Array([71, 154, 68, 116, 221, 167, 209, 150]), decoder: getBatchMintedDecoder() },
  { name: "BlackoutChanged", discriminator: new Uint8Array([152, 255, 48, 221, 153, 233, 212, 218]), decoder: getBlackoutChangedDecoder() },
  { name: "ChangeApproved", discriminator: new Uint8Array([219, 195, 170, 91, 95, 59, 56, 161]), decoder: getChangeApprovedDecoder() },
  { name: "ChangeCancelled", discriminator: new Uint8Array([139, 179, 97, 81, 214, 21, 119, 93]), decoder: getChangeCancelledDecoder() },
  { name: "ChangeProposed", discriminator: new Uint8Array([170, 10, 10, 8, 244, 196, 146, 151]), decoder: getChangeProposedDecoder() },
  { name: "Claimed", discriminator: new Uint8Array([217, 192, 123, 72, 108, 150, 248, 33]), decoder: getClaimedDecoder() },
  { name: "CustodianAdded", discriminator: new Uint8Array([253, 19, 141, 74, 182, 224, 224, 188]), decoder: getCustodianAddedDecoder() },
  { name: "Elected", discriminator: new Uint8Array([71, 214, 84, 13, 9, 163, 230, 20]), decoder: getElectedDecoder() },
  { name: "ElectionWithdrawn", discriminator: new Uint8Array([42, 68, 251, 156, 138, 255, 87, 249]), decoder: getElectionWithdrawnDecoder() },
  { name: "IssuerCreated", discriminator: new Uint8Array([6, 119, 218, 84, 12, 99, 110, 226]), decoder: getIssuerCreatedDecoder() },
  { name: "MetadataUpdated", discriminator: new Uint8Array([132, 36, 215, 246, 166, 90, 189, 44]), decoder: getMetadataUpdatedDecoder() },
  { name: "MintProposalWithdrawn", discriminator: new Uint8Array([202, 197, 85, 198, 74, 41, 165, 41]), decoder: getMintProposalWithdrawnDecoder() },
  { name: "MintProposed", discriminator: new Uint8Array([234, 43, 194, 29, 71, 201, 26, 183]), decoder: getMintProposedDecoder() },
  { name: "MinterAdded", discriminator: new Uint8Array([140, 185, 72, 194, 3, 99, 122, 172]), decoder: getMinterAddedDecoder() },
  { name: "PaymentMintAdded", discriminator: new Uint8Array([144, 122, 133, 112, 121, 75, 20, 201]), decoder: getPaymentMintAddedDecoder() },
  { name: "PayoutApproved", discriminator: new Uint8Array([97, 167, 51, 171, 134, 171, 110, 198]), decoder: getPayoutApprovedDecoder() },
  { name: "PayoutFunded", discriminator: new Uint8Array([31, 49, 241, 217, 135, 46, 76, 155]), decoder: getPayoutFundedDecoder() },
  { name: "PayoutOpened", discriminator: new Uint8Array([117, 33, 108, 202, 213, 51, 140, 229]), decoder: getPayoutOpenedDecoder() },
  { name: "PayoutSwept", discriminator: new Uint8Array([159, 160, 237, 79, 64, 182, 193, 46]), decoder: getPayoutSweptDecoder() },
  { name: "PayoutWithdrawn", discriminator: new Uint8Array([97, 61, 38, 210, 215, 27, 247, 115]), decoder: getPayoutWithdrawnDecoder() },
  { name: "RedemptionRequested", discriminator: new Uint8Array([245, 155, 98, 131, 210, 25, 137, 146]), decoder: getRedemptionRequestedDecoder() },
  { name: "RedemptionReturned", discriminator: new Uint8Array([55, 188, 205, 47, 54, 236, 206, 227]), decoder: getRedemptionReturnedDecoder() },
  { name: "RedemptionSettled", discriminator: new Uint8Array([75, 9, 197, 96, 249, 61, 27, 245]), decoder: getRedemptionSettledDecoder() },
  { name: "ReserveShortfall", discriminator: new Uint8Array([183, 70, 191, 72, 201, 220, 48, 163]), decoder: getReserveShortfallDecoder() },
  { name: "ReservesAttested", discriminator: new Uint8Array([77, 249, 23, 254, 52, 235, 131, 145]), decoder: getReservesAttestedDecoder() },
  { name: "RoleGranted", discriminator: new Uint8Array([220, 183, 89, 228, 143, 63, 246, 58]), decoder: getRoleGrantedDecoder() },
  { name: "RoleRevoked", discriminator: new Uint8Array([167, 183, 52, 229, 126, 206, 62, 61]), decoder: getRoleRevokedDecoder() },
  { name: "SettingChanged", discriminator: new Uint8Array([152, 138, 193, 81, 203, 226, 156, 120]), decoder: getSettingChangedDecoder() },
  { name: "SharesExchanged", discriminator: new Uint8Array([17, 53, 9, 167, 60, 166, 86, 92]), decoder: getSharesExchangedDecoder() },
  { name: "SharesMinted", discriminator: new Uint8Array([127, 139, 238, 41, 118, 47, 122, 39]), decoder: getSharesMintedDecoder() },
  { name: "SharesPurchased", discriminator: new Uint8Array([24, 220, 223, 28, 213, 182, 47, 22]), decoder: getSharesPurchasedDecoder() },
  { name: "SharesRedeemed", discriminator: new Uint8Array([232, 166, 7, 56, 67, 19, 42, 117]), decoder: getSharesRedeemedDecoder() },
  { name: "SharesTendered", discriminator: new Uint8Array([158, 23, 238, 34, 209, 112, 172, 126]), decoder: getSharesTenderedDecoder() },
  { name: "SubscriptionFilled", discriminator: new Uint8Array([100, 37, 57, 169, 232, 149, 210, 79]), decoder: getSubscriptionFilledDecoder() },
  { name: "SubscriptionOpened", discriminator: new Uint8Array([48, 2, 46, 220, 134, 182, 212, 231]), decoder: getSubscriptionOpenedDecoder() },
  { name: "SubscriptionReturned", discriminator: new Uint8Array([235, 145, 203, 149, 65, 231, 72, 209]), decoder: getSubscriptionReturnedDecoder() },
  { name: "TenderSettled", discriminator: new Uint8Array([142, 3, 223, 59, 36, 42, 6, 132]), decoder: getTenderSettledDecoder() },
  { name: "TenderWithdrawn", discriminator: new Uint8Array([177, 223, 122, 182, 168, 162, 55, 28]), decoder: getTenderWithdrawnDecoder() },
  { name: "TradingHalted", discriminator: new Uint8Array([194, 240, 194, 255, 28, 104, 149, 25]), decoder: getTradingHaltedDecoder() },
  { name: "TradingResumed", discriminator: new Uint8Array([168, 64, 26, 121, 28, 18, 207, 141]), decoder: getTradingResumedDecoder() },
] as const;
