/** Compares what was generated anew with what is checked in. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Relative paths of files that are missing on either side or differ, sorted. */
export function differences(left: string, right: string): string[] {
  const paths = new Set([...listFiles(left), ...listFiles(right)]);
  return [...paths].sort().filter((path) => read(join(left, path)) !== read(join(right, path)));
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
