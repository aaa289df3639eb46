/** Who is connected: one account of one wallet, remembered by its name for the next visit. */
import type { Address, TransactionSigner } from "@solana/kit";
import type { WalletAccount } from "@wallet-standard/base";
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useConsole } from "../context.ts";
import { keep, kept } from "../kept.ts";
import { type SigningWallet, WrongNetworkError, signerOf, useWallets } from "./standard.ts";

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
  /**
   * Asks the wallet for its accounts, and takes the one with this address or the first. Throws if the person declines,
   * or if the wallet has none for this network.
   */
  connect(wallet: SigningWallet, address?: string): Promise<void>;
  disconnect(): void;
}

interface Chosen {
  readonly wallet: SigningWallet;
  readonly account: WalletAccount;
}

const WalletContext = createContext<WalletState | undefined>(undefined);

/** What is remembered: a wallet's name and an address. */
const REMEMBERED = "scrip.wallet";

export function WalletProvider({ children }: { readonly children: ReactNode }) {
  const { config } = useConsole();
  const wallets = useWallets();
  const [chosen, setChosen] = useState<Chosen>();
  const chain = `solana:${config.cluster}` as const;
  const connect = useCallback(
    async (wallet: SigningWallet, address?: string, silent?: boolean) => {
      await wallet.features["standard:connect"].connect(silent ? { silent } : undefined);
      const usable = wallet.accounts.filter(({ chains }) => chains.includes(chain));
      const account = usable.find((candidate) => candidate.address === address) ?? (silent ? undefined : usable[0]);
      if (account) {
        // Whom the person has connected meanwhile is not replaced by whom they had before.
        setChosen((before) => (silent && before) || { wallet, account });
        keep(REMEMBERED, JSON.stringify([wallet.name, account.address]));
      } else if (!silent) {
        const none = new Error(`${wallet.name} has shown no account: choose one there, and connect again`);
        throw wallet.accounts.length > 0 ? new WrongNetworkError(wallet.name, chain) : none;
      }
    },
    [chain],
  );
  const disconnect = useCallback(() => {
    setChosen(undefined);
    keep(REMEMBERED, undefined);
  }, []);
  useEffect(() => {
    const [name, address] = remembered();
    const wallet = wallets.find((candidate) => candidate.name === name);
    if (wallet && !chosen) {
      // Who has withdrawn the page's permission is asked again when they connect.
      connect(wallet, address, true).catch(() => undefined);
    }
  }, [wallets, chosen, connect]);
  useEffect(() => {
    // The person has chosen another account in the wallet, or withdrawn the permission: the page follows.
    setChosen((before) => before && following(before, chain));
  }, [wallets, chain]);
  const state = useMemo((): WalletState => {
    const connected = chosen && {
      wallet: chosen.wallet,
      address: chosen.account.address as Address,
      label: chosen.account.label,
      signer: signerOf(chosen.wallet, chosen.account, chain),
    };
    return { wallets, connected, connect: (wallet, address) => connect(wallet, address), disconnect };
  }, [wallets, chosen, connect, disconnect, chain]);
  return <WalletContext value={state}>{children}</WalletContext>;
}

export function useWallet(): WalletState {
  const state = useContext(WalletContext);
  if (!state) {
    throw new Error("useWallet is called outside of WalletProvider");
  }
  return state;
}

/** The same account while the wallet offers it, else its first, else none. */
function following(before: Chosen, chain: string): Chosen | undefined {
  const usable = before.wallet.accounts.filter(({ chains }) => (chains as readonly string[]).includes(chain));
  const account = usable.find(({ address }) => address === before.account.address) ?? usable[0];
  return account === before.account ? before : account && { ...before, account };
}

function remembered(): readonly [name?: string, address?: string] {
  try {
    return JSON.parse(kept(REMEMBERED) ?? "[]") as [string, string];
  } catch {
    return [];
  }
}
