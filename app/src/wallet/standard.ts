/** Wallets of the Wallet Standard that can sign Solana transactions, as signers of `@solana/kit`. */
import {
  type SolanaSignTransactionFeature,
  SolanaSignTransaction,
} from "@solana/wallet-standard-features";
import {
  type Address,
  type Transaction,
  type TransactionModifyingSigner,
  address,
  getTransactionDecoder,
  getTransactionEncoder,
} from "@solana/kit";
import { getWallets } from "@wallet-standard/app";
import type { IdentifierString, Wallet, WalletAccount } from "@wallet-standard/base";
import { useSyncExternalStore } from "react";

export type SigningWallet = Wallet & {
  readonly features: SolanaSignTransactionFeature & {
    readonly "standard:connect": { connect(input?: { silent?: boolean }): Promise<{ accounts: readonly WalletAccount[] }> };
    /** Tells when the person has chosen other accounts in the wallet, or has withdrawn the page's permission. */
    readonly "standard:events"?: { on(event: "change", listener: () => void): () => void };
  };
};

/** Sends nothing itself: what was signed is sent to the configured node, and resent by its signature. */
function canSign(wallet: Wallet): wallet is SigningWallet {
  const features = Object.keys(wallet.features);
  return features.includes(SolanaSignTransaction) && features.includes("standard:connect");
}

let known: readonly SigningWallet[] | undefined;

/** The wallets that have announced themselves to this page so far; another list whenever one of them has changed. */
export function useWallets(): readonly SigningWallet[] {
  return useSyncExternalStore(subscribe, found);
}

function found(): readonly SigningWallet[] {
  known ??= getWallets().get().filter(canSign);
  return known;
}

function subscribe(listener: () => void): () => void {
  const { on } = getWallets();
  let ends: (() => void)[] = [];
  const watch = () => {
    ends = found().flatMap(({ features }) => features["standard:events"]?.on("change", changed) ?? []);
  };
  const changed = () => {
    known = undefined;
    ends.forEach((end) => end());
    watch();
    listener();
  };
  const registered = [on("register", changed), on("unregister", changed)];
  watch();
  return () => [...registered, ...ends].forEach((end) => end());
}

/** The wallet has no account for the network of this console: it would sign for another one, or not at all. */
export class WrongNetworkError extends Error {
  override readonly name = "WrongNetworkError";

  constructor(wallet: string, chain: IdentifierString) {
    const network = chain.replace("solana:", "Solana ");
    super(`${wallet} offers no account for ${network}: choose that network in the wallet's settings, or another wallet`);
  }
}

export function signerOf(wallet: SigningWallet, account: WalletAccount, chain: IdentifierString): TransactionModifyingSigner<Address> {
  return {
    address: address(account.address),
    async modifyAndSignTransactions(transactions) {
      const inputs = transactions.map((transaction) => ({
        account,
        chain,
        transaction: new Uint8Array(getTransactionEncoder().encode(transaction as Transaction)),
      }));
      const outputs = await wallet.features[SolanaSignTransaction].signTransaction(...inputs);
      return transactions.map((transaction, index) => {
        const output = outputs[index];
        if (!output) {
          throw new Error(`${wallet.name} returned ${outputs.length} of ${inputs.length} signed transactions`);
        }
        // How long it is valid is known here and not in the bytes.
        return { ...transaction, ...getTransactionDecoder().decode(output.signedTransaction) } as never;
      });
    },
  };
}

/** Whether an error says that the person declined: wallets have a code for it, or at least the word. */
export function isDeclined(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === 4001 || (typeof message === "string" && /reject|declin|denied|cancel/i.test(message));
}
