/**
 * A wallet that the page holds itself, for a local network: its keys are in the page's configuration, for everybody to
 * read. Builds for other networks do not have this file in them.
 */
import { type SolanaSignTransactionInput, SolanaSignTransaction } from "@solana/wallet-standard-features";
import { createKeyPairSignerFromBytes, getBase58Encoder, getTransactionDecoder, getTransactionEncoder } from "@solana/kit";
import { getWallets } from "@wallet-standard/app";
import type { LocalWallet } from "../config.ts";

const ICON = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=";
const CHAIN = "solana:localnet";

export async function registerBurner(wallets: readonly LocalWallet[]): Promise<void> {
  const keys = await Promise.all(wallets.map(({ secretKey }) => createKeyPairSignerFromBytes(new Uint8Array(secretKey))));
  const accounts = keys.map(({ address }, index) => ({
    address,
    publicKey: new Uint8Array(getBase58Encoder().encode(address)),
    chains: [CHAIN] as const,
    features: [SolanaSignTransaction] as const,
    label: wallets[index]?.name,
  }));
  const sign = async ({ account, transaction }: SolanaSignTransactionInput) => {
    const key = keys.find(({ address }) => address === account.address);
    if (!key) {
      throw new Error(`this page has no key of ${account.address}`);
    }
    const decoded = getTransactionDecoder().decode(transaction);
    const [signatures] = await key.signTransactions([decoded as never]);
    const signed = { ...decoded, signatures: { ...decoded.signatures, ...signatures } };
    return { signedTransaction: new Uint8Array(getTransactionEncoder().encode(signed)) };
  };
  getWallets().register({
    version: "1.0.0",
    name: "Local keys",
    icon: ICON,
    chains: [CHAIN],
    accounts,
    features: {
      "standard:connect": { version: "1.0.0", connect: async () => ({ accounts }) },
      "standard:events": { version: "1.0.0", on: () => () => undefined },
      [SolanaSignTransaction]: {
        version: "1.0.0",
        supportedTransactionVersions: ["legacy", 0],
        signTransaction: (...inputs: SolanaSignTransactionInput[]) => Promise.all(inputs.map(sign)),
      },
    },
  });
}
