/** Who is connected: one account of one wallet, remembered by its name for the next visit. */
import type { Address, TransactionSigner } from "@solana/kit";
import type { WalletAccount } from "@wallet-standard/base";
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useConsole } from "../context.ts";
import { type SigningWallet, signerOf, useWallets } from "./standard.ts";

export interface Connected {
  readonly wallet: SigningWallet;
  readonly address: Address;
  /** As the wallet names the account, if it does. */
  readonly label?: string;
  readonly signer: TransactionSigner;
}

interface WalletState {
  readonly wallets: readonly SigningWallet[];
  readonly connected?: Connected;
  /** Asks the wallet for its accounts, and takes the one with this address or the first. Throws if the person declines. */
  connect(wallet: SigningWallet, address?: string): Promise<void>;
  disconnect(): void;
}

const WalletContext = createContext<WalletState | undefined>(undefined);

/** What is remembered: a wallet's name and an address. */
const REMEMBERED = "scrip.wallet";

export function WalletProvider({ children }: { readonly children: ReactNode }) {
  const { config } = useConsole();
  const wallets = useWallets();
  const [chosen, setChosen] = useState<{ wallet: SigningWallet; account: WalletAccount }>();
  const connect = useCallback(async (wallet: SigningWallet, address?: string, silent?: boolean) => {
    await wallet.features["standard:connect"].connect(silent ? { silent } : undefined);
    const account = wallet.accounts.find((candidate) => candidate.address === address) ?? (silent ? undefined : wallet.accounts[0]);
    if (account) {
      setChosen({ wallet, account });
      localStorage.setItem(REMEMBERED, JSON.stringify([wallet.name, account.address]));
    }
  }, []);
  const disconnect = useCallback(() => {
    setChosen(undefined);
    localStorage.removeItem(REMEMBERED);
  }, []);
  useEffect(() => {
    const [name, address] = remembered();
    const wallet = wallets.find((candidate) => candidate.name === name);
    if (wallet && !chosen) {
      // Who has withdrawn the page's permission is asked again when they connect.
      connect(wallet, address, true).catch(() => undefined);
    }
  }, [wallets, chosen, connect]);
  const state = useMemo((): WalletState => {
    const connected = chosen && {
      wallet: chosen.wallet,
      address: chosen.account.address as Address,
      label: chosen.account.label,
      signer: signerOf(chosen.wallet, chosen.account, `solana:${config.cluster}`),
    };
    return { wallets, connected, connect: (wallet, address) => connect(wallet, address), disconnect };
  }, [wallets, chosen, connect, disconnect, config]);
  return <WalletContext value={state}>{children}</WalletContext>;
}

export function useWallet(): WalletState {
  const state = useContext(WalletContext);
  if (!state) {
    throw new Error("useWallet is called outside of WalletProvider");
  }
  return state;
}

function remembered(): readonly [name?: string, address?: string] {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED) ?? "[]") as [string, string];
  } catch {
    return [];
  }
}
