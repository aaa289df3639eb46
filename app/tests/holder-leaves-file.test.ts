/** The published file of a distribution, held against the worked example of docs/distributions.md. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { issuer } from "@scrip/client";
import { type Account, type Address, address } from "@solana/kit";
import { expect, test } from "vitest";
import { checkFile, isClaimed, readLeaves } from "../src/views/holder/claims/leaves-file.ts";
import { hex } from "../src/words/hex.ts";

const docs = readFileSync(new URL("../../docs/distributions.md", import.meta.url), "utf8");
const [, example = ""] = /```csv\n(index,owner[^`]+)```/.exec(docs) ?? [];
const ROOT = "eea621fb8267b1e0a6be4f29fd56381332ab477dab7a6545f6a1619c577fb139";
const PAYOUT = address("YMN9Qj5jPNp7j14VPcML1B6xGgcPWVZUGLFU3Mnyfaf");

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
function payoutOf(text: string, change: Partial<issuer.Payout> = {}): Account<issuer.Payout> {
  const snapshotHash = createHash("sha256").update(text).digest();
  const data = { root: new Uint8Array(Buffer.from(ROOT, "hex")), leaves: 3, snapshotHash, ...change };
  return { address: PAYOUT as Address, data } as Account<issuer.Payout>;
}

test("reads the example, and builds its tree", async () => {
  const distribution = await checkFile(payoutOf(example), bytes(example));
  expect(hex(distribution.root)).toBe(ROOT);
  expect(distribution.leaves.map(({ gross, withheld }) => gross - withheld)).toEqual([3_174_750n, 4_233_000n, 0n]);
});

test("a file that is not the announced one is refused, whatever was changed", async () => {
  for (const changed of [example.replace("3735000", "3735001"), example.replace("\n2,", "\r\n2,"), `${example}\n`]) {
    expect(changed).not.toBe(example);
    await expect(checkFile(payoutOf(example), bytes(changed))).rejects.toThrow("somebody has changed it");
  }
});

test("a file with the announced hash and another tree is refused: of another payout, of another root, of more claims", async () => {
  const other = { ...payoutOf(example), address: address("11111111111111111111111111111112") };
  await expect(checkFile(other, bytes(example))).rejects.toThrow("but not the tree");
  await expect(checkFile(payoutOf(example, { leaves: 4 }), bytes(example))).rejects.toThrow("but not the tree");
});

test("a malformed file is refused with its line", () => {
  expect(() => readLeaves("owner,raw\n")).toThrow('The first line is "owner,raw"');
  expect(() => readLeaves("")).toThrow('The first line is ""');
  const [header = "", first = "", second = ""] = example.split("\n");
  expect(() => readLeaves([header, second].join("\n"))).toThrow("Line 2");
  expect(() => readLeaves([header, first.replace("300000000", "3e8")].join("\n"))).toThrow("three whole numbers");
  expect(() => readLeaves([header, first, "1,nobody,1,1,0"].join("\n"))).toThrow("Line 3");
  expect(() => readLeaves([header, "0,short"].join("\n"))).toThrow("no table");
});

test("claims are marked a bit each, and the next page begins anew", () => {
  const claimed = new Uint8Array(2_048);
  claimed[0] = 0b100;
  claimed[2_047] = 0b1000_0000;
  expect([0, 1, 2, 3, 16_383].map((index) => isClaimed({ claimed }, index))).toEqual([false, false, true, false, true]);
  expect(isClaimed({ claimed }, 16_384 + 2)).toBe(true);
  expect(isClaimed({ claimed }, 16_384)).toBe(false);
});
