/** Where the file of a distribution comes from: the console's own server, or a file that the person opens. */
import type { Distribution, issuer } from "@scrip/client";
import type { Account } from "@solana/kit";
import { type ChangeEvent, useId, useState } from "react";
import { useConsole } from "../../../context.ts";
import { Button, Notice } from "../../../ui/controls.tsx";
import styles from "../holder.module.css";
import { FileRefused, checkFile } from "./leaves-file.ts";

interface FilePickerProps {
  readonly payout: Account<issuer.Payout>;
  readonly onChecked: (distribution: Distribution) => void;
}

/** On demand, not by itself: such a file names every holder, and may be large. */
export function FilePicker({ payout, onChecked }: FilePickerProps) {
  const { config } = useConsole();
  const [problem, setProblem] = useState<string>();
  const [checking, setChecking] = useState(false);
  const id = useId();
  const check = async (read: () => Promise<ArrayBuffer>) => {
    setChecking(true);
    setProblem(undefined);
    try {
      onChecked(await checkFile(payout, new Uint8Array(await read())));
    } catch (error) {
      setProblem(error instanceof FileRefused ? error.message : `The file could not be read: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setChecking(false);
    }
  };
  const open = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) {
      void check(() => file.arrayBuffer());
    }
    // The same file can be opened again.
    target.value = "";
  };
  const published = config.distributions && `${config.distributions}${payout.address}.csv`;
  return (
    <>
      <div className={styles.press}>
        {published ? (
          <Button look="primary" disabled={checking} onClick={() => check(() => fetched(published))}>
            See what is yours
          </Button>
        ) : null}
        <span className={styles.file}>
          <input id={id} type="file" accept=".csv,text/csv" className="visually-hidden" disabled={checking} onChange={open} />
          <label htmlFor={id}>Open the file of entitlements</label>
        </span>
        <span className={styles.minor}>The issuer publishes it as leaves.csv. It is checked against the chain here in your browser, and goes nowhere.</span>
      </div>
      <div className={styles.status}>
        {checking ? <Notice live>Checking the file against the chain…</Notice> : null}
        {problem ? (
          <Notice live tone="bad" title="This file is not used">
            {problem}
          </Notice>
        ) : null}
      </div>
    </>
  );
}

async function fetched(path: string): Promise<ArrayBuffer> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) {
    throw new FileRefused(`The console’s server has no ${path} (it answers ${response.status}). Open the file that the issuer has published.`);
  }
  return response.arrayBuffer();
}
