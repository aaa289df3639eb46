/**
 * Reads the accounts of Solana's upgradeable loader (loader v3).
 *
 * Layouts, after `UpgradeableLoaderState`: a `u32` variant, then
 * buffer (1): option of the authority, code from byte 37;
 * program (2): address of the program data account;
 * program data (3): `u64` slot, option of the upgrade authority, code from byte 45.
 */
import { LOADER_V3_PROGRAM_ADDRESS } from "@solana-program/loader-v3";
import {
  type Address,
  type ReadonlyUint8Array,
  type Rpc,
  type SolanaRpcApi,
  fetchEncodedAccount,
  getAddressDecoder,
  getAddressEncoder,
  getProgramDerivedAddress,
} from "@solana/kit";

export const BUFFER_HEADER = 37;
export const PROGRAM_SIZE = 36;
export const PROGRAM_DATA_HEADER = 45;

const BUFFER = 1;
const PROGRAM = 2;
const PROGRAM_DATA = 3;

/** Code on chain and who may change it; `authority` is absent once nobody can. */
export interface DeployedCode {
  readonly authority?: Address;
  /** The space reserved for code: an upgrade may use all of it. */
  readonly code: ReadonlyUint8Array;
}

export async function programDataAddress(program: Address): Promise<Address> {
  const [address] = await getProgramDerivedAddress({
    programAddress: LOADER_V3_PROGRAM_ADDRESS,
    seeds: [getAddressEncoder().encode(program)],
  });
  return address;
}

/** Returns the deployed code, or `undefined` when there is no program at the address. */
export async function fetchProgram(rpc: Rpc<SolanaRpcApi>, program: Address): Promise<DeployedCode | undefined> {
  const data = await fetchLoaderAccount(rpc, program, PROGRAM);
  return data && fetchCode(rpc, getAddressDecoder().decode(data, 4), PROGRAM_DATA, PROGRAM_DATA_HEADER);
}

/** Returns a buffer's contents, or `undefined` when there is no buffer at the address. */
export function fetchBuffer(rpc: Rpc<SolanaRpcApi>, buffer: Address): Promise<DeployedCode | undefined> {
  return fetchCode(rpc, buffer, BUFFER, BUFFER_HEADER);
}

async function fetchCode(rpc: Rpc<SolanaRpcApi>, address: Address, variant: number, header: number) {
  const data = await fetchLoaderAccount(rpc, address, variant);
  if (!data) {
    return undefined;
  }
  const hasAuthority = data[header - 33] === 1;
  return {
    authority: hasAuthority ? getAddressDecoder().decode(data, header - 32) : undefined,
    code: data.slice(header),
  };
}

async function fetchLoaderAccount(rpc: Rpc<SolanaRpcApi>, address: Address, variant: number) {
  const account = await fetchEncodedAccount(rpc, address, { commitment: "confirmed" });
  if (!account.exists) {
    return undefined;
  }
  if (account.programAddress !== LOADER_V3_PROGRAM_ADDRESS || account.data[0] !== variant) {
    throw new Error(
      `account ${address} is owned by ${account.programAddress} and starts with byte ${account.data[0]}: ` +
        `expected an account of kind ${variant} of the upgradeable loader ${LOADER_V3_PROGRAM_ADDRESS}`,
    );
  }
  return account.data;
}

/** Deployed code is padded with zeros up to its reserved space. */
export function sameCode(deployed: ReadonlyUint8Array, artefact: Uint8Array): boolean {
  return (
    deployed.length >= artefact.length &&
    Buffer.compare(deployed.subarray(0, artefact.length) as Uint8Array, artefact) === 0 &&
    deployed.subarray(artefact.length).every((byte) => byte === 0)
  );
}
