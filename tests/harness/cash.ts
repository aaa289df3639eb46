/** Tokens that shares are paid with, of Token or of Token-2022; each function is one transaction. */
import { type PaymentToken, type Receipt, TOKEN_2022, associatedToken, changeSetting, issuer } from "@scrip/client";
import { type Address, type KeyPairSigner, address, generateKeyPairSigner } from "@solana/kit";
import { getCreateAccountInstruction } from "@solana-program/system";
import {
  fetchMaybeToken,
  getCreateAssociatedTokenIdempotentInstructionAsync,
  getInitializeMint2Instruction,
  getMintSize,
  getMintToInstruction,
} from "@solana-program/token-2022";
import type { Chain } from "./chain.ts";
import type { Market } from "./market.ts";
import { REFERENCE, type Share } from "./share.ts";

/** The classic token program. */
export const TOKEN = address("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
export { TOKEN_2022 };

export interface Cash extends PaymentToken {
  /** Issues it. */
  readonly bank: KeyPairSigner;
}

/** Decimals of every payment token in the stories, as dollar stablecoins have them. */
const CASH_DECIMALS = 6;
/** Base units of one dollar. */
export const DOLLAR = 10n ** BigInt(CASH_DECIMALS);

export async function newCash({ chain, payer }: Market, program: Address): Promise<Cash> {
  const [mint, bank] = await Promise.all([generateKeyPairSigner(), generateKeyPairSigner()]);
  const space = getMintSize();
  const lamports = await chain.rpc.getMinimumBalanceForRentExemption(BigInt(space)).send();
  const create = getCreateAccountInstruction({ payer, newAccount: mint, lamports, space, programAddress: program });
  const terms = { mint: mint.address, decimals: CASH_DECIMALS, mintAuthority: bank.address };
  await chain.send(payer, [create, getInitializeMint2Instruction(terms, { programAddress: program })]);
  return { mint: mint.address, program, bank };
}

/** Opens the wallet's account and puts money on it. */
export async function fund({ chain, payer }: Market, cash: Cash, owner: Address, amount: bigint): Promise<Receipt> {
  const { mint, program, bank } = cash;
  const open = await getCreateAssociatedTokenIdempotentInstructionAsync({ payer, owner, mint, tokenProgram: program });
  const token = await associatedToken(owner, cash);
  const give = getMintToInstruction({ mint, token, mintAuthority: bank, amount }, { programAddress: program });
  return chain.send(payer, [open, give]);
}

/** What a wallet has; nothing if it has no account. */
export async function cashOf(chain: Chain, cash: Cash, owner: Address): Promise<bigint> {
  const account = await fetchMaybeToken(chain.rpc, await associatedToken(owner, cash), { commitment: "confirmed" });
  return account.exists ? account.data.amount : 0n;
}

/** From now on the share is paid with this token; the treasury's account is opened as well. */
export async function accept(share: Share, { mint: paymentMint, program }: PaymentToken): Promise<Receipt> {
  const { market, asset, mint, issuer: issuerAddress } = share;
  const { chain, payer, admin } = market;
  const add = await issuer.getAddPaymentMintInstructionAsync({ admin, payer, issuer: issuerAddress, asset, paymentMint });
  const setting = { __kind: "PaymentMint", mint: paymentMint, accepted: true } as const;
  const allow = await changeSetting({ admin, payer, issuer: issuerAddress, mint, change: setting, reference: REFERENCE });
  const treasury = { payer, owner: admin.address, mint: paymentMint, tokenProgram: program };
  return chain.send(payer, [add, allow, await getCreateAssociatedTokenIdempotentInstructionAsync(treasury)]);
}
