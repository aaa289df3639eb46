/**
 * Gives every kind of address one set of seed names. Codama names seeds after the accounts and arguments of each
 * instruction, and would take the record of a `wallet` and the record of a `venue` for two kinds of address.
 */
import { bottomUpTransformerVisitor } from "@codama/visitors-core";

/** The names of the variable seeds, in order, by the name that instructions give the account. */
const SEED_NAMES: Readonly<Record<string, readonly string[]>> = {
  holder: ["registry", "wallet"],
  venueProgram: ["registry", "program"],
  minter: ["asset", "member"],
  mintProposal: ["asset", "maker", "id"],
  role: ["issuer", "member"],
  attestation: ["asset", "custodian"],
  shareEscrow: ["deposit"],
};

export function nameSeedsVisitor() {
  return bottomUpTransformerVisitor([
    (node) => {
      if (node.kind !== "pdaValueNode" || node.pda.kind !== "pdaNode") {
        return node;
      }
      const names = SEED_NAMES[node.pda.name] ?? [];
      const given = node.pda.seeds.flatMap((seed) => (seed.kind === "variablePdaSeedNode" ? [seed.name] : []));
      const rename = <T extends { name: (typeof given)[number] }>(seed: T): T => ({
        ...seed,
        name: names[given.indexOf(seed.name)] ?? seed.name,
      });
      const seeds = node.pda.seeds.map((seed) => (seed.kind === "variablePdaSeedNode" ? rename(seed) : seed));
      return { ...node, pda: { ...node.pda, seeds }, seeds: node.seeds.map(rename) };
    },
  ]);
}
