/**
 * A wallet that does what wallets do on bad days: declines, fails, has accounts of another network, changes its
 * accounts while the page is open, or takes its time. Its keys and its moods are the test's.
 */
import { type KeyPairSigner, getAddressEncoder, getBase64Decoder, getBase64Encoder, getTransactionDecoder, getTransactionEncoder } from "@solana/kit";
import type { Page } from "playwright-core";

export interface WalletAccount {
  readonly label: string;
  readonly key: KeyPairSigner;
  /** Default: that of local networks. */
  readonly chain?: string;
}

export interface Moods {
  /** What it says when the page asks for its accounts; `undefined`: nothing, it shows them. */
  refusesToConnect?: string;
  /** What it says instead of signing. */
  refusesToSign?: string;
  /** While the person makes up their mind. */
  beforeSigning?: () => Promise<void>;
  /** With the signed transaction, base64, before the page gets it. */
  afterSigning?: (wire: string) => Promise<void>;
}

export interface WaywardWallet {
  readonly moods: Moods;
  /** How many transactions it was asked to sign. */
  readonly asked: () => number;
  /** From now on it has these accounts, and says so. */
  change(accounts: readonly WalletAccount[]): Promise<void>;
}

export const WALLET = "Wayward";
const EVENT = "wayward-change";

interface Shown {
  readonly label: string;
  readonly address: string;
  readonly publicKey: readonly number[];
  readonly chain: string;
}

/** Puts the wallet into the page before it loads. */
export async function installWallet(page: Page, accounts: readonly WalletAccount[], moods: Moods = {}): Promise<WaywardWallet> {
  const keys = new Map(accounts.map(({ key }) => [key.address as string, key]));
  let asked = 0;
  await page.exposeFunction("waywardConnect", () => {
    if (moods.refusesToConnect) {
      throw new Error(moods.refusesToConnect);
    }
  });
  await page.exposeFunction("waywardSign", async (address: string, wire: string): Promise<string> => {
    asked += 1;
    await moods.beforeSigning?.();
    const key = keys.get(address);
    if (moods.refusesToSign || !key) {
      throw new Error(moods.refusesToSign ?? "no such key");
    }
    const transaction = getTransactionDecoder().decode(getBase64Encoder().encode(wire));
    const [signatures] = await key.signTransactions([transaction as never]);
    const signed = getBase64Decoder().decode(getTransactionEncoder().encode({ ...transaction, signatures: { ...transaction.signatures, ...signatures } }));
    await moods.afterSigning?.(signed);
    return signed;
  });
  await page.addInitScript(announce, { name: WALLET, event: EVENT, shown: accounts.map(show) });
  const change = async (next: readonly WalletAccount[]) => {
    next.forEach(({ key }) => keys.set(key.address, key));
    await page.evaluate(([event, detail]) => void dispatchEvent(new CustomEvent(event, { detail })), [EVENT, next.map(show)] as const);
  };
  return { moods, asked: () => asked, change };
}

function show({ label, key, chain = "solana:localnet" }: WalletAccount): Shown {
  return { label, address: key.address, publicKey: [...getAddressEncoder().encode(key.address)], chain };
}

/** Runs in the page. */
function announce({ name, event, shown }: { readonly name: string; readonly event: string; readonly shown: readonly Shown[] }): void {
  const { waywardConnect, waywardSign } = window as unknown as {
    waywardConnect(): Promise<void>;
    waywardSign(address: string, wire: string): Promise<string>;
  };
  const listeners = new Set<() => void>();
  const accountsOf = (list: readonly Shown[]) =>
    list.map(({ label, address, publicKey, chain }) => ({ label, address, publicKey: new Uint8Array(publicKey), chains: [chain], features: ["solana:signTransaction"] }));
  const signOne = async ({ account, transaction }: { account: { address: string }; transaction: Uint8Array }) => {
    const signed = await waywardSign(account.address, btoa(String.fromCharCode(...transaction)));
    return { signedTransaction: Uint8Array.from(atob(signed), (character) => character.charCodeAt(0)) };
  };
  const wallet = {
    version: "1.0.0",
    name,
    icon: "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
    chains: ["solana:localnet"],
    accounts: accountsOf(shown),
    features: {
      "standard:connect": {
        version: "1.0.0",
        connect: async (input?: { silent?: boolean }) => {
          if (!input?.silent) {
            await waywardConnect();
          }
          return { accounts: wallet.accounts };
        },
      },
      "standard:events": {
        version: "1.0.0",
        on: (_: string, listener: () => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      "solana:signTransaction": {
        version: "1.0.0",
        supportedTransactionVersions: ["legacy", 0],
        signTransaction: (...inputs: Parameters<typeof signOne>[0][]) => Promise.all(inputs.map(signOne)),
      },
    },
  };
  addEventListener(event, ((changed: CustomEvent<readonly Shown[]>) => {
    wallet.accounts = accountsOf(changed.detail);
    [...listeners].forEach((listener) => listener());
  }) as EventListener);
  const register = (api: { register(wallet: unknown): void }) => api.register(wallet);
  addEventListener("wallet-standard:app-ready", ((ready: CustomEvent) => register(ready.detail)) as EventListener);
  dispatchEvent(new CustomEvent("wallet-standard:register-wallet", { detail: register }));
}
