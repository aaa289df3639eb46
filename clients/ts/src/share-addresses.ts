/** The addresses around a share, which most instructions of the issuer program name. */
import type { Address, Rpc, SolanaRpcApi } from "@solana/kit";
import { fetchAsset } from "./generated/issuer/accounts/index.ts";
import { findAssetPda } from "./generated/issuer/pdas/index.ts";
import { fetchPolicy } from "./generated/transferHook/accounts/index.ts";

export interface ShareAddresses {
  readonly mint: Address;
  readonly asset: Address;
  readonly policy: Address;
  readonly issuer: Address;
  /** Where the holders' records are. */
  readonly registry: Address;
}

/**
 * None of them ever changes, so an application reads them once.
 *
 * @example
 * ```ts
 * const share = await fetchShareAddresses(rpc, mint);
 * const record = await transferHook.findHolderPda({ registry: share.registry, wallet: alice });
 * ```
 */
export async function fetchShareAddresses(rpc: Rpc<SolanaRpcApi>, mint: Address): Promise<ShareAddresses> {
  const [asset] = await findAssetPda({ mint });
  const { policy, issuer } = (await fetchAsset(rpc, asset, { commitment: "confirmed" })).data;
  const { registry } = (await fetchPolicy(rpc, policy, { commitment: "confirmed" })).data;
  return { mint, asset, policy, issuer, registry };
}
