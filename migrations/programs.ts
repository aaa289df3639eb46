/** The programs of this repository: their addresses, key files and built artefacts. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { issuer, transferHook } from "@scrip/client";
import type { Address } from "@solana/kit";

export const REPOSITORY = fileURLToPath(new URL("../", import.meta.url));

export interface Program {
  readonly name: string;
  readonly address: Address;
  /** Path of the artefact. */
  readonly artefact: string;
  /** Path of the key that signs the program's first deployment; kept for localnet only. */
  readonly keypair: string;
}

function program(name: string, address: Address): Program {
  return {
    name,
    address,
    artefact: join(REPOSITORY, "target/deploy", `${name}.so`),
    keypair: join(REPOSITORY, "keys/localnet", `${name}-keypair.json`),
  };
}

/** In the order of deployment: the issuer program calls the hook program. */
export const PROGRAMS: readonly Program[] = [
  program("scrip_transfer_hook", transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS),
  program("scrip_issuer", issuer.SCRIP_ISSUER_PROGRAM_ADDRESS),
];

/** Throws one clear line when a program has not been built. */
export function requireArtefacts(programs: readonly Program[] = PROGRAMS): void {
  for (const { artefact } of programs) {
    if (!existsSync(artefact)) {
      throw new Error(`${artefact} is missing: run \`make build\` first`);
    }
  }
}

export function readArtefact(program: Program): Uint8Array {
  requireArtefacts([program]);
  return new Uint8Array(readFileSync(program.artefact));
}
