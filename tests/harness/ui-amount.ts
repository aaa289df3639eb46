/**
 * Amounts as people see them: raw units × multiplier ÷ 10^decimals, as decimal text.
 *
 * Token-2022 itself is asked, by simulation. Of what nodes work out on their own, Surfpool's `jsonParsed` applies the
 * multiplier that was in force when the mint was last written, so it misses a scheduled change that has come into
 * effect since, and its `getTokenAccountBalance` applies none.
 */
import { simulateReturnData } from "@scrip/client";
import { type Address, type Rpc, type SolanaRpcApi, getUtf8Decoder } from "@solana/kit";
import { TOKEN_2022_PROGRAM_ADDRESS, getAmountToUiAmountInstruction } from "@solana-program/token-2022";

/** Reads a token account through the node's own parser, as wallets do. */
export async function parsedUiAmount(rpc: Rpc<SolanaRpcApi>, tokenAccount: Address): Promise<string> {
  const { value } = await rpc.getAccountInfo(tokenAccount, { commitment: "confirmed", encoding: "jsonParsed" }).send();
  if (!value || !("parsed" in value.data)) {
    throw new Error(`${tokenAccount} is not a token account that the node can parse`);
  }
  const { tokenAmount } = value.data.parsed.info as { tokenAmount: { uiAmountString: string } };
  return tokenAmount.uiAmountString;
}

/** Asks Token-2022 by simulating `AmountToUiAmount`. `feePayer` is any funded account; it signs and pays nothing. */
export async function amountToUiAmount(
  rpc: Rpc<SolanaRpcApi>,
  feePayer: Address,
  mint: Address,
  amount: bigint,
): Promise<string> {
  const convert = getAmountToUiAmountInstruction({ mint, amount }, { programAddress: TOKEN_2022_PROGRAM_ADDRESS });
  return getUtf8Decoder().decode(await simulateReturnData(rpc, feePayer, convert));
}
