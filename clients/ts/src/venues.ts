/** Putting venues on the register without a registrar: the accounts of programs that a registry has approved of. */
import {
  type Address,
  type Instruction,
  type ReadonlyUint8Array,
  type TransactionSigner,
  getProgramDerivedAddress,
  getUtf8Encoder,
} from "@solana/kit";
import { getRegisterVenueInstructionAsync } from "./generated/transferHook/instructions/index.ts";
import { findVenueProgramPda } from "./generated/transferHook/pdas/index.ts";

export interface VenueToRegister {
  /** Anybody; pays the rent. */
  readonly payer: TransactionSigner;
  readonly registry: Address;
  /** The approved program. */
  readonly program: Address;
  /** The seeds from which the program derives the venue's address, without the bump. */
  readonly seeds: readonly (string | ReadonlyUint8Array)[];
}

/**
 * Derives the venue's address and the bump, which the program on chain cannot afford to look for.
 *
 * @example
 * ```ts
 * const program = address("Hr5hueZPoTSXdELhVUTQ51VDHgM5SN7LqhGiEp31icqL"); // the pool's
 * const { venue, instruction } = await registerVenue({ payer, registry, program, seeds: ["pool", new Uint8Array([7])] });
 * ```
 */
export async function registerVenue(
  details: VenueToRegister,
): Promise<{ readonly venue: Address; readonly instruction: Instruction }> {
  const { payer, registry, program } = details;
  const seeds = details.seeds.map((seed) => (typeof seed === "string" ? getUtf8Encoder().encode(seed) : seed));
  const [venue, bump] = await getProgramDerivedAddress({ programAddress: program, seeds: [...seeds] });
  const [venueProgram] = await findVenueProgramPda({ registry, program });
  const instruction = await getRegisterVenueInstructionAsync({
    payer,
    registry,
    venueProgram,
    venue,
    venueSeeds: [...seeds, new Uint8Array([bump])],
  });
  return { venue, instruction };
}
