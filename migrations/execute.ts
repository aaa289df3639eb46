/** Carries out a plan: fills a buffer, then deploys or upgrades the program from it. */
import { rmSync } from "node:fs";
import { sendAndConfirm } from "@scrip/client";
import { LOADER_V3_PROGRAM_ADDRESS, getDeployWithMaxDataLenInstruction, getUpgradeInstruction } from "@solana-program/loader-v3";
import { getCreateAccountInstruction } from "@solana-program/system";
import type { Address, Instruction, Rpc, SolanaRpcApi, TransactionSigner } from "@solana/kit";
import { type Progress, fillBuffer } from "./buffer.ts";
import { extendProgram } from "./extend.ts";
import { readKeypair, readOrCreateKeypair } from "./keypair.ts";
import { PROGRAM_SIZE, fetchProgram, programDataAddress, sameCode } from "./loader.ts";
import type { Plan } from "./plan.ts";
import type { Program } from "./programs.ts";

/** `authority` pays, and is or becomes the upgrade authority. Does nothing when there is nothing to do. */
export async function execute(
  rpc: Rpc<SolanaRpcApi>,
  authority: TransactionSigner,
  { action, artefact, bufferFile, extension, program }: Plan,
  progress: Progress,
): Promise<void> {
  if (action === "nothing") {
    return;
  }
  const buffer = await readOrCreateKeypair(bufferFile);
  await fillBuffer(rpc, authority, buffer, artefact, progress);
  if (action === "deploy") {
    await sendAndConfirm(rpc, authority, await deployInstructions(rpc, authority, program, buffer.address, artefact.length));
  } else {
    if (extension > 0) {
      await extendProgram(rpc, authority, program.address, extension);
    }
    await sendAndConfirm(rpc, authority, [await upgradeInstruction(authority, program, buffer.address)]);
  }
  await waitUntilDeployed(rpc, program, artefact);
  rmSync(bufferFile, { force: true });
}

async function deployInstructions(
  rpc: Rpc<SolanaRpcApi>,
  authority: TransactionSigner,
  program: Program,
  buffer: Address,
  size: number,
): Promise<Instruction[]> {
  const programAccount = await readKeypair(program.keypair);
  const lamports = await rpc.getMinimumBalanceForRentExemption(BigInt(PROGRAM_SIZE)).send();
  return [
    getCreateAccountInstruction({
      payer: authority,
      newAccount: programAccount,
      lamports,
      space: PROGRAM_SIZE,
      programAddress: LOADER_V3_PROGRAM_ADDRESS,
    }),
    getDeployWithMaxDataLenInstruction({
      payerAccount: authority,
      programDataAccount: await programDataAddress(program.address),
      programAccount: program.address,
      bufferAccount: buffer,
      authority,
      maxDataLen: size,
    }),
  ];
}

async function upgradeInstruction(authority: TransactionSigner, program: Program, buffer: Address): Promise<Instruction> {
  return getUpgradeInstruction({
    programDataAccount: await programDataAddress(program.address),
    programAccount: program.address,
    bufferAccount: buffer,
    spillAccount: authority.address,
    authority,
  });
}

/** The loader makes new code callable in the slot after the one in which it was deployed. */
async function waitUntilDeployed(rpc: Rpc<SolanaRpcApi>, program: Program, artefact: Uint8Array): Promise<void> {
  const deployed = await fetchProgram(rpc, program.address);
  if (!deployed || !sameCode(deployed.code, artefact)) {
    throw new Error(`${program.name} at ${program.address} does not hold the artefact after its deployment: run the command again`);
  }
  const slot = await rpc.getSlot({ commitment: "confirmed" }).send();
  while ((await rpc.getSlot({ commitment: "confirmed" }).send()) <= slot + 1n) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
