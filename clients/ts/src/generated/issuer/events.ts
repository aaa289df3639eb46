/** Generated from the program's IDL by `npm run generate`: do not edit. */
import {
  getActionScheduledDecoder,
  type ActionScheduled,
  getAdminAcceptedDecoder,
  type AdminAccepted,
  getAdminProposedDecoder,
  type AdminProposed,
  getAssetCreatedDecoder,
  type AssetCreated,
  getAssetPausedDecoder,
  type AssetPaused,
  getAssetUnpausedDecoder,
  type AssetUnpaused,
  getBlackoutChangedDecoder,
  type BlackoutChanged,
  getIssuerCreatedDecoder,
  type IssuerCreated,
  getRoleGrantedDecoder,
  type RoleGranted,
  getRoleRevokedDecoder,
  type RoleRevoked,
  getSharesMintedDecoder,
  type SharesMinted,
  getSharesRedeemedDecoder,
  type SharesRedeemed,
  getTradingHaltedDecoder,
  type TradingHalted,
  getTradingResumedDecoder,
  type TradingResumed,
} from "./types";

export type ScripIssuerEvent =
  | { name: "ActionScheduled"; data: ActionScheduled }
  | { name: "AdminAccepted"; data: AdminAccepted }
  | { name: "AdminProposed"; data: AdminProposed }
  | { name: "AssetCreated"; data: AssetCreated }
  | { name: "AssetPaused"; data: AssetPaused }
  | { name: "AssetUnpaused"; data: AssetUnpaused }
  | { name: "BlackoutChanged"; data: BlackoutChanged }
  | { name: "IssuerCreated"; data: IssuerCreated }
  | { name: "RoleGranted"; data: RoleGranted }
  | { name: "RoleRevoked"; data: RoleRevoked }
  | { name: "SharesMinted"; data: SharesMinted }
  | { name: "SharesRedeemed"; data: SharesRedeemed }
  | { name: "TradingHalted"; data: TradingHalted }
  | { name: "TradingResumed"; data: TradingResumed };

export const SCRIP_ISSUER_EVENTS = [
  { name: "ActionScheduled", discriminator: new Uint8Array([41, 177, 37, 237, 114, 2, 33, 37]), decoder: getActionScheduledDecoder() },
  { name: "AdminAccepted", discriminator: new Uint8Array([174, 12, 76, 139, 158, 99, 110, 254]), decoder: getAdminAcceptedDecoder() },
  { name: "AdminProposed", discriminator: new Uint8Array([129, 249, 226, 227, 199, 82, 110, 243]), decoder: getAdminProposedDecoder() },
  { name: "AssetCreated", discriminator: new Uint8Array([206, 193, 252, 254, 207, 185, 154, 4]), decoder: getAssetCreatedDecoder() },
  { name: "AssetPaused", discriminator: new Uint8Array([86, 27, 137, 228, 20, 175, 134, 4]), decoder: getAssetPausedDecoder() },
  { name: "AssetUnpaused", discriminator: new Uint8Array([105, 112, 12, 17, 170, 184, 1, 45]), decoder: getAssetUnpausedDecoder() },
  { name: "BlackoutChanged", discriminator: new Uint8Array([152, 255, 48, 221, 153, 233, 212, 218]), decoder: getBlackoutChangedDecoder() },
  { name: "IssuerCreated", discriminator: new Uint8Array([6, 119, 218, 84, 12, 99, 110, 226]), decoder: getIssuerCreatedDecoder() },
  { name: "RoleGranted", discriminator: new Uint8Array([220, 183, 89, 228, 143, 63, 246, 58]), decoder: getRoleGrantedDecoder() },
  { name: "RoleRevoked", discriminator: new Uint8Array([167, 183, 52, 229, 126, 206, 62, 61]), decoder: getRoleRevokedDecoder() },
  { name: "SharesMinted", discriminator: new Uint8Array([127, 139, 238, 41, 118, 47, 122, 39]), decoder: getSharesMintedDecoder() },
  { name: "SharesRedeemed", discriminator: new Uint8Array([232, 166, 7, 56, 67, 19, 42, 117]), decoder: getSharesRedeemedDecoder() },
  { name: "TradingHalted", discriminator: new Uint8Array([194, 240, 194, 255, 28, 104, 149, 25]), decoder: getTradingHaltedDecoder() },
  { name: "TradingResumed", discriminator: new Uint8Array([168, 64, 26, 121, 28, 18, 207, 141]), decoder: getTradingResumedDecoder() },
] as const;
