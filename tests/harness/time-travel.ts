/** Moves the clock of a running Surfpool. */
import { createSolanaRpc } from "@solana/kit";
import { chainTime } from "./clock.ts";

interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: string;
}

const METHOD_NOT_FOUND = -32_601;
const SETTLE_TIMEOUT = 10_000;

/** Moves the chain's clock forward and returns once a block has been made at the new time. */
export async function timeTravel(rpcUrl: string, unixSeconds: number | bigint): Promise<void> {
  const response = await fetch(rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    // Milliseconds, unlike everywhere else on Solana.
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "surfnet_timeTravel",
      params: [{ absoluteTimestamp: Number(unixSeconds) * 1000 }],
    }),
  });
  const { error } = (await response.json()) as { error?: RpcError };
  if (error) {
    throw new Error(
      error.code === METHOD_NOT_FOUND
        ? `the validator at ${rpcUrl} cannot move its clock: use Surfpool`
        : `the validator at ${rpcUrl} did not move its clock to ${unixSeconds}: ${error.data ?? error.message}`,
    );
  }
  await settle(rpcUrl, BigInt(unixSeconds));
}

/** The jump itself leaves the clock's slot at the position within the epoch; the next block puts it right. */
async function settle(rpcUrl: string, unixSeconds: bigint): Promise<void> {
  const rpc = createSolanaRpc(rpcUrl);
  const { absoluteSlot } = await rpc.getEpochInfo().send();
  const deadline = Date.now() + SETTLE_TIMEOUT;
  for (;;) {
    const clock = await chainTime(rpc);
    if (clock.unixTimestamp >= unixSeconds && clock.slot > absoluteSlot) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`the validator's clock stands at ${clock.unixTimestamp} after a jump to ${unixSeconds}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
