/** Addresses: short to read, whole to copy, and a way to the account itself. */
import type { Address } from "@solana/kit";
import { useState } from "react";
import { Link } from "wouter";
import styles from "./address.module.css";

export function AddressText({ of, name, to }: { readonly of: Address | string; readonly name?: string; readonly to?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(of).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <span className={styles.address}>
      <Link href={to ?? `/account/${of}`} title={of} className={styles.link}>
        {name ?? short(of)}
      </Link>
      <button type="button" className={styles.copy} onClick={copy} aria-label={`Copy ${name ?? "address"} ${short(of)}`}>
        {copied ? "copied" : "copy"}
      </button>
    </span>
  );
}

export function short(text: string): string {
  return text.length > 12 ? `${text.slice(0, 4)}…${text.slice(-4)}` : text;
}
