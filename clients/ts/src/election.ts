/** Choosing cash or shares of a dividend, for all that a holder holds at the record date. */
import {
  type Account,
  type Address,
  type Base58EncodedBytes,
  type Instruction,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  getBase58Decoder,
  getBase64Encoder,
} from "@solana/kit";
import type { Election } from "./action-vocabulary.ts";
import { HOLDER_ELECTION_DISCRIMINATOR, type HolderElection, getHolderElectionDecoder } from "./generated/issuer/accounts/index.ts";
import { getElectInstructionAsync, getWithdrawElectionInstructionAsync } from "./generated/issuer/instructions/index.ts";
import { SCRIP_ISSUER_PROGRAM_ADDRESS } from "./generated/issuer/index.ts";
import { findHolderPda } from "./generated/transferHook/pdas/index.ts";
import type { ShareAddresses } from "./share-addresses.ts";

export interface NewElection {
  readonly share: ShareAddresses;
  readonly action: Address;
  readonly owner: TransactionSigner;
  /** Pays the rent, and gets it back. */
  readonly payer: TransactionSigner;
  readonly choice: Election;
}

/**
 * Chooses. To choose again, withdraw first.
 *
 * @example
 * ```ts
 * const instruction = await elect({ share, action: action.address, owner: holder, payer, choice: Election.Reinvest });
 * ```
 */
export async function elect({ share, action, owner, payer, choice }: NewElection): Promise<Instruction> {
  const { asset, policy, registry } = share;
  const [holder] = await findHolderPda({ registry, wallet: owner.address });
  return getElectInstructionAsync({ owner, payer, asset, policy, holder, action, choice });
}

/**
 * Withdraws an election while holders choose, or gives its rent back when the action is settled or cancelled.
 *
 * @example
 * ```ts
 * const instruction = await withdrawElection(holder, election);
 * ```
 */
export function withdrawElection(owner: TransactionSigner, { address, data }: Account<HolderElection>): Promise<Instruction> {
  return getWithdrawElectionInstructionAsync({ owner, action: data.action, election: address, rentReceiver: data.rentPayer });
}

/** Where the action's address lies in an election's data. */
const ACTION_OFFSET = 11n;

/**
 * What holders chose, by owner, in one call. Whoever is not there gets the action's default.
 *
 * @example
 * ```ts
 * const elections = await fetchElections(rpc, action.address);
 * const reinvests = elections.get(alice) === Election.Reinvest;
 * ```
 */
export async function fetchElections(rpc: Rpc<SolanaRpcApi>, action: Address): Promise<ReadonlyMap<Address, number>> {
  const discriminator = getBase58Decoder().decode(HOLDER_ELECTION_DISCRIMINATOR) as string as Base58EncodedBytes;
  const found = await rpc
    .getProgramAccounts(SCRIP_ISSUER_PROGRAM_ADDRESS, {
      commitment: "confirmed",
      encoding: "base64",
      filters: [
        { memcmp: { offset: 0n, bytes: discriminator, encoding: "base58" } },
        { memcmp: { offset: ACTION_OFFSET, bytes: action as string as Base58EncodedBytes, encoding: "base58" } },
      ],
    })
    .send();
  const elections = found.map(({ account }) => getHolderElectionDecoder().decode(getBase64Encoder().encode(account.data[0])));
  return new Map(elections.map(({ owner, choice }) => [owner, choice]));
}
