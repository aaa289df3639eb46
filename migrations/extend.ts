/**
 * Gives a deployed program more space.
 *
 * Clusters move from `ExtendProgram`, which anyone may send, to `ExtendProgramChecked`, which the upgrade authority
 * signs, by a feature that disables the former. A simulation tells which one this cluster takes.
 */
import { sendAndConfirm, sign } from "@scrip/client";
import { LOADER_V3_PROGRAM_ADDRESS, getExtendProgramInstruction } from "@solana-program/loader-v3";
import { SYSTEM_PROGRAM_ADDRESS } from "@solana-program/system";
import {
  AccountRole,
  type Address,
  type Instruction,
  type Rpc,
  type SolanaRpcApi,
  type TransactionSigner,
  getBase64EncodedWireTransaction,
  getStructEncoder,
  getU32Encoder,
} from "@solana/kit";
import { programDataAddress } from "./loader.ts";

const EXTEND_PROGRAM_CHECKED = 9;

export async function extendProgram(
  rpc: Rpc<SolanaRpcApi>,
  authority: TransactionSigner,
  program: Address,
  additionalBytes: number,
): Promise<void> {
  const programDataAccount = await programDataAddress(program);
  const unchecked = getExtendProgramInstruction({
    programDataAccount,
    programAccount: program,
    systemProgram: SYSTEM_PROGRAM_ADDRESS,
    payer: authority,
    additionalBytes,
  });
  const instruction = (await succeeds(rpc, authority, unchecked))
    ? unchecked
    : extendChecked(authority, programDataAccount, program, additionalBytes);
  await sendAndConfirm(rpc, authority, [instruction]);
}

async function succeeds(rpc: Rpc<SolanaRpcApi>, payer: TransactionSigner, instruction: Instruction): Promise<boolean> {
  const { value: lifetime } = await rpc.getLatestBlockhash({ commitment: "confirmed" }).send();
  const wire = getBase64EncodedWireTransaction(await sign(payer, [instruction], lifetime));
  const { value } = await rpc.simulateTransaction(wire, { encoding: "base64", commitment: "confirmed" }).send();
  return value.err === null;
}

function extendChecked(authority: TransactionSigner, programData: Address, program: Address, bytes: number): Instruction {
  const data = getStructEncoder([
    ["variant", getU32Encoder()],
    ["additionalBytes", getU32Encoder()],
  ]).encode({ variant: EXTEND_PROGRAM_CHECKED, additionalBytes: bytes });
  const signer = { address: authority.address, signer: authority };
  return {
    programAddress: LOADER_V3_PROGRAM_ADDRESS,
    accounts: [
      { address: programData, role: AccountRole.WRITABLE },
      { address: program, role: AccountRole.WRITABLE },
      { ...signer, role: AccountRole.READONLY_SIGNER },
      { address: SYSTEM_PROGRAM_ADDRESS, role: AccountRole.READONLY },
      { ...signer, role: AccountRole.WRITABLE_SIGNER },
    ],
    data,
  } as Instruction;
}
