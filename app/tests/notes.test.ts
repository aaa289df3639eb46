/** What the page takes from the programs' documentation: every field of every account and event, with its unit. */
import { issuer, transferHook } from "@scrip/client";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { IDLS, type Unit, readNotes } from "../server/notes.ts";

const notes = readNotes();
const ISSUER = notes[issuer.SCRIP_ISSUER_PROGRAM_ADDRESS] ?? {};
const HOOK = notes[transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS] ?? {};

test("every account and event has a sentence, and so has every field", () => {
  for (const path of IDLS) {
    const { address, accounts, events } = JSON.parse(readFileSync(path, "utf8")) as { address: string; accounts: { name: string }[]; events: { name: string }[] };
    expect(accounts.length + events.length).toBeGreaterThan(20);
    for (const { name } of [...accounts, ...events]) {
      const type = notes[address]?.[name];
      expect(type?.about, name).toMatch(/\w+ \w+/);
      expect(Object.keys(type?.fields ?? {}).length, name).toBeGreaterThan(0);
    }
  }
});

test("no marks of Rust are left", () => {
  expect(JSON.stringify(notes)).not.toMatch(/`|scrip_rules::|PDA seeds/);
});

test.each<[object, string, string, Unit | undefined]>([
  [ISSUER, "Asset", "multiplier", "multiplier"],
  [ISSUER, "Asset", "multiplierEffectiveAt", "time"],
  [ISSUER, "Asset", "supplyCap", "raw"],
  [ISSUER, "Asset", "minNotice", "seconds"],
  [ISSUER, "Asset", "haircutBps", "bps"],
  [ISSUER, "Asset", "actionCount", undefined],
  [ISSUER, "Minter", "drawn", undefined],
  [ISSUER, "ReserveAttestation", "shares", "shares"],
  [ISSUER, "Redemption", "minPrice", "base"],
  [ISSUER, "Redemption", "deposited", "raw"],
  [ISSUER, "Payout", "total", "base"],
  [ISSUER, "Tender", "amount", "raw"],
  [HOOK, "Holder", "kycExpiresAt", "time"],
  [HOOK, "Policy", "maxBalance", "raw"],
  [HOOK, "Registrar", "created", undefined],
])("%#: %s %s.%s is read in its unit", (program, type, field, unit) => {
  const found = (program as typeof ISSUER)[type]?.fields[field];
  expect(found?.[0].length).toBeGreaterThan(0);
  expect(found?.[1] || undefined).toBe(unit);
});

test("types inside of fields, and their variants, are described too", () => {
  expect(ISSUER.CorporateAction?.fields.terms?.[2]).toBe("ActionTerms");
  expect(ISSUER["ActionTerms.Ratio"]?.fields.numerator?.[0]).toContain("Shares afterwards");
  expect(HOOK.PolicyUpdated?.fields.old?.[2]).toBe("PolicyTerms");
});
