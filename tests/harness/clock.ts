/** The chain's time. Never the host's: time travel moves only the former. */
import type { Rpc, SolanaRpcApi } from "@solana/kit";
import { type SysvarClock, fetchSysvarClock } from "@solana/sysvars";

export function chainTime(rpc: Rpc<SolanaRpcApi>): Promise<SysvarClock> {
  return fetchSysvarClock(rpc, { commitment: "confirmed" });
}
