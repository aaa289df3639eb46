/** The registrar's desk: one wallet's record by its address, or the whole register once it is asked for. */
import { type Address, isAddress } from "@solana/kit";
import { useEffect, useRef, useState } from "react";
import { useDuties } from "../../../chain/duties.ts";
import { valueOf } from "../../../chain/reading.ts";
import { Button, Field } from "../../../ui/controls.tsx";
import { Panel } from "../../../ui/panel.tsx";
import styles from "./holders.module.css";
import { RecordPanel } from "./record-panel.tsx";
import { RegisterPanel } from "./register-panel.tsx";

export default function Holders() {
  const registry = valueOf(useDuties())?.issuer.data.registry;
  const [text, setText] = useState("");
  const [wallet, setWallet] = useState<Address>();
  const [problem, setProblem] = useState<string>();
  const shown = useRef<HTMLDivElement>(null);
  const open = (address: string) => {
    const trimmed = address.trim();
    setText(trimmed);
    setProblem(isAddress(trimmed) ? undefined : "This is no address: it has 32 to 44 letters and digits, without 0, O, I and l");
    setWallet(isAddress(trimmed) ? trimmed : undefined);
  };
  useEffect(() => {
    if (wallet) {
      shown.current?.scrollIntoView({ block: "nearest" });
    }
  }, [wallet]);
  return (
    <>
      <Panel title="Find a holder" about="The register has one record for each wallet. Everything on it is public; who a person is, is not on chain.">
        <form
          className={styles.search}
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            open(text);
          }}
        >
          <Field label="Wallet" placeholder="Its address" value={text} onChange={(event) => setText(event.target.value)} problem={problem} hint="The owner of token accounts, not one of them" />
          <Button type="submit" look="primary" disabled={text.trim() === ""}>
            Find
          </Button>
        </form>
      </Panel>
      <div ref={shown} className={styles.gap}>
        {wallet && registry ? <RecordPanel key={wallet} registry={registry} wallet={wallet} onClose={() => setWallet(undefined)} /> : null}
      </div>
      {registry ? <RegisterPanel registry={registry} onOpen={open} /> : null}
    </>
  );
}
