/** Token accounts, of the shares and of what is paid with. */
import {
  AccountRole,
  type AccountSignerMeta,
  type Address,
  type Instruction,
  type ProgramDerivedAddress,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  address,
  assertAccountExists,
  fetchEncodedAccount,
  getAddressEncoder,
  getProgramDerivedAddress,
} from "@solana/kit";

/**
 * @example
 * ```ts
 * const token = { mint, program: TOKEN_2022 };
 * ```
 */
export const TOKEN_2022 = address("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
const ASSOCIATED_TOKEN = address("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");
export const SYSTEM = address("11111111111111111111111111111111");

/** A token to pay with. */
export interface PaymentToken {
  readonly mint: Address;
  /** Token or Token-2022. */
  readonly program: Address;
}

/**
 * Finds out which program a token belongs to.
 *
 * @example
 * ```ts
 * const token = await fetchPaymentToken(rpc, usdc.mint);
 * ```
 */
export async function fetchPaymentToken(rpc: Rpc<SolanaRpcApi>, mint: Address): Promise<PaymentToken> {
  const account = await fetchEncodedAccount(rpc, mint, { commitment: "confirmed" });
  assertAccountExists(account);
  return { mint, program: account.programAddress };
}

/**
 * The token account that wallets open by default.
 *
 * @example
 * ```ts
 * const account = await associatedToken(alice, usdc);
 * ```
 */
export async function associatedToken(owner: Address, token: PaymentToken): Promise<Address> {
  const [account] = await findAssociatedToken(owner, token);
  return account;
}

/** The same with the bump of its address, which a program can be told instead of looking for it. */
export function findAssociatedToken(owner: Address, { mint, program }: PaymentToken): Promise<ProgramDerivedAddress> {
  return getProgramDerivedAddress({
    programAddress: ASSOCIATED_TOKEN,
    seeds: [owner, program, mint].map((seed) => getAddressEncoder().encode(seed)),
  });
}

/** The associated token program's `CreateIdempotent`. */
const CREATE_IDEMPOTENT = new Uint8Array([1]);

/**
 * Opens the token account that wallets open by default, if it is not open.
 *
 * @example
 * ```ts
 * const instruction = await openAssociatedToken(payer, alice, usdc);
 * ```
 */
export async function openAssociatedToken(payer: TransactionSigner, owner: Address, token: PaymentToken): Promise<Instruction> {
  const read = (account: Address) => ({ address: account, role: AccountRole.READONLY });
  return {
    programAddress: ASSOCIATED_TOKEN,
    accounts: [
      { address: payer.address, role: AccountRole.WRITABLE_SIGNER, signer: payer } as AccountSignerMeta,
      { address: await associatedToken(owner, token), role: AccountRole.WRITABLE },
      ...[owner, token.mint, SYSTEM, token.program].map(read),
    ],
    data: CREATE_IDEMPOTENT,
  };
}

/**
 * The same for a share.
 *
 * @example
 * ```ts
 * const account = await shareAccount(alice, mint);
 * ```
 */
export function shareAccount(owner: Address, mint: Address): Promise<Address> {
  return associatedToken(owner, { mint, program: TOKEN_2022 });
}
