/** Generated from the program's IDL by `npm run generate`: do not edit. */
import {
  getHolderOnboardedDecoder,
  type HolderOnboarded,
  getHolderStatusChangedDecoder,
  type HolderStatusChanged,
  getHolderUpdatedDecoder,
  type HolderUpdated,
  getPolicyCreatedDecoder,
  type PolicyCreated,
  getPolicyHaltedDecoder,
  type PolicyHalted,
  getPolicyResumedDecoder,
  type PolicyResumed,
  getRegistrarGrantedDecoder,
  type RegistrarGranted,
  getRegistrarRevokedDecoder,
  type RegistrarRevoked,
  getRegistryCreatedDecoder,
  type RegistryCreated,
} from "./types";

export type ScripTransferHookEvent =
  | { name: "HolderOnboarded"; data: HolderOnboarded }
  | { name: "HolderStatusChanged"; data: HolderStatusChanged }
  | { name: "HolderUpdated"; data: HolderUpdated }
  | { name: "PolicyCreated"; data: PolicyCreated }
  | { name: "PolicyHalted"; data: PolicyHalted }
  | { name: "PolicyResumed"; data: PolicyResumed }
  | { name: "RegistrarGranted"; data: RegistrarGranted }
  | { name: "RegistrarRevoked"; data: RegistrarRevoked }
  | { name: "RegistryCreated"; data: RegistryCreated };

export const SCRIP_TRANSFER_HOOK_EVENTS = [
  { name: "HolderOnboarded", discriminator: new Uint8Array([42, 113, 129, 158, 175, 116, 183, 136]), decoder: getHolderOnboardedDecoder() },
  { name: "HolderStatusChanged", discriminator: new Uint8Array([155, 49, 30, 66, 101, 18, 34, 6]), decoder: getHolderStatusChangedDecoder() },
  { name: "HolderUpdated", discriminator: new Uint8Array([196, 9, 87, 119, 164, 19, 79, 225]), decoder: getHolderUpdatedDecoder() },
  { name: "PolicyCreated", discriminator: new Uint8Array([59, 189, 65, 121, 86, 157, 108, 10]), decoder: getPolicyCreatedDecoder() },
  { name: "PolicyHalted", discriminator: new Uint8Array([142, 130, 0, 42, 246, 102, 57, 231]), decoder: getPolicyHaltedDecoder() },
  { name: "PolicyResumed", discriminator: new Uint8Array([243, 2, 93, 35, 174, 176, 65, 5]), decoder: getPolicyResumedDecoder() },
  { name: "RegistrarGranted", discriminator: new Uint8Array([128, 209, 212, 224, 138, 73, 162, 39]), decoder: getRegistrarGrantedDecoder() },
  { name: "RegistrarRevoked", discriminator: new Uint8Array([121, 169, 135, 246, 23, 11, 198, 48]), decoder: getRegistrarRevokedDecoder() },
  { name: "RegistryCreated", discriminator: new Uint8Array([155, 150, 75, 69, 222, 185, 234, 132]), decoder: getRegistryCreatedDecoder() },
] as const;
