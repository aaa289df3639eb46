/** Bytes as hexadecimal digits, and as the text that they may be. */
import { grouped } from "../../ui/amount.tsx";
import { hex } from "../../words/hex.ts";
import styles from "./fields.module.css";

/** More than that is folded. */
const SHORT = 64;

export function Bytes({ bytes, counted }: { readonly bytes: Uint8Array; readonly counted?: boolean }) {
  const zeros = bytes.every((byte) => byte === 0);
  const text = textOf(bytes);
  const digits = hex(bytes);
  return (
    <>
      {text ? <span className={styles.text}>{text} </span> : null}
      {counted ? <span>{grouped(`${bitsOf(bytes)}`)} of {grouped(`${bytes.length * 8}`)} bits set </span> : null}
      {zeros && !counted ? (
        <span className={styles.none}>all zeros ({bytes.length} bytes)</span>
      ) : bytes.length <= SHORT ? (
        <code className={styles.hex}>{digits}</code>
      ) : (
        <details className={styles.fold}>
          <summary>{grouped(`${bytes.length}`)} bytes</summary>
          <code className={styles.hex}>{digits}</code>
        </details>
      )}
    </>
  );
}

/** What is in them as text, if they are one: printable to the end, which may be filled up with zeros. */
function textOf(bytes: Uint8Array): string | undefined {
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  if (end < 3) {
    return undefined;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end));
    return /^[^\p{C}]+$/u.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function bitsOf(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
}
