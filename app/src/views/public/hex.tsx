/** Hashes: all of their digits, as they are to be compared. */
import styles from "./public.module.css";

export function Hex({ bytes }: { readonly bytes: ArrayLike<number> }) {
  const digits = hex(bytes);
  return /^0*$/.test(digits) ? <span className={styles.none}>none</span> : <code className={styles.hex}>{digits}</code>;
}

export function hex(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
