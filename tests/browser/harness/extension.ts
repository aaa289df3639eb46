/**
 * A wallet as browsers have them: an extension that announces itself by the Wallet Standard, asks its person, and signs.
 * The keys stay with the test, outside the page, and the test is the person: it approves, or declines.
 */
import { type KeyPairSigner, getAddressEncoder, getBase64Decoder, getBase64Encoder, getTransactionDecoder, getTransactionEncoder } from "@solana/kit";
import type { Page } from "playwright-core";

export interface Extension {
  /** What the person does when asked to sign. Default: approves. */
  decide(decision: "approve" | "decline"): void;
  /** How often the person was asked: once for all transactions that a page wants signed together. */
  readonly asked: () => number;
  /** How many transactions were signed. */
  readonly signed: () => number;
}

/** Puts the wallet into the page before it loads. */
export async function installExtension(page: Page, accounts: readonly { readonly label: string; readonly key: KeyPairSigner }[]): Promise<Extension> {
  let decision: "approve" | "decline" = "approve";
  let asked = 0;
  let signed = 0;
  await page.exposeFunction("extensionAsk", () => void (asked += 1));
  await page.exposeFunction("extensionSign", async (address: string, wire: string): Promise<string> => {
    const key = accounts.find((account) => account.key.address === address)?.key;
    if (decision === "decline" || !key) {
      throw new Error("User rejected the request");
    }
    const transaction = getTransactionDecoder().decode(getBase64Encoder().encode(wire));
    const [signatures] = await key.signTransactions([transaction as never]);
    signed += 1;
    return getBase64Decoder().decode(getTransactionEncoder().encode({ ...transaction, signatures: { ...transaction.signatures, ...signatures } }));
  });
  const shown = accounts.map(({ label, key }) => ({ label, address: key.address, publicKey: [...getAddressEncoder().encode(key.address)] }));
  await page.addInitScript(announce, shown);
  return { decide: (next) => void (decision = next), asked: () => asked, signed: () => signed };
}

/** Runs in the page. */
function announce(shown: readonly { label: string; address: string; publicKey: number[] }[]): void {
  const { extensionAsk: ask, extensionSign: sign } = window as unknown as {
    extensionAsk(): Promise<void>;
    extensionSign(address: string, wire: string): Promise<string>;
  };
  const chains = ["solana:localnet"];
  const accounts = shown.map(({ publicKey, ...account }) => ({
    ...account,
    publicKey: new Uint8Array(publicKey),
    chains,
    features: ["solana:signTransaction"],
  }));
  const signOne = async ({ account, transaction }: { account: { address: string }; transaction: Uint8Array }) => {
    const signed = await sign(account.address, btoa(String.fromCharCode(...transaction)));
    return { signedTransaction: Uint8Array.from(atob(signed), (character) => character.charCodeAt(0)) };
  };
  const wallet = {
    version: "1.0.0",
    name: "Test extension",
    icon: "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=",
    chains,
    // Like an extension that knows the page: the accounts are shown at once.
    accounts,
    features: {
      "standard:connect": { version: "1.0.0", connect: async () => ({ accounts }) },
      "standard:events": { version: "1.0.0", on: () => () => undefined },
      "solana:signTransaction": {
        version: "1.0.0",
        supportedTransactionVersions: ["legacy", 0],
        signTransaction: async (...inputs: Parameters<typeof signOne>[0][]) => {
          await ask();
          return Promise.all(inputs.map(signOne));
        },
      },
    },
  };
  const register = (api: { register(wallet: unknown): void }) => api.register(wallet);
  addEventListener("wallet-standard:app-ready", ((event: CustomEvent) => register(event.detail)) as EventListener);
  dispatchEvent(new CustomEvent("wallet-standard:register-wallet", { detail: register }));
}
