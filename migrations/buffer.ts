/**
 * Writes a program's code into a loader buffer with several hundred small transactions.
 *
 * Each round reads the buffer back and writes only the chunks that differ, with a fresh blockhash per batch. An
 * interrupted or lossy run is therefore finished by the next round or the next run.
 */
import { type Lifetime, sendAndConfirm, sign } from "@scrip/client";
import { LOADER_V3_PROGRAM_ADDRESS, getInitializeBufferInstruction, getWriteInstruction } from "@solana-program/loader-v3";
import { getCreateAccountInstruction } from "@solana-program/system";
import {
  type Address,
  type Instruction,
  type KeyPairSigner,
  type Rpc,
  type Signature,
  type SolanaRpcApi,
  type TransactionSigner,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  getTransactionEncoder,
} from "@solana/kit";
import { BUFFER_HEADER, fetchBuffer } from "./loader.ts";

/** Called with the bytes that are in place and the bytes there are in all. */
export type Progress = (done: number, total: number) => void;

/** The network's limit for a transaction on the wire. */
const MAX_TRANSACTION_SIZE = 1232;
const BATCH = 100;
const MAX_FRUITLESS_ROUNDS = 5;
const POLL = 100;

/** Makes the buffer at `buffer`'s address hold `code`. The payer is the buffer's authority and pays its rent. */
export async function fillBuffer(
  rpc: Rpc<SolanaRpcApi>,
  payer: TransactionSigner,
  buffer: KeyPairSigner,
  code: Uint8Array,
  progress: Progress,
): Promise<void> {
  await createBuffer(rpc, payer, buffer, code.length);
  const chunkSize = await largestChunk(payer, buffer.address);
  for (let fruitless = 0, before = Number.POSITIVE_INFINITY; ; ) {
    const offsets = await differingOffsets(rpc, buffer.address, code, chunkSize);
    progress(Math.max(0, code.length - offsets.length * chunkSize), code.length);
    if (offsets.length === 0) {
      return;
    }
    fruitless = offsets.length < before ? 0 : fruitless + 1;
    before = offsets.length;
    if (fruitless === MAX_FRUITLESS_ROUNDS) {
      throw new Error(`${offsets.length} writes to buffer ${buffer.address} do not arrive: run the command again`);
    }
    for (let start = 0; start < offsets.length; start += BATCH) {
      const batch = offsets.slice(start, start + BATCH);
      await writeBatch(rpc, payer, batch.map((offset) => write(payer, buffer.address, code, offset, chunkSize)));
      progress(Math.max(0, code.length - (offsets.length - start - batch.length) * chunkSize), code.length);
    }
  }
}

async function createBuffer(rpc: Rpc<SolanaRpcApi>, payer: TransactionSigner, buffer: KeyPairSigner, size: number) {
  const existing = await fetchBuffer(rpc, buffer.address);
  if (!existing) {
    const space = BigInt(BUFFER_HEADER + size);
    const lamports = await rpc.getMinimumBalanceForRentExemption(space).send();
    await sendAndConfirm(rpc, payer, [
      getCreateAccountInstruction({ payer, newAccount: buffer, lamports, space, programAddress: LOADER_V3_PROGRAM_ADDRESS }),
      getInitializeBufferInstruction({ sourceAccount: buffer.address, bufferAuthority: payer.address }),
    ]);
  } else if (existing.authority !== payer.address) {
    throw new Error(`buffer ${buffer.address} belongs to ${existing.authority}: use that key instead of ${payer.address}`);
  }
}

function write(payer: TransactionSigner, buffer: Address, code: Uint8Array, offset: number, size: number): Instruction {
  const bytes = code.subarray(offset, offset + size);
  return getWriteInstruction({ bufferAccount: buffer, bufferAuthority: payer, offset, bytes });
}

async function largestChunk(payer: TransactionSigner, buffer: Address): Promise<number> {
  // Any blockhash and any bytes will do to measure what surrounds them; one byte is the instruction's longer length.
  const blockhash = "11111111111111111111111111111111" as Lifetime["blockhash"];
  const empty = await sign(payer, [write(payer, buffer, new Uint8Array(), 0, 0)], { blockhash, lastValidBlockHeight: 0n });
  return MAX_TRANSACTION_SIZE - getTransactionEncoder().encode(empty).length - 1;
}

async function differingOffsets(rpc: Rpc<SolanaRpcApi>, buffer: Address, code: Uint8Array, chunkSize: number) {
  const written = (await fetchBuffer(rpc, buffer))?.code ?? new Uint8Array();
  const offsets = Array.from({ length: Math.ceil(code.length / chunkSize) }, (_, index) => index * chunkSize);
  return offsets.filter((start) => {
    const end = Math.min(start + chunkSize, code.length);
    return Buffer.compare(code.subarray(start, end), written.subarray(start, end) as Uint8Array) !== 0;
  });
}

/** Sends all writes at once and returns when each is confirmed or can no longer be. A write may safely happen twice. */
async function writeBatch(rpc: Rpc<SolanaRpcApi>, payer: TransactionSigner, writes: readonly Instruction[]): Promise<void> {
  const { value: lifetime } = await rpc.getLatestBlockhash({ commitment: "confirmed" }).send();
  let pending: Signature[] = await Promise.all(
    writes.map(async (instruction) => {
      const transaction = await sign(payer, [instruction], lifetime);
      const wire = getBase64EncodedWireTransaction(transaction);
      await rpc.sendTransaction(wire, { encoding: "base64", skipPreflight: true }).send().catch(() => undefined);
      return getSignatureFromTransaction(transaction);
    }),
  );
  while (pending.length > 0) {
    const height = await rpc.getBlockHeight({ commitment: "confirmed" }).send();
    const { value: statuses } = await rpc.getSignatureStatuses(pending).send();
    const failed = statuses.find((status) => status?.err);
    if (failed) {
      throw new Error(`a write to the buffer failed: ${JSON.stringify(failed.err, (_, value) => (typeof value === "bigint" ? Number(value) : value))}`);
    }
    pending = pending.filter((_, index) => !["confirmed", "finalized"].includes(statuses[index]?.confirmationStatus ?? ""));
    if (height > lifetime.lastValidBlockHeight) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pending.length > 0 ? POLL : 0));
  }
}
