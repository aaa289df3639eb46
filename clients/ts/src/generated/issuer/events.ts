/** Generated from the program's IDL by `npm run generate`: do not edit. */
import {
  getActionScheduledDecoder,
  type ActionScheduled,
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
  getCustodianAddedDecoder,
  type CustodianAdded,
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
  getSharesMintedDecoder,
  type SharesMinted,
  getSharesPurchasedDecoder,
  type SharesPurchased,
  getSharesRedeemedDecoder,
  type SharesRedeemed,
  getSubscriptionFilledDecoder,
  type SubscriptionFilled,
  getSubscriptionOpenedDecoder,
  type SubscriptionOpened,
  getSubscriptionReturnedDecoder,
  type SubscriptionReturned,
  getTradingHaltedDecoder,
  type TradingHalted,
  getTradingResumedDecoder,
  type TradingResumed,
} from "./types";

export type ScripIssuerEvent =
  | { name: "ActionScheduled"; data: ActionScheduled }
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
  | { name: "CustodianAdded"; data: CustodianAdded }
  | { name: "IssuerCreated"; data: IssuerCreated }
  | { name: "MetadataUpdated"; data: MetadataUpdated }
  | { name: "MintProposalWithdrawn"; data: MintProposalWithdrawn }
  | { name: "MintProposed"; data: MintProposed }
  | { name: "MinterAdded"; data: MinterAdded }
  | { name: "PaymentMintAdded"; data: PaymentMintAdded }
  | { name: "RedemptionRequested"; data: RedemptionRequested }
  | { name: "RedemptionReturned"; data: RedemptionReturned }
  | { name: "RedemptionSettled"; data: RedemptionSettled }
  | { name: "ReserveShortfall"; data: ReserveShortfall }
  | { name: "ReservesAttested"; data: ReservesAttested }
  | { name: "RoleGranted"; data: RoleGranted }
  | { name: "RoleRevoked"; data: RoleRevoked }
  | { name: "SettingChanged"; data: SettingChanged }
  | { name: "SharesMinted"; data: SharesMinted }
  | { name: "SharesPurchased"; data: SharesPurchased }
  | { name: "SharesRedeemed"; data: SharesRedeemed }
  | { name: "SubscriptionFilled"; data: SubscriptionFilled }
  | { name: "SubscriptionOpened"; data: SubscriptionOpened }
  | { name: "SubscriptionReturned"; data: SubscriptionReturned }
  | { name: "TradingHalted"; data: TradingHalted }
  | { name: "TradingResumed"; data: TradingResumed };

export const SCRIP_ISSUER_EVENTS = [
  { name: "ActionScheduled", discriminator: new Uint8Array([41, 177, 37, 237, 114, 2, 33, 37]), decoder: getActionScheduledDecoder() },
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
  { name: "CustodianAdded", discriminator: new Uint8Array([253, 19, 141, 74, 182, 224, 224, 188]), decoder: getCustodianAddedDecoder() },
  { name: "IssuerCreated", discriminator: new Uint8Array([6, 119, 218, 84, 12, 99, 110, 226]), decoder: getIssuerCreatedDecoder() },
  { name: "MetadataUpdated", discriminator: new Uint8Array([132, 36, 215, 246, 166, 90, 189, 44]), decoder: getMetadataUpdatedDecoder() },
  { name: "MintProposalWithdrawn", discriminator: new Uint8Array([202, 197, 85, 198, 74, 41, 165, 41]), decoder: getMintProposalWithdrawnDecoder() },
  { name: "MintProposed", discriminator: new Uint8Array([234, 43, 194, 29, 71, 201, 26, 183]), decoder: getMintProposedDecoder() },
  { name: "MinterAdded", discriminator: new Uint8Array([140, 185, 72, 194, 3, 99, 122, 172]), decoder: getMinterAddedDecoder() },
  { name: "PaymentMintAdded", discriminator: new Uint8Array([144, 122, 133, 112, 121, 75, 20, 201]), decoder: getPaymentMintAddedDecoder() },
  { name: "RedemptionRequested", discriminator: new Uint8Array([245, 155, 98, 131, 210, 25, 137, 146]), decoder: getRedemptionRequestedDecoder() },
  { name: "RedemptionReturned", discriminator: new Uint8Array([55, 188, 205, 47, 54, 236, 206, 227]), decoder: getRedemptionReturnedDecoder() },
  { name: "RedemptionSettled", discriminator: new Uint8Array([75, 9, 197, 96, 249, 61, 27, 245]), decoder: getRedemptionSettledDecoder() },
  { name: "ReserveShortfall", discriminator: new Uint8Array([183, 70, 191, 72, 201, 220, 48, 163]), decoder: getReserveShortfallDecoder() },
  { name: "ReservesAttested", discriminator: new Uint8Array([77, 249, 23, 254, 52, 235, 131, 145]), decoder: getReservesAttestedDecoder() },
  { name: "RoleGranted", discriminator: new Uint8Array([220, 183, 89, 228, 143, 63, 246, 58]), decoder: getRoleGrantedDecoder() },
  { name: "RoleRevoked", discriminator: new Uint8Array([167, 183, 52, 229, 126, 206, 62, 61]), decoder: getRoleRevokedDecoder() },
  { name: "SettingChanged", discriminator: new Uint8Array([152, 138, 193, 81, 203, 226, 156, 120]), decoder: getSettingChangedDecoder() },
  { name: "SharesMinted", discriminator: new Uint8Array([127, 139, 238, 41, 118, 47, 122, 39]), decoder: getSharesMintedDecoder() },
  { name: "SharesPurchased", discriminator: new Uint8Array([24, 220, 223, 28, 213, 182, 47, 22]), decoder: getSharesPurchasedDecoder() },
  { name: "SharesRedeemed", discriminator: new Uint8Array([232, 166, 7, 56, 67, 19, 42, 117]), decoder: getSharesRedeemedDecoder() },
  { name: "SubscriptionFilled", discriminator: new Uint8Array([100, 37, 57, 169, 232, 149, 210, 79]), decoder: getSubscriptionFilledDecoder() },
  { name: "SubscriptionOpened", discriminator: new Uint8Array([48, 2, 46, 220, 134, 182, 212, 231]), decoder: getSubscriptionOpenedDecoder() },
  { name: "SubscriptionReturned", discriminator: new Uint8Array([235, 145, 203, 149, 65, 231, 72, 209]), decoder: getSubscriptionReturnedDecoder() },
  { name: "TradingHalted", discriminator: new Uint8Array([194, 240, 194, 255, 28, 104, 149, 25]), decoder: getTradingHaltedDecoder() },
  { name: "TradingResumed", discriminator: new Uint8Array([168, 64, 26, 121, 28, 18, 207, 141]), decoder: getTradingResumedDecoder() },
] as const;
