/**
 * What is changed in the files that Codama renders, so that amounts stay exact and the package loads in a browser:
 * arguments of 64 and 128 bits are `bigint` and never `number`, and nothing asks for Node's `process`.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Texts of errors that exist in development alone. `errorTable.ts` has the same texts, in every build. */
const DEVELOPMENT_TEXTS = /^let \w+ErrorMessages:[\s\S]*?\n}\n\nexport function get\w+ErrorMessage\([\s\S]*?\n}\n\n/m;

/** A `number` above 2^53 has lost digits before anybody can notice. */
const LOSSY = /\bnumber \| bigint\b/g;

export function polish(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    const polished = source.replace(DEVELOPMENT_TEXTS, "").replace(LOSSY, "bigint");
    if (/\bprocess\./.test(polished)) {
      throw new Error(`${file} needs Node's process, which browsers do not have: the pinned Codama has changed`);
    }
    writeFileSync(path, polished);
  }
}
