/** What a transfer depends on in a token account, from its bytes. */
import { type Address, type ReadonlyUint8Array, getAddressDecoder, getU64Decoder } from "@solana/kit";
import { TOKEN_2022 } from "./tokens.ts";

export interface TokenAccount {
  readonly mint: Address;
  readonly owner: Address;
  /** Raw units. */
  readonly amount: bigint;
  readonly delegate?: Address;
  /** Raw units that the delegate may still move. */
  readonly delegatedAmount: bigint;
  readonly frozen: boolean;
}

/** Where Token-2022 keeps each; the layout is the one of the first token program. */
const OWNER = 32;
const AMOUNT = 64;
const HAS_DELEGATE = 72;
const DELEGATE = 76;
const STATE = 108;
const DELEGATED_AMOUNT = 121;
const LENGTH = 165;

/** Follows the 165 bytes where there are extensions, and tells accounts from mints. */
const IS_ACCOUNT = 2;
const FROZEN = 2;

/** `undefined` for what is no token account of Token-2022. */
export function readTokenAccount(program: Address, data: ReadonlyUint8Array): TokenAccount | undefined {
  const initialised = data[STATE] !== undefined && data[STATE] !== 0;
  const sized = data.length === LENGTH || (data.length > LENGTH && data[LENGTH] === IS_ACCOUNT);
  if (program !== TOKEN_2022 || !initialised || !sized) {
    return undefined;
  }
  const [address, u64] = [getAddressDecoder(), getU64Decoder()];
  return {
    mint: address.decode(data),
    owner: address.decode(data, OWNER),
    amount: u64.decode(data, AMOUNT),
    delegate: data[HAS_DELEGATE] ? address.decode(data, DELEGATE) : undefined,
    delegatedAmount: u64.decode(data, DELEGATED_AMOUNT),
    frozen: data[STATE] === FROZEN,
  };
}
