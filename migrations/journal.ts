/**
 * What was applied when, for people to read: one line of JSON for each task, in a file for each cluster.
 *
 * Nothing is decided by it. What there is to do, the chain says.
 */
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { REPOSITORY } from "./programs.ts";

export interface Entry {
  readonly at: string;
  readonly step: string;
  readonly what: string;
  readonly signatures: readonly string[];
}

/** Where the journal of the cluster with this genesis hash is. */
export function journalFile(genesis: string): string {
  return join(REPOSITORY, ".run/migrations", `${genesis}.jsonl`);
}

export function record(genesis: string, entry: Entry): void {
  const file = journalFile(genesis);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
