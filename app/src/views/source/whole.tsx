/** An address or a signature to its last letter, and a button that copies it. */
import { useState } from "react";
import styles from "./fields.module.css";

export function Whole({ text, what }: { readonly text: string; readonly what: string }) {
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => "copied",
      () => "not allowed",
    );
    setCopied(done);
    setTimeout(() => setCopied(undefined), 1_500);
  };
  return (
    <>
      <span className={styles.whole}>{text}</span>
      <button type="button" className={styles.copy} onClick={copy} aria-label={`Copy the ${what}`}>
        {copied ?? "copy"}
      </button>
    </>
  );
}
