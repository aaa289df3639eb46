/** What an account is: the programs' own accounts by their discriminator, tokens by their layout, and the rest by owner. */
import { issuer, transferHook } from "@scrip/client";
import { type Address, type EncodedAccount, type ReadonlyUint8Array, containsBytes } from "@solana/kit";
import { notesOf } from "./notes.ts";
import { tokenKindOf } from "./token-kinds.ts";
import { inWords } from "./vocabularies.ts";

export interface Kind {
  /** As people call it. */
  readonly name: string;
  /** What it is for. */
  readonly about: string;
  /** Under which its fields are described; for accounts of the Scrip programs as these name it. */
  readonly type: string;
  /** What it says, field by field. None: only its bytes are known. */
  readonly data?: object;
}

type Row = readonly [type: string, discriminator: ReadonlyUint8Array, decoder: () => { decode(bytes: ReadonlyUint8Array): object }];

const ISSUER: readonly Row[] = [
  ["Asset", issuer.ASSET_DISCRIMINATOR, issuer.getAssetDecoder],
  ["ClaimPage", issuer.CLAIM_PAGE_DISCRIMINATOR, issuer.getClaimPageDecoder],
  ["CorporateAction", issuer.CORPORATE_ACTION_DISCRIMINATOR, issuer.getCorporateActionDecoder],
  ["Custodian", issuer.CUSTODIAN_DISCRIMINATOR, issuer.getCustodianDecoder],
  ["HolderElection", issuer.HOLDER_ELECTION_DISCRIMINATOR, issuer.getHolderElectionDecoder],
  ["Issuer", issuer.ISSUER_DISCRIMINATOR, issuer.getIssuerDecoder],
  ["MintProposal", issuer.MINT_PROPOSAL_DISCRIMINATOR, issuer.getMintProposalDecoder],
  ["Minter", issuer.MINTER_DISCRIMINATOR, issuer.getMinterDecoder],
  ["PaymentMint", issuer.PAYMENT_MINT_DISCRIMINATOR, issuer.getPaymentMintDecoder],
  ["Payout", issuer.PAYOUT_DISCRIMINATOR, issuer.getPayoutDecoder],
  ["PendingChange", issuer.PENDING_CHANGE_DISCRIMINATOR, issuer.getPendingChangeDecoder],
  ["Redemption", issuer.REDEMPTION_DISCRIMINATOR, issuer.getRedemptionDecoder],
  ["ReserveAttestation", issuer.RESERVE_ATTESTATION_DISCRIMINATOR, issuer.getReserveAttestationDecoder],
  ["Role", issuer.ROLE_DISCRIMINATOR, issuer.getRoleDecoder],
  ["Subscription", issuer.SUBSCRIPTION_DISCRIMINATOR, issuer.getSubscriptionDecoder],
  ["Tender", issuer.TENDER_DISCRIMINATOR, issuer.getTenderDecoder],
];
const HOOK: readonly Row[] = [
  ["Holder", transferHook.HOLDER_DISCRIMINATOR, transferHook.getHolderDecoder],
  ["Policy", transferHook.POLICY_DISCRIMINATOR, transferHook.getPolicyDecoder],
  ["Registrar", transferHook.REGISTRAR_DISCRIMINATOR, transferHook.getRegistrarDecoder],
  ["Registry", transferHook.REGISTRY_DISCRIMINATOR, transferHook.getRegistryDecoder],
  ["TrustedCredential", transferHook.TRUSTED_CREDENTIAL_DISCRIMINATOR, transferHook.getTrustedCredentialDecoder],
  ["VenueProgram", transferHook.VENUE_PROGRAM_DISCRIMINATOR, transferHook.getVenueProgramDecoder],
];

export const ROWS: Readonly<Record<Address, readonly Row[]>> = {
  [issuer.SCRIP_ISSUER_PROGRAM_ADDRESS]: ISSUER,
  [transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS]: HOOK,
};

/** First 8 bytes of sha256("spl-transfer-hook-interface:execute"). */
const EXTRA_METAS = new Uint8Array([105, 37, 101, 197, 75, 251, 102, 26]);

const PROGRAM_NAMES: Readonly<Record<string, string>> = {
  [issuer.SCRIP_ISSUER_PROGRAM_ADDRESS]: "Scrip issuer program",
  [transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS]: "Scrip transfer hook",
  "11111111111111111111111111111111": "System program",
  TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA: "Token program",
  TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb: "Token-2022",
  ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL: "Associated token program",
  BPFLoaderUpgradeab1e11111111111111111111111: "Upgradeable loader",
  BPFLoader2111111111111111111111111111111111: "Loader",
  LoaderV411111111111111111111111111111111111: "Loader v4",
  NativeLoader1111111111111111111111111111111: "Native loader",
  Sysvar1111111111111111111111111111111111111: "Sysvars",
};

export function programName(program: Address): string | undefined {
  return PROGRAM_NAMES[program];
}

export function kindOf({ address, data, executable, programAddress: owner }: EncodedAccount): Kind {
  const row = ROWS[owner]?.find(([, discriminator]) => containsBytes(data, discriminator, 0));
  if (row) {
    const [type, , decoder] = row;
    return { name: inWords(type), about: notesOf(owner, type)?.about ?? "", type, data: decoder().decode(data) };
  }
  if (executable) {
    return { name: programName(address) ?? "Program", about: "Code that runs on chain. What it may do to other accounts is in the code.", type: "Program" };
  }
  if (owner === transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS && containsBytes(data, EXTRA_METAS, 0)) {
    return { name: "Accounts for transfers", about: "Tells Token-2022 which further accounts the transfer hook reads when shares move.", type: "ExtraAccountMetaList" };
  }
  if (owner === "11111111111111111111111111111111" && data.length === 0) {
    return { name: "Wallet", about: "Holds SOL and signs. Its shares are in token accounts of its own, and its standing is in the register.", type: "Wallet" };
  }
  return tokenKindOf(owner, data) ?? { name: "Account", about: "Of a layout that this page does not know: only its bytes are shown.", type: "" };
}
