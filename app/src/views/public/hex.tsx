/** Hashes: all of their digits, as they are to be compared. */
import { hex } from "../../words/hex.ts";
import styles from "./public.module.css";

export function Hex({ bytes }: { readonly bytes: ArrayLike<number> }) {
  const digits = hex(bytes);
  return /^0*$/.test(digits) ? <span className={styles.none}>none</span> : <code className={styles.hex}>{digits}</code>;
}
