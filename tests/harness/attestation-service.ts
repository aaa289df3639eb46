/**
 * Accounts of the Solana Attestation Service, byte for byte as the service writes them. Its program is not there, so
 * Surfpool puts them in place; the programs of Scrip only ever read them.
 */
import { ATTESTATION_SERVICE, findAttestation } from "@scrip/client";
import {
  type Address,
  type ReadonlyUint8Array,
  addEncoderSizePrefix,
  fixEncoderSize,
  getAddressEncoder,
  getArrayEncoder,
  getBytesEncoder,
  getI64Encoder,
  getStructEncoder,
  getU16Encoder,
  getU32Encoder,
  getU8Encoder,
  getUtf8Encoder,
} from "@solana/kit";
import { setAccount } from "./set-account.ts";

const SYSTEM: Address = "11111111111111111111111111111111" as Address;

const prefixedBytes = addEncoderSizePrefix(getBytesEncoder(), getU32Encoder());
const credentialEncoder = getStructEncoder([
  ["tag", getU8Encoder()],
  ["authority", getAddressEncoder()],
  ["name", addEncoderSizePrefix(getUtf8Encoder(), getU32Encoder())],
  ["signers", getArrayEncoder(getAddressEncoder())],
]);
const attestationEncoder = getStructEncoder([
  ["tag", getU8Encoder()],
  ["nonce", getAddressEncoder()],
  ["credential", getAddressEncoder()],
  ["schema", getAddressEncoder()],
  ["data", prefixedBytes],
  ["signer", getAddressEncoder()],
  ["expiry", getI64Encoder()],
  ["tokenAccount", getAddressEncoder()],
]);
/** The fields of the schema that Scrip reads. */
const factsEncoder = getStructEncoder([
  ["jurisdiction", getU16Encoder()],
  ["investorClasses", getU8Encoder()],
  ["identity", fixEncoderSize(getBytesEncoder(), 16)],
]);

export interface Attester {
  readonly credential: Address;
  readonly schema: Address;
  /** The credential's only authorised signer. */
  readonly signer: Address;
}

export interface AttestedFacts {
  readonly jurisdiction: number;
  readonly investorClasses: number;
  readonly identity: ReadonlyUint8Array;
}

export async function writeCredential(rpcUrl: string, { credential, signer }: Attester): Promise<void> {
  const data = credentialEncoder.encode({ tag: 0, authority: signer, name: "registrar of record", signers: [signer] });
  await setAccount(rpcUrl, credential, ATTESTATION_SERVICE, data);
}

/** `expiry` in unix seconds. */
export async function attest(rpcUrl: string, attester: Attester, wallet: Address, facts: AttestedFacts, expiry: bigint): Promise<void> {
  const data = factsEncoder.encode(facts);
  const attestation = { ...attester, tag: 2, nonce: wallet, data, expiry, tokenAccount: SYSTEM };
  const address = await findAttestation({ ...attester, wallet });
  await setAccount(rpcUrl, address, ATTESTATION_SERVICE, attestationEncoder.encode(attestation));
}

/** The service revokes by closing the account. */
export async function revokeAttestation(rpcUrl: string, attester: Attester, wallet: Address): Promise<void> {
  await setAccount(rpcUrl, await findAttestation({ ...attester, wallet }), SYSTEM, new Uint8Array());
}
