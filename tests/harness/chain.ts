/** What stories and the demo do with a validator: send, fund, read the clock and read balances. */
import { type Receipt, type SendOptions, sendAndConfirm } from "@scrip/client";
import {
  type Address,
  type Instruction,
  type KeyPairSigner,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  createSolanaRpc,
  generateKeyPairSigner,
} from "@solana/kit";
import { fetchToken } from "@solana-program/token-2022";
import { airdrop } from "./airdrop.ts";
import { chainTime } from "./clock.ts";
import { amountToUiAmount, parsedUiAmount } from "./ui-amount.ts";

export interface TokenBalance {
  readonly raw: bigint;
  /** Shares, as decimal text: what Token-2022 makes of the raw units now. */
  readonly ui: string;
}

export interface Chain {
  readonly rpc: Rpc<SolanaRpcApi>;
  /** Sends the instructions in one transaction and waits; a refusal is thrown as a `TransactionFailedError`. */
  send(feePayer: TransactionSigner, instructions: readonly Instruction[], options?: SendOptions): Promise<Receipt>;
  /** Makes a key with money on it. Default 10 SOL, in lamports. */
  newWallet(lamports?: bigint): Promise<KeyPairSigner>;
  /** The chain's time in Unix seconds. */
  now(): Promise<bigint>;
  tokenBalance(tokenAccount: Address): Promise<TokenBalance>;
  /** What the node's own parser says of a token account; see ui-amount.ts for where Surfpool is behind. */
  parsedUiAmount(tokenAccount: Address): Promise<string>;
  /** What Token-2022 makes of a raw amount, as decimal text. */
  uiAmount(mint: Address, amount: bigint): Promise<string>;
}

const TEN_SOL = 10_000_000_000n;

export function connect(rpcUrl: string): Chain {
  const rpc = createSolanaRpc(rpcUrl);
  const newWallet = async (lamports = TEN_SOL) => {
    const wallet = await generateKeyPairSigner();
    await airdrop(rpc, wallet.address, lamports);
    return wallet;
  };
  // Even a simulation needs a fee payer that could pay.
  let reader: Promise<KeyPairSigner> | undefined;
  const uiAmount = async (mint: Address, amount: bigint) => {
    reader ??= newWallet();
    return amountToUiAmount(rpc, (await reader).address, mint, amount);
  };
  return {
    rpc,
    send: (feePayer, instructions, options) => sendAndConfirm(rpc, feePayer, instructions, options),
    newWallet,
    now: async () => (await chainTime(rpc)).unixTimestamp,
    tokenBalance: async (tokenAccount) => {
      const { data } = await fetchToken(rpc, tokenAccount, { commitment: "confirmed" });
      return { raw: data.amount, ui: await uiAmount(data.mint, data.amount) };
    },
    parsedUiAmount: (tokenAccount) => parsedUiAmount(rpc, tokenAccount),
    uiAmount,
  };
}
