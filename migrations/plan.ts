/** Compares a built program with the chain and says what there is to do. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Address, Rpc, SolanaRpcApi } from "@solana/kit";
import { readKeypair } from "./keypair.ts";
import { BUFFER_HEADER, PROGRAM_DATA_HEADER, PROGRAM_SIZE, fetchProgram, sameCode } from "./loader.ts";
import { type Program, REPOSITORY, readArtefact } from "./programs.ts";

/** The loader refuses to extend a program by less, unless it reaches the largest account size. */
const MIN_EXTENSION = 10_240;

export interface Plan {
  readonly program: Program;
  readonly artefact: Uint8Array;
  readonly action: "nothing" | "deploy" | "upgrade";
  /** Bytes of space to add before an upgrade. */
  readonly extension: number;
  /** Lamports that stay locked in the program's accounts. */
  readonly rent: bigint;
  /** Lamports that the buffer still needs; they come back at the end. */
  readonly deposit: bigint;
  /** Path of the buffer's key. It is kept until the end, so that an interrupted run finds its buffer again. */
  readonly bufferFile: string;
}

/** Throws when the program cannot be upgraded by `authority`. */
export async function plan(rpc: Rpc<SolanaRpcApi>, program: Program, authority: Address): Promise<Plan> {
  const artefact = readArtefact(program);
  const rentOf = (size: number) => rpc.getMinimumBalanceForRentExemption(BigInt(size)).send();
  const bufferFile = join(REPOSITORY, ".run/buffers", `${program.name}-${fingerprint(artefact)}-${authority}.json`);
  const deposited = await bufferBalance(rpc, bufferFile);
  const buffer = await rentOf(BUFFER_HEADER + artefact.length);
  const deposit = buffer > deposited ? buffer - deposited : 0n;
  const deployed = await fetchProgram(rpc, program.address);
  if (!deployed) {
    const rent = (await rentOf(PROGRAM_SIZE)) + (await rentOf(PROGRAM_DATA_HEADER + artefact.length));
    return { program, artefact, action: "deploy", extension: 0, rent, deposit, bufferFile };
  }
  if (sameCode(deployed.code, artefact)) {
    return { program, artefact, action: "nothing", extension: 0, rent: 0n, deposit: 0n, bufferFile };
  }
  if (deployed.authority !== authority) {
    throw new Error(
      `${program.name} at ${program.address} is another build and cannot be upgraded by ${authority}: ` +
        (deployed.authority ? `its upgrade authority is ${deployed.authority}` : "its upgrade authority was removed"),
    );
  }
  const missing = artefact.length - deployed.code.length;
  const extension = missing > 0 ? Math.max(missing, MIN_EXTENSION) : 0;
  const rent = (await rentOf(deployed.code.length + extension)) - (await rentOf(deployed.code.length));
  return { program, artefact, action: "upgrade", extension, rent, deposit, bufferFile };
}

function fingerprint(artefact: Uint8Array): string {
  return createHash("sha256").update(artefact).digest("hex").slice(0, 16);
}

async function bufferBalance(rpc: Rpc<SolanaRpcApi>, bufferFile: string): Promise<bigint> {
  if (!existsSync(bufferFile)) {
    return 0n;
  }
  const { address } = await readKeypair(bufferFile);
  return (await rpc.getBalance(address, { commitment: "confirmed" }).send()).value;
}
