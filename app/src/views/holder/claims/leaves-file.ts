/**
 * The published file of a distribution: `leaves.csv` as `scrip snapshot take` writes it (docs/distributions.md). Nothing
 * in it is believed before it is held against the chain: its hash, the root of its tree, and what it adds up to.
 */
import { type Distribution, type Entitlement, distribute, type issuer } from "@scrip/client";
import { type Account, type Address, isAddress } from "@solana/kit";
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { hex } from "../../../words/hex.ts";

/** Why a file is not used. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
}

const COLUMNS = ["index", "owner", "raw", "gross", "withheld"];

/** @throws FileRefused if it is not what the payout was opened with. */
export async function checkFile({ address, data }: Account<issuer.Payout>, bytes: Uint8Array<ArrayBuffer>): Promise<Distribution> {
  const hash = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  const announced = hex(data.snapshotHash);
  if (hash !== announced) {
    throw new FileRefused(
      `This is not the file of this distribution, or somebody has changed it: its SHA-256 is ${hash}, and on chain is ${announced}. Nothing in it was used. Get the file from the issuer again.`,
    );
  }
  const distribution = await distribute(address, readLeaves(new TextDecoder().decode(bytes)));
  if (hex(distribution.root) !== hex(data.root) || distribution.leaves.length !== data.leaves) {
    throw new FileRefused(
      `The file has the hash that is on chain, but not the tree: ${distribution.leaves.length} claims with the root ${hex(distribution.root)}, and on chain are ${data.leaves} with ${hex(data.root)}. Tell the issuer: nobody can claim with it.`,
    );
  }
  return distribution;
}

/** @throws FileRefused that names the line. */
export function readLeaves(text: string): readonly Entitlement[] {
  const [header, ...lines] = rowsOf(text);
  if (header?.join() !== COLUMNS.join()) {
    throw new FileRefused(`The first line is "${header?.join() ?? ""}", and has to be "${COLUMNS.join()}": open the leaves.csv of the distribution.`);
  }
  return lines.map((line, position) => {
    const [index, owner = "", raw = "", gross = "", withheld = ""] = line;
    const amounts = [raw, gross, withheld];
    if (index !== String(position) || !isAddress(owner) || !amounts.every((amount) => /^\d+$/.test(amount))) {
      throw new FileRefused(`Line ${position + 2} is "${line.join()}", and has to be claim ${position}, an address and three whole numbers.`);
    }
    return { owner: owner as Address, raw: BigInt(raw), gross: BigInt(gross), withheld: BigInt(withheld) };
  });
}

function rowsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, { relax_column_count: false });
  } catch (error) {
    if (error instanceof CsvError) {
      throw new FileRefused(`This is no table of comma-separated values: ${error.message}.`);
    }
    throw error;
  }
}

/** Claims on a page. */
const PAGE = 2 ** 14;

/** Whether the claim with this index of the tree is marked as paid. */
export function isClaimed({ claimed }: Pick<issuer.ClaimPage, "claimed">, index: number): boolean {
  const bit = index % PAGE;
  return (((claimed[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
}
