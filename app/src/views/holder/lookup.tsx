/** Looks at a wallet by its address, without connecting it. */
import { isAddress } from "@solana/kit";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { Button, Field } from "../../ui/controls.tsx";
import styles from "./holder.module.css";

export function Lookup() {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const [, go] = useLocation();
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (isAddress(text.trim())) {
      go(`/holder/wallet/${text.trim()}`);
    } else {
      setProblem("This is no address: it has 32 to 44 letters and digits");
    }
  };
  return (
    <form className={styles.lookup} onSubmit={look}>
      <Field
        label="Or look at any wallet"
        hint="Everything on chain is public. You can look, and do nothing."
        problem={problem}
        value={text}
        placeholder="Address of a wallet"
        onChange={({ target }) => {
          setText(target.value);
          setProblem(undefined);
        }}
      />
      <Button type="submit">Look</Button>
    </form>
  );
}
