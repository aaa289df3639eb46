/**
 * Amounts, which are never shown without their unit: shares are what a person owns, raw units what a token account
 * holds, and the multiplier is between them.
 */
import { formatDecimal, formatShares } from "@scrip/client";
import styles from "./amount.module.css";

/** Base units of shares, of which a share has 10^8. */
export function Shares({ base, bare }: { readonly base: bigint; readonly bare?: boolean }) {
  return (
    <span className={styles.amount}>
      {grouped(formatShares(base))}
      {bare ? null : <span className={styles.unit}> {base === 100_000_000n ? "share" : "shares"}</span>}
    </span>
  );
}

/** Raw units of a token account. */
export function Raw({ amount }: { readonly amount: bigint }) {
  return (
    <span className={styles.raw}>
      {grouped(amount.toString())}
      <span className={styles.unit}> raw</span>
    </span>
  );
}

/** Shares for each raw unit, 18 decimals: all of them, for it is exact. */
export function Multiplier({ value }: { readonly value: bigint }) {
  return (
    <span className={styles.amount}>
      <span className={styles.unit}>×</span> {formatDecimal(value, 18)}
    </span>
  );
}

/** Base units of a payment token, with the token's name. */
export function Money({ amount, decimals, symbol }: { readonly amount: bigint; readonly decimals: number; readonly symbol: string }) {
  return (
    <span className={styles.amount}>
      {grouped(formatDecimal(amount, decimals))}
      <span className={styles.unit}> {symbol}</span>
    </span>
  );
}

/** Thin spaces between thousands, which no reader takes for a decimal point. */
export function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return fraction ? `${groups}.${fraction}` : groups;
}

/** Basis points as percent. */
export function percent(bps: number | bigint): string {
  return `${formatDecimal(BigInt(bps), 2)} %`;
}
