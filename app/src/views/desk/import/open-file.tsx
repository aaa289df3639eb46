/** Which file, and the secret that identities are hashed with; both stay on this machine. */
import { useState } from "react";
import { useNow } from "../../../chain/clock.ts";
import { Button, Notice } from "../../../ui/controls.tsx";
import parts from "../parts/parts.module.css";
import { COLUMNS, type Rules } from "./holder-file.ts";
import { type Salt, readSalt } from "./identity.ts";
import styles from "./import.module.css";
import { SaltFile } from "./salt-file.tsx";

interface OpenFileProps {
  readonly busy: boolean;
  readonly onCheck: (file: Uint8Array, rules: Rules) => void;
}

export function OpenFile({ busy, onCheck }: OpenFileProps) {
  const now = useNow();
  const [file, setFile] = useState<File>();
  const [saltFile, setSaltFile] = useState<File>();
  const [allowOffCurve, setAllowOffCurve] = useState(false);
  const [problem, setProblem] = useState<string>();
  const check = async () => {
    if (!file || now === undefined) {
      return;
    }
    setProblem(undefined);
    try {
      const salt: Salt | undefined = saltFile && (await readSalt(new Uint8Array(await saltFile.arrayBuffer()), saltFile.name));
      onCheck(new Uint8Array(await file.arrayBuffer()), { salt, now, allowOffCurve });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form
      className={styles.stack}
      aria-label="Open a file"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <div className={parts.fields}>
        <label className={parts.file}>
          <span>File of holders (CSV)</span>
          <input type="file" accept=".csv,text/csv" required onChange={(event) => setFile(event.target.files?.[0])} />
          <small>Read in this browser. Nothing of it is sent anywhere but the facts that go on chain.</small>
        </label>
        <SaltFile onChoose={setSaltFile} />
      </div>
      <label className={parts.check}>
        <input type="checkbox" checked={allowOffCurve} onChange={(event) => setAllowOffCurve(event.target.checked)} />
        Take vaults of multisigs, which no key signs for
      </label>
      <p className={styles.message}>The first line names the columns, in any order; each further line is a wallet:</p>
      <pre className={styles.sample} tabIndex={0} aria-label="Example of a file">
        {COLUMNS.join(",")}
        {"\n"}5ZWj7a1f8tWkjBESHKgrLmXshuXxqeY9SYcfbshpAqPG,CH,retail,2027-06-30,,customer-1
      </pre>
      {problem ? <Notice live tone="bad" title="The salt cannot be used">{problem}</Notice> : null}
      <div>
        <Button type="submit" look="primary" disabled={!file || now === undefined || busy}>
          {busy ? "Checking…" : "Check the file"}
        </Button>
      </div>
    </form>
  );
}
