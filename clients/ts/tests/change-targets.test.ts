/** Every kind of change comes with the accounts that it is about, and no others. */
import { readFileSync } from "node:fs";
import { NO_ADDRESS, changeTargets, issuer, policyTerms } from "@scrip/client";
import type { Address } from "@solana/kit";
import { expect, test } from "vitest";

const ISSUER = "Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL" as Address;
const MINT = "4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG" as Address;

const CHANGES: readonly (readonly [issuer.ChangeArgs, readonly string[]])[] = [
  [{ __kind: "Admin", proposed: MINT }, []],
  [{ __kind: "Treasury", owner: MINT }, []],
  [{ __kind: "Timelock", seconds: 1 }, []],
  [{ __kind: "FourEyes", bits: 1 }, []],
  [{ __kind: "Custodian", key: MINT, approved: true }, ["custodian"]],
  [{ __kind: "SupplyCap", raw: 1n }, ["asset"]],
  [{ __kind: "ActionLimits", minNotice: 1, splitMax: 2, reverseSplitMax: 3, bonusMaxBps: 4, dividendMaxBps: 5 }, ["asset"]],
  [{ __kind: "ReserveRule", mode: 1, maxAge: 1, minCustodians: 1, haircutBps: 0 }, ["asset"]],
  [{ __kind: "MintFourEyes", above: 1n }, ["asset"]],
  [{ __kind: "Fees", purchaseBps: 1, redemptionBps: 2 }, ["asset"]],
  [{ __kind: "SettlementWindow", seconds: 1 }, ["asset"]],
  [{ __kind: "PaymentMint", mint: MINT, accepted: true }, ["asset", "paymentListing"]],
  [{ __kind: "Minter", member: MINT, cap: 1n, capacity: 1n, period: 1 }, ["asset", "minter"]],
  [{ __kind: "PolicyTerms", terms: policyTerms() }, ["asset", "hookEventAuthority", "hookProgram", "policy"]],
  [{ __kind: "HookProgram", program: NO_ADDRESS }, ["asset", "mint", "tokenProgram"]],
  [{ __kind: "DefaultElection", choice: 2 }, ["asset"]],
];

test("the list is the program's", () => {
  const idl = JSON.parse(readFileSync(new URL("../../../idl/scrip_issuer.json", import.meta.url), "utf8"));
  const variants = idl.types.find(({ name }: { name: string }) => name === "Change").type.variants;
  expect(CHANGES.map(([{ __kind }]) => __kind)).toEqual(variants.map(({ name }: { name: string }) => name));
});

test.each(CHANGES)("$__kind", async (change, names) => {
  const targets = await changeTargets({ issuer: ISSUER, mint: MINT }, change);
  expect(Object.keys(targets).sort()).toEqual([...names, "issuer"].sort());
  expect(targets.issuer).toBe(ISSUER);
  // What is not about a share must not name one.
  const withoutMint = changeTargets({ issuer: ISSUER }, change);
  await (names.includes("asset") ? expect(withoutMint).rejects.toThrow(/say which by its mint/) : withoutMint);
});
