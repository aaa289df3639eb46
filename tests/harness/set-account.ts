/** Writes an account as no program would, which Surfpool does on request: the accounts of programs that are not there. */
import { type Address, type ReadonlyUint8Array, getBase16Decoder } from "@solana/kit";

/** More than the rent of any account that is written. */
const LAMPORTS = 10_000_000;

export async function setAccount(rpcUrl: string, account: Address, owner: Address, data: ReadonlyUint8Array): Promise<void> {
  const content = { owner, lamports: LAMPORTS, data: getBase16Decoder().decode(data), executable: false };
  const response = await fetch(rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "surfnet_setAccount", params: [account, content] }),
  });
  const { error } = (await response.json()) as { error?: { message: string; data?: string } };
  if (error) {
    throw new Error(`the validator at ${rpcUrl} did not write account ${account}: ${error.data ?? error.message}`);
  }
}
