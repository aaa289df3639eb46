/**
 * Attestations of the Solana Attestation Service as a source of records. Whoever holds one can bring it in, and
 * anybody can bring in that it was revoked.
 */
import {
  type Address,
  type Instruction,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  address,
  getAddressEncoder,
  getProgramDerivedAddress,
} from "@solana/kit";
import { fetchHolder, fetchMaybeTrustedCredential } from "./generated/transferHook/accounts/index.ts";
import { getImportAttestationInstructionAsync, getImportRevocationInstructionAsync } from "./generated/transferHook/instructions/index.ts";
import { findHolderPda, findTrustedCredentialPda } from "./generated/transferHook/pdas/index.ts";
import { NO_ADDRESS } from "./vocabulary.ts";

/**
 * @example
 * ```ts
 * const attestations = await rpc.getProgramAccounts(ATTESTATION_SERVICE).send();
 * ```
 */
export const ATTESTATION_SERVICE = address("22zoJMtdu4tQc2PzL74ZUT7FrwgB1Udec8DdW4yw4BdG");

export interface AttestationSeeds {
  readonly credential: Address;
  readonly schema: Address;
  /** The attestation's nonce. */
  readonly wallet: Address;
}

/**
 * Where the service keeps the attestation of a wallet.
 *
 * @example
 * ```ts
 * const credential = address("22zoJMtdu4tQc2PzL74ZUT7FrwgB1Udec8DdW4yw4BdG");
 * const schema = address("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
 * const attestation = await findAttestation({ credential, schema, wallet: alice });
 * ```
 */
export async function findAttestation({ credential, schema, wallet }: AttestationSeeds): Promise<Address> {
  const encode = (key: Address) => getAddressEncoder().encode(key);
  const [attestation] = await getProgramDerivedAddress({
    programAddress: ATTESTATION_SERVICE,
    seeds: ["attestation", encode(credential), encode(schema), encode(wallet)],
  });
  return attestation;
}

export interface AttestationToImport extends AttestationSeeds {
  /** Anybody; pays the rent of a new record. */
  readonly payer: TransactionSigner;
  readonly registry: Address;
  /** Under which the registry trusts the credential and schema. */
  readonly number: number;
}

/**
 * Creates or renews the record of a wallet from its attestation.
 *
 * @example
 * ```ts
 * const credential = address("22zoJMtdu4tQc2PzL74ZUT7FrwgB1Udec8DdW4yw4BdG");
 * const schema = address("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
 * const instruction = await importAttestation({ payer, registry, number: 1, credential, schema, wallet: alice });
 * ```
 */
export async function importAttestation(details: AttestationToImport): Promise<Instruction> {
  const { payer, registry, number, credential, wallet } = details;
  const [trustedCredential] = await findTrustedCredentialPda({ registry, number });
  const attestation = await findAttestation(details);
  return getImportAttestationInstructionAsync({ payer, registry, trustedCredential, credential, attestation, wallet });
}

/**
 * Ends the check of a record whose attestation is revoked, or whose credential is trusted no longer. Reads the
 * record to find out which attestation it rests on.
 *
 * @example
 * ```ts
 * const instruction = await importRevocation(rpc, registry, alice);
 * ```
 */
export async function importRevocation(rpc: Rpc<SolanaRpcApi>, registry: Address, wallet: Address): Promise<Instruction> {
  const [holder] = await findHolderPda({ registry, wallet });
  const record = await fetchHolder(rpc, holder, { commitment: "confirmed" });
  const [trustedCredential] = await findTrustedCredentialPda({ registry, number: record.data.origin });
  const trusted = await fetchMaybeTrustedCredential(rpc, trustedCredential, { commitment: "confirmed" });
  // Without the trust, the program asks for no attestation.
  const attestation = trusted.exists ? await findAttestation({ ...trusted.data, wallet }) : NO_ADDRESS;
  return getImportRevocationInstructionAsync({ registry, trustedCredential, attestation, holder });
}
