/** What is wrong with the file, line by line: with a fault nothing is sent. */
import { Notice } from "../../../ui/controls.tsx";
import { Table } from "../../../ui/table.tsx";
import type { Fault } from "./holder-file.ts";
import styles from "./import.module.css";

/** Faults that are told one by one; of more only the number is told. */
const TOLD = 50;

export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const further = faults.length - TOLD;
  return (
    <div className={styles.stack}>
      <Notice live tone="bad" title={faults.length === 1 ? "One thing is wrong with the file" : `${faults.length} things are wrong with the file`}>
        Nothing was sent. Mend {faults.length === 1 ? "it" : "them"} in the file, and open it again.
      </Notice>
      <Table
        caption="What is wrong with the file"
        rows={faults.slice(0, TOLD)}
        keyOf={({ line, column, message }) => `${line} ${column} ${message}`}
        columns={[
          { name: "Where", cell: ({ line }) => `Line ${line}` },
          { name: "Column", cell: ({ column }) => column ?? "whole line" },
          { name: "What is wrong, and what is right", cell: ({ message }) => <span className={styles.message}>{message}</span> },
        ]}
      />
      {further > 0 ? <p>and {further} more</p> : null}
    </div>
  );
}
