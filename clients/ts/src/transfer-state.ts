/** Between which accounts shares would move, and how these stand: one call, whatever the caller knows already. */
import {
  type Address,
  type MaybeEncodedAccount,
  type Rpc,
  type SolanaRpcApi,
  fetchEncodedAccounts,
} from "@solana/kit";
import { type Policy, decodePolicy } from "./generated/transferHook/accounts/index.ts";
import { findPolicyPda } from "./generated/transferHook/pdas/index.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { type TokenAccount, readTokenAccount } from "./token-account.ts";
import { shareAccount } from "./tokens.ts";

/**
 * Where shares are: a wallet, which means the token account that wallets open by default; or a token account by its
 * own address, with its owner if that is known.
 */
export type Place = Address | { readonly account: Address; readonly owner?: Address };

/** One end of a transfer. */
export interface End {
  readonly account: Address;
  /** The owner of the account, whose record counts. Of an account that is not there: the account itself. */
  readonly owner: Address;
  /** How the account stands; `undefined` where there is no such token account. */
  readonly state?: TokenAccount;
}

export interface TransferState {
  readonly share: Pick<ShareAddresses, "mint" | "policy" | "registry">;
  readonly policy: Policy;
  readonly source: End;
  readonly destination: End;
}

export function accountOf(place: Place, mint: Address): Promise<Address> | Address {
  return typeof place === "string" ? shareAccount(place, mint) : place.account;
}

/** The owner, if it follows without looking: accounts at their wallet's own address never change hands. */
export function knownOwner(place: Place): Address | undefined {
  return typeof place === "string" ? place : place.owner;
}

/** @throws Error if the mint is not a share of Scrip. */
export async function fetchTransferState(rpc: Rpc<SolanaRpcApi>, mint: Address, from: Place, to: Place): Promise<TransferState> {
  const [policyAddress] = await findPolicyPda({ mint });
  const addresses = [policyAddress, await accountOf(from, mint), await accountOf(to, mint)];
  const [policy, source, destination] = await fetchEncodedAccounts(rpc, addresses, { commitment: "confirmed" });
  if (!policy?.exists || !source || !destination) {
    throw new Error(`${mint} has no policy of Scrip at ${policyAddress}: it is not a share, or of another cluster`);
  }
  const { data } = decodePolicy(policy);
  const share = { mint, policy: policyAddress, registry: data.registry };
  return { share, policy: data, source: endOf(from, source), destination: endOf(to, destination) };
}

function endOf(place: Place, found: MaybeEncodedAccount): End {
  const state = found.exists ? readTokenAccount(found.programAddress, found.data) : undefined;
  return { account: found.address, owner: knownOwner(place) ?? state?.owner ?? found.address, state };
}
