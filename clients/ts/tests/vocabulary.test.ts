/** The client's numbers are those of the programs' sources. */
import { readFileSync } from "node:fs";
import {
  ActionKind,
  ActionState,
  ALL_KNOWN_PATHS,
  ALL_PATHS,
  AdmissionMode,
  AssetStatus,
  Election,
  FourEyes,
  HaltReason,
  HolderKind,
  HolderStatus,
  InvestorClass,
  JurisdictionMode,
  Party,
  Path,
  Permission,
  RegistrarPermission,
  ReserveMode,
} from "@scrip/client";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const pascalCase = (name: string) => name.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The variants of a Rust enum with their numbers. */
function variantsOf(path: string, name: string): Record<string, number> {
  const [, body = ""] = new RegExp(`enum ${name} \\{(.*?)\\n\\}`, "s").exec(read(path)) ?? [];
  return Object.fromEntries([...body.matchAll(/^ +(\w+) = (\d+),/gm)].map(([, variant, value]) => [variant, Number(value)]));
}

/** The Rust constants that are one bit, without their prefix. */
function bitsOf(path: string, prefix = ""): Record<string, number> {
  const constants = read(path).matchAll(/^pub const (\w+): u(?:8|16|32) = 1(?: << (\d+))?;/gm);
  const bits = [...constants].flatMap(([, name = "", shift = "0"]) =>
    name.startsWith(prefix) && !name.endsWith("VERSION") ? [[pascalCase(name.slice(prefix.length)), 1 << Number(shift)]] : [],
  );
  return Object.fromEntries(bits);
}

test.each([
  ["crates/rules/src/policy.rs", { AdmissionMode, HaltReason }],
  ["crates/rules/src/jurisdiction.rs", { JurisdictionMode }],
  ["crates/rules/src/holder.rs", { HolderStatus, HolderKind }],
  ["crates/rules/src/paths.rs", { Party }],
  ["crates/rules/src/reserves.rs", { ReserveMode }],
  ["crates/rules/src/corporate_action/state.rs", { ActionState }],
  ["crates/rules/src/corporate_action/kind.rs", { Election }],
  ["programs/issuer/src/state/asset.rs", { AssetStatus }],
])("enums of %s", (path, enums) => {
  for (const [name, values] of Object.entries(enums)) {
    expect(values, name).toEqual(variantsOf(path, name));
  }
});

test("kinds of corporate action go by their ISO 15022 codes", () => {
  const path = "crates/rules/src/corporate_action/kind.rs";
  const numbers = variantsOf(path, "ActionKind");
  const codes = [...read(path).matchAll(/Self::(\w+) => "([A-Z]{4})",/g)];
  expect(codes).toHaveLength(Object.keys(numbers).length);
  expect(ActionKind).toEqual(Object.fromEntries(codes.map(([, variant = "", code]) => [code, numbers[variant]])));
});

test("bits", () => {
  expect(Path).toEqual(bitsOf("crates/rules/src/paths.rs"));
  expect(InvestorClass).toEqual(bitsOf("crates/rules/src/classes.rs"));
  expect(RegistrarPermission).toEqual(bitsOf("programs/transfer-hook/src/state/registrar.rs", "PERMISSION_"));
  expect(Permission).toEqual(bitsOf("programs/issuer/src/state/role.rs", "PERMISSION_"));
  expect(FourEyes).toEqual(bitsOf("programs/issuer/src/state/issuer.rs", "FOUR_EYES_"));
});

test("a path is bit 3 × sender + recipient", () => {
  for (const [sender, from] of Object.entries(Party)) {
    for (const [recipient, to] of Object.entries(Party)) {
      expect(Path[`${sender}To${recipient}` as keyof typeof Path]).toBe(1 << (3 * from + to));
    }
  }
  expect(Object.values(Path).reduce((all: number, path) => all | path, 0)).toBe(ALL_PATHS);
  const known = Object.entries(Path).filter(([name]) => !name.includes("Unknown"));
  expect(known.reduce((all, [, path]) => all | path, 0)).toBe(ALL_KNOWN_PATHS);
});
