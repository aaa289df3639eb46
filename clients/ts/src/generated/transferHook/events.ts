/** Generated from the program's IDL by `npm run generate`: do not edit. */
import {
  getAttestationImportedDecoder,
  type AttestationImported,
  getBlackoutSetDecoder,
  type BlackoutSet,
  getCredentialDistrustedDecoder,
  type CredentialDistrusted,
  getCredentialTrustedDecoder,
  type CredentialTrusted,
  getExtraMetasUpdatedDecoder,
  type ExtraMetasUpdated,
  getHolderClosedDecoder,
  type HolderClosed,
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
  getPolicyUpdatedDecoder,
  type PolicyUpdated,
  getRegistrarGrantedDecoder,
  type RegistrarGranted,
  getRegistrarRevokedDecoder,
  type RegistrarRevoked,
  getRegistryAuthorityAcceptedDecoder,
  type RegistryAuthorityAccepted,
  getRegistryAuthorityProposedDecoder,
  type RegistryAuthorityProposed,
  getRegistryCreatedDecoder,
  type RegistryCreated,
  getRevocationImportedDecoder,
  type RevocationImported,
  getVenueProgramApprovedDecoder,
  type VenueProgramApproved,
  getVenueProgramRevokedDecoder,
  type VenueProgramRevoked,
  getVenueRegisteredDecoder,
  type VenueRegistered,
} from "./types";

export type ScripTransferHookEvent =
  | { name: "AttestationImported"; data: AttestationImported }
  | { name: "BlackoutSet"; data: BlackoutSet }
  | { name: "CredentialDistrusted"; data: CredentialDistrusted }
  | { name: "CredentialTrusted"; data: CredentialTrusted }
  | { name: "ExtraMetasUpdated"; data: ExtraMetasUpdated }
  | { name: "HolderClosed"; data: HolderClosed }
  | { name: "HolderOnboarded"; data: HolderOnboarded }
  | { name: "HolderStatusChanged"; data: HolderStatusChanged }
  | { name: "HolderUpdated"; data: HolderUpdated }
  | { name: "PolicyCreated"; data: PolicyCreated }
  | { name: "PolicyHalted"; data: PolicyHalted }
  | { name: "PolicyResumed"; data: PolicyResumed }
  | { name: "PolicyUpdated"; data: PolicyUpdated }
  | { name: "RegistrarGranted"; data: RegistrarGranted }
  | { name: "RegistrarRevoked"; data: RegistrarRevoked }
  | { name: "RegistryAuthorityAccepted"; data: RegistryAuthorityAccepted }
  | { name: "RegistryAuthorityProposed"; data: RegistryAuthorityProposed }
  | { name: "RegistryCreated"; data: RegistryCreated }
  | { name: "RevocationImported"; data: RevocationImported }
  | { name: "VenueProgramApproved"; data: VenueProgramApproved }
  | { name: "VenueProgramRevoked"; data: VenueProgramRevoked }
  | { name: "VenueRegistered"; data: VenueRegistered };

export const SCRIP_TRANSFER_HOOK_EVENTS = [
  { name: "AttestationImported", discriminator: new Uint8Array([92, 187, 107, 210, 245, 167, 232, 17]), decoder: getAttestationImportedDecoder() },
  { name: "BlackoutSet", discriminator: new Uint8Array([164, 9, 169, 173, 155, 14, 247, 226]), decoder: getBlackoutSetDecoder() },
  { name: "CredentialDistrusted", discriminator: new Uint8Array([244, 152, 247, 117, 169, 15, 149, 237]), decoder: getCredentialDistrustedDecoder() },
  { name: "CredentialTrusted", discriminator: new Uint8Array([33, 7, 242, 33, 88, 12, 22, 0]), decoder: getCredentialTrustedDecoder() },
  { name: "ExtraMetasUpdated", discriminator: new Uint8Array([97, 13, 75, 251, 3, 246, 215, 109]), decoder: getExtraMetasUpdatedDecoder() },
  { name: "HolderClosed", discriminator: new Uint8Array([75, 130, 114, 152, 178, 171, 89, 93]), decoder: getHolderClosedDecoder() },
  { name: "HolderOnboarded", discriminator: new Uint8Array([42, 113, 129, 158, 175, 116, 183, 136]), decoder: getHolderOnboardedDecoder() },
  { name: "HolderStatusChanged", discriminator: new Uint8Array([155, 49, 30, 66, 101, 18, 34, 6]), decoder: getHolderStatusChangedDecoder() },
  { name: "HolderUpdated", discriminator: new Uint8Array([196, 9, 87, 119, 164, 19, 79, 225]), decoder: getHolderUpdatedDecoder() },
  { name: "PolicyCreated", discriminator: new Uint8Array([59, 189, 65, 121, 86, 157, 108, 10]), decoder: getPolicyCreatedDecoder() },
  { name: "PolicyHalted", discriminator: new Uint8Array([142, 130, 0, 42, 246, 102, 57, 231]), decoder: getPolicyHaltedDecoder() },
  { name: "PolicyResumed", discriminator: new Uint8Array([243, 2, 93, 35, 174, 176, 65, 5]), decoder: getPolicyResumedDecoder() },
  { name: "PolicyUpdated", discriminator: new Uint8Array([225, 112, 112, 67, 95, 236, 245, 161]), decoder: getPolicyUpdatedDecoder() },
  { name: "RegistrarGranted", discriminator: new Uint8Array([128, 209, 212, 224, 138, 73, 162, 39]), decoder: getRegistrarGrantedDecoder() },
  { name: "RegistrarRevoked", discriminator: new Uint8Array([121, 169, 135, 246, 23, 11, 198, 48]), decoder: getRegistrarRevokedDecoder() },
  { name: "RegistryAuthorityAccepted", discriminator: new Uint8Array([86, 41, 138, 232, 198, 35, 216, 90]), decoder: getRegistryAuthorityAcceptedDecoder() },
  { name: "RegistryAuthorityProposed", discriminator: new Uint8Array([192, 160, 68, 80, 58, 110, 6, 51]), decoder: getRegistryAuthorityProposedDecoder() },
  { name: "RegistryCreated", discriminator: new Uint8Array([155, 150, 75, 69, 222, 185, 234, 132]), decoder: getRegistryCreatedDecoder() },
  { name: "RevocationImported", discriminator: new Uint8Array([69, 242, 1, 92, 119, 254, 97, 246]), decoder: getRevocationImportedDecoder() },
  { name: "VenueProgramApproved", discriminator: new Uint8Array([149, 24, 219, 220, 51, 99, 125, 4]), decoder: getVenueProgramApprovedDecoder() },
  { name: "VenueProgramRevoked", discriminator: new Uint8Array([195, 84, 234, 123, 193, 86, 240, 66]), decoder: getVenueProgramRevokedDecoder() },
  { name: "VenueRegistered", discriminator: new Uint8Array([86, 82, 191, 91, 171, 241, 178, 9]), decoder: getVenueRegisteredDecoder() },
] as const;
