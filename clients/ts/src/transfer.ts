/** Moves shares: Token-2022's `TransferChecked` with the accounts of the hook, of which no wallet has to know. */
import {
  type AccountSignerMeta,
  AccountRole,
  type Address,
  type Instruction,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  address,
  getStructEncoder,
  getU64Encoder,
  getU8Encoder,
  getUtf8Encoder,
} from "@solana/kit";
import { hookAccounts } from "./hook-accounts.ts";
import type { ShareAddresses } from "./share-addresses.ts";
import { TOKEN_2022, openAssociatedToken } from "./tokens.ts";
import { type End, type Place, accountOf, fetchTransferState } from "./transfer-state.ts";
import { SHARE_DECIMALS } from "./vocabulary.ts";

export interface SharesToTransfer {
  readonly mint: Address;
  /** A wallet, or `{ account }` for a token account by its own address. */
  readonly from: Place;
  readonly to: Place;
  /** Raw units. */
  readonly amount: bigint;
  /** Who signs: the owner of the shares or a delegate. */
  readonly authority: TransactionSigner;
  /** Pays for opening the token account of a recipient who is given as a wallet, if it is closed. Left out: it must be open. */
  readonly rentPayer?: TransactionSigner;
  /** Sent along in front; some accounts refuse what comes without a memo. */
  readonly memo?: string;
}

/** The same where no node has to be asked. */
export interface KnownTransfer extends Omit<SharesToTransfer, "mint" | "from" | "to"> {
  readonly share: Pick<ShareAddresses, "mint" | "policy" | "registry">;
  /** A wallet, or a token account with its owner. */
  readonly from: KnownPlace;
  readonly to: KnownPlace;
}

/** A wallet, or a token account with its owner: where no node has to be asked. */
export type KnownPlace = Address | Required<Exclude<Place, Address>>;

/**
 * The instructions that move shares, in this order; after one call to the node.
 *
 * @throws Error if the mint is not a share, or an end is given as an account alone and there is no such account.
 *
 * @example
 * ```ts
 * // 5 raw shares; opens Bob's account if he has none.
 * const instructions = await transferShares(rpc, {
 *   mint,
 *   from: holder.address,
 *   to: bob,
 *   amount: 500_000_000n,
 *   authority: holder,
 *   rentPayer: payer,
 * });
 * await sendAndConfirm(rpc, payer, instructions);
 * ```
 */
export async function transferShares(rpc: Rpc<SolanaRpcApi>, details: SharesToTransfer): Promise<readonly Instruction[]> {
  const { mint, from, to } = details;
  const { share, source, destination } = await fetchTransferState(rpc, mint, from, to);
  requireAccount(from, source);
  requireAccount(to, destination);
  return transferKnown({ ...details, share, from: withOwner(from, source), to: withOwner(to, destination) });
}

/**
 * The same without any call, for callers that keep the share's addresses: see `fetchShareAddresses`.
 *
 * @example
 * ```ts
 * const share = await fetchShareAddresses(rpc, mint); // once; it never changes
 * const instructions = await transferKnown({ share, from: holder.address, to: bob, amount: 500_000_000n, authority: holder });
 * ```
 */
export async function transferKnown(details: KnownTransfer): Promise<readonly Instruction[]> {
  const { share, to, memo, rentPayer } = details;
  const open = rentPayer && typeof to === "string" ? [await openAssociatedToken(rentPayer, to, { mint: share.mint, program: TOKEN_2022 })] : [];
  const note = memo === undefined ? [] : [{ programAddress: MEMO, data: getUtf8Encoder().encode(memo) }];
  return [...open, ...note, await transferChecked(details)];
}

const MEMO = address("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");

/** Token-2022's `TransferChecked`. */
const TRANSFER_CHECKED = 12;

async function transferChecked({ share, from, to, authority, amount }: KnownTransfer): Promise<Instruction> {
  const { mint } = share;
  const [metas, ...records] = await hookAccounts(share, ownerOf(from), ownerOf(to));
  const encoder = getStructEncoder([
    ["instruction", getU8Encoder()],
    ["amount", getU64Encoder()],
    ["decimals", getU8Encoder()],
  ]);
  return {
    programAddress: TOKEN_2022,
    accounts: [
      { address: await accountOf(from, mint), role: AccountRole.WRITABLE },
      { address: mint, role: AccountRole.READONLY },
      { address: await accountOf(to, mint), role: AccountRole.WRITABLE },
      { address: authority.address, role: AccountRole.READONLY_SIGNER, signer: authority } as AccountSignerMeta,
      ...records,
      ...(metas ? [metas] : []),
    ],
    data: encoder.encode({ instruction: TRANSFER_CHECKED, amount, decimals: SHARE_DECIMALS }),
  };
}

function ownerOf(place: KnownPlace): Address {
  return typeof place === "string" ? place : place.owner;
}

/** With the owner that was found. A wallet stays one, so that its account can be opened. */
export function withOwner(place: Place, { account, owner }: End): KnownPlace {
  return typeof place === "string" ? place : { account, owner };
}

function requireAccount(place: Place, { account, state }: End): void {
  if (!state && typeof place !== "string" && !place.owner) {
    throw new Error(`${account} is no token account of Token-2022: name the wallet, or open the account first`);
  }
}
