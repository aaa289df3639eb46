/** Token accounts, of the shares and of what is paid with. */
import {
  type Address,
  type Rpc,
  type SolanaRpcApi,
  address,
  assertAccountExists,
  fetchEncodedAccount,
  getAddressEncoder,
  getProgramDerivedAddress,
} from "@solana/kit";

export const TOKEN_2022 = address("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
const ASSOCIATED_TOKEN = address("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");

/** A token to pay with. */
export interface PaymentToken {
  readonly mint: Address;
  /** Token or Token-2022. */
  readonly program: Address;
}

/** Finds out which program a token belongs to. */
export async function fetchPaymentToken(rpc: Rpc<SolanaRpcApi>, mint: Address): Promise<PaymentToken> {
  const account = await fetchEncodedAccount(rpc, mint, { commitment: "confirmed" });
  assertAccountExists(account);
  return { mint, program: account.programAddress };
}

/** The token account that wallets open by default. */
export async function associatedToken(owner: Address, { mint, program }: PaymentToken): Promise<Address> {
  const [account] = await getProgramDerivedAddress({
    programAddress: ASSOCIATED_TOKEN,
    seeds: [owner, program, mint].map((seed) => getAddressEncoder().encode(seed)),
  });
  return account;
}

/** The same for a share. */
export function shareAccount(owner: Address, mint: Address): Promise<Address> {
  return associatedToken(owner, { mint, program: TOKEN_2022 });
}
