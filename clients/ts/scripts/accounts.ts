/**
 * Tells Codama the addresses that follow from an instruction's other accounts but that Anchor does not write into
 * the IDL, so that callers need not derive them.
 */
import { type Address, address, getAddressEncoder } from "@solana/kit";
import type { Idl, Instruction, InstructionAccount, Seed } from "./idl.ts";

const TRANSFER_HOOK = address("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL");
const ISSUER = address("4Rj7vQrSToJvhx9AHAVzyJb3zAbcz9TV8hBG9it9aoTG");

const text = (value: string): Seed => ({ kind: "const", value: [...new TextEncoder().encode(value)] });
const account = (path: string): Seed => ({ kind: "account", path });
const MINT = account("mint");

/** Derived from the instruction's mint, for instructions that have one. */
const OF_MINT: Readonly<Record<string, { program: Address; seeds: Seed[] }>> = {
  asset: { program: ISSUER, seeds: [text("asset"), MINT] },
  policy: { program: TRANSFER_HOOK, seeds: [text("policy"), MINT] },
  extra_account_metas: { program: TRANSFER_HOOK, seeds: [text("extra-account-metas"), MINT] },
};

/** What a mint's minter, payment listing and role are derived from, where the instruction has those accounts. */
const MINTER: readonly Seed[] = [text("minter"), account("asset"), account("actor")];
const PAYMENT_LISTING: readonly Seed[] = [text("payment-mint"), account("asset"), account("payment_mint")];
const ROLE: readonly Seed[] = [text("role"), account("issuer"), account("actor")];

/** Only the instruction that creates the account takes the number that its address is derived from. */
const TRUSTED_CREDENTIAL: readonly Seed[] = [
  text("trusted-credential"),
  account("registry"),
  { kind: "arg", path: "args.number" },
];

/** Fills in addresses and seeds where the IDL has none. */
export function completeAccounts(idl: Idl): Idl {
  return {
    ...idl,
    instructions: idl.instructions.map((instruction) => ({
      ...instruction,
      accounts: instruction.accounts.map((account) => complete(idl, instruction, account)),
    })),
  };
}

function complete(idl: Idl, instruction: Instruction, account: InstructionAccount): InstructionAccount {
  const has = (...names: string[]) =>
    names.every((wanted) => instruction.accounts.some(({ name, optional }) => name === wanted && !optional));
  if (account.optional) {
    // Absent unless the caller gives it: a default would always be given.
    const { address: _address, pda: _pda, ...absent } = account;
    return absent;
  }
  // Anchor takes the issuer from the asset's data, which nobody can derive from; many instructions name it as well.
  if (account.name === "role" && has("issuer", "actor")) {
    return derived(idl, account, idl.address, [...ROLE]);
  }
  if (account.address || account.pda) {
    return account;
  }
  const ofMint = has("mint") ? OF_MINT[account.name] : undefined;
  if (ofMint) {
    return derived(idl, account, ofMint.program, ofMint.seeds);
  }
  switch (account.name) {
    // Both are what an instruction emits its events with.
    case "program":
      return { ...account, address: idl.address };
    case "event_authority":
      return derived(idl, account, idl.address, [text("__event_authority")]);
    case "hook_event_authority":
      return derived(idl, account, TRANSFER_HOOK, [text("__event_authority")]);
    case "minter":
      return has("asset", "actor") ? derived(idl, account, idl.address, [...MINTER]) : account;
    case "payment_listing":
      return has("asset", "payment_mint") ? derived(idl, account, idl.address, [...PAYMENT_LISTING]) : account;
    case "trusted_credential":
      return instruction.name === "trust_credential" ? derived(idl, account, idl.address, [...TRUSTED_CREDENTIAL]) : account;
    default:
      return account;
  }
}

function derived(idl: Idl, account: InstructionAccount, program: string, seeds: Seed[]): InstructionAccount {
  // Anchor leaves the program's own id out, and Codama takes equal seeds with and without it for different PDAs.
  const owner = program === idl.address ? undefined : getAddressEncoder().encode(address(program));
  return { ...account, pda: { seeds, ...(owner && { program: { kind: "const", value: [...owner] } }) } };
}
