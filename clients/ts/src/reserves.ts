/** Supply against what custodians attest. */
import {
  type AccountMeta,
  type Address,
  type ReadonlyUint8Array,
  type Rpc,
  type SolanaRpcApi,
  AccountRole,
  getAddressEncoder,
} from "@solana/kit";
import type { Asset } from "./generated/issuer/accounts/index.ts";
import { getReserveStatusInstruction } from "./generated/issuer/instructions/index.ts";
import { findAttestationPda, findCustodianPda } from "./generated/issuer/pdas/index.ts";
import { type ReserveStatus, getReserveStatusDecoder } from "./generated/issuer/types/index.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { simulateReturnData } from "./simulate.ts";

/**
 * How many changes of the multiplier a custodian must have seen to attest now, unix seconds on the chain's clock.
 *
 * @example
 * ```ts
 * const attested = changesInForce(asset, now); // what an attestation of now must name
 * ```
 */
export function changesInForce(asset: Pick<Asset, "multiplierChanges" | "multiplierEffectiveAt">, now: bigint): number {
  return now < asset.multiplierEffectiveAt ? asset.multiplierChanges - 1 : asset.multiplierChanges;
}

/**
 * The custodians' accounts as the program wants them: in pairs, in ascending order of the keys' bytes.
 *
 * @example
 * ```ts
 * const accounts = await custodyAccounts(share, [custodian]);
 * ```
 */
export async function custodyAccounts(
  { issuer, asset }: Pick<ShareAddresses, "issuer" | "asset">,
  custodians: readonly Address[] = [],
): Promise<AccountMeta[]> {
  const pairs = await Promise.all(
    byKey(custodians).map(async (key) => {
      const [custodian] = await findCustodianPda({ issuer, key });
      const [attestation] = await findAttestationPda({ asset, custodian: key });
      return [custodian, attestation];
    }),
  );
  return pairs.flat().map((address) => ({ address, role: AccountRole.READONLY }));
}

/** Sorts by the keys' bytes, which is not the order of their base-58 texts. */
function byKey(keys: readonly Address[]): Address[] {
  const bytes = new Map(keys.map((key) => [key, getAddressEncoder().encode(key)]));
  return [...keys].sort((left, right) => compareBytes(bytes.get(left) ?? [], bytes.get(right) ?? []));
}

function compareBytes(left: ArrayLike<number>, right: ArrayLike<number>): number {
  for (let index = 0; index < left.length; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/**
 * Asks the program how supply and reserves stand now, by simulation.
 *
 * @param feePayer any funded account; it signs and pays nothing.
 * @param custodians keys of the custodians to count.
 *
 * @example
 * ```ts
 * const status = await reserveStatus(rpc, payer.address, share, [custodian]);
 * ```
 */
export async function reserveStatus(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: Address,
  share: Pick<ShareAddresses, "issuer" | "asset" | "mint">,
  custodians: readonly Address[],
): Promise<ReserveStatus> {
  const { asset, mint } = share;
  const instruction = getReserveStatusInstruction({ asset, mint });
  const custody = await custodyAccounts(share, custodians);
  const answer = await simulateReturnData(rpc, feePayer, { ...instruction, accounts: [...instruction.accounts, ...custody] });
  return decodeReserveStatus(answer);
}

/**
 * Decodes what `reserve_status` returns. Nodes cut trailing zeros off, so a short answer is filled up.
 *
 * @example
 * ```ts
 * const question = withAccounts(issuer.getReserveStatusInstruction(share), await custodyAccounts(share, [custodian]));
 * const status = decodeReserveStatus(await simulateReturnData(rpc, payer.address, question));
 * ```
 */
export function decodeReserveStatus(answer: ReadonlyUint8Array): ReserveStatus {
  const decoder = getReserveStatusDecoder();
  const whole = new Uint8Array(decoder.fixedSize);
  whole.set(answer);
  return decoder.decode(whole);
}
