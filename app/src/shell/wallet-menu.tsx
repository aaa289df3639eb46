/** Connecting a wallet and choosing an account, in a panel below its button. */
import { useEffect, useRef, useState } from "react";
import { explain } from "../explain.ts";
import { short } from "../ui/address.tsx";
import { Button, Notice } from "../ui/controls.tsx";
import { useWallet } from "../wallet/context.tsx";
import { type SigningWallet, isDeclined } from "../wallet/standard.ts";
import styles from "./shell.module.css";

export function WalletMenu() {
  const { wallets, connected, connect, disconnect } = useWallet();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) {
      return;
    }
    const leave = (event: Event) => {
      const away = event instanceof KeyboardEvent ? event.key === "Escape" : !place.current?.contains(event.target as Node);
      if (away) {
        setOpen(false);
      }
    };
    addEventListener("keydown", leave);
    addEventListener("pointerdown", leave);
    return () => {
      removeEventListener("keydown", leave);
      removeEventListener("pointerdown", leave);
    };
  }, [open]);
  const choose = async (wallet: SigningWallet, address?: string) => {
    try {
      setProblem(undefined);
      setAsked(wallet.name);
      await connect(wallet, address);
      setOpen(false);
    } catch (error) {
      setProblem(isDeclined(error) ? `${wallet.name} was not connected: you declined. Choose it again if you want to.` : explain(error).detail);
    } finally {
      setAsked(undefined);
    }
  };
  const name = connected && (connected.label ?? short(connected.address));
  return (
    <div className={styles.wallet} ref={place}>
      <Button look={connected ? "plain" : "primary"} aria-expanded={open} onClick={() => setOpen(!open)}>
        {name ?? "Connect wallet"}
      </Button>
      {open ? (
        <div className={styles.menu}>
          <h2>{connected ? "Connected" : "Choose a wallet"}</h2>
          {wallets.length === 0 ? (
            <p>No wallet has been found in this browser. Install one that supports Solana, and load the page again.</p>
          ) : null}
          <ul>
            {wallets.flatMap((wallet) =>
              accountsOf(wallet).map(({ address, label }) => (
                <li key={`${wallet.name} ${address}`}>
                  <Button className={styles.account} aria-pressed={connected?.address === address} onClick={() => choose(wallet, address)}>
                    <span>{label ?? wallet.name}</span>
                    <span className={styles.mono}>{address ? short(address) : ""}</span>
                  </Button>
                </li>
              )),
            )}
          </ul>
          {connected ? (
            <p>
              <Button
                onClick={() => {
                  disconnect();
                  setOpen(false);
                }}
              >
                Disconnect
              </Button>
            </p>
          ) : null}
          <p role="status">{asked ? `Waiting for your answer in ${asked}…` : ""}</p>
          {problem ? (
            <Notice tone="warn" live>
              {problem}
            </Notice>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** A wallet that has not shown its accounts yet is one choice. */
function accountsOf(wallet: SigningWallet): readonly { readonly address?: string; readonly label?: string }[] {
  return wallet.accounts.length > 0 ? wallet.accounts : [{}];
}
