/** What a step of a migration is: it looks at the chain and says what is left to do. */
import type { KeyPairSigner, Rpc, SolanaRpcApi } from "@solana/kit";
import type { Deployment } from "./deployment.ts";

/** What every step works with. */
export interface Context {
  readonly rpc: Rpc<SolanaRpcApi>;
  readonly url: string;
  /** Path of the key file of `authority`. */
  readonly keypair: string;
  /** Pays, and is the upgrade authority, the registry's authority and the issuer's admin. */
  readonly authority: KeyPairSigner;
  readonly deployment: Deployment;
  /** A line for whoever watches. */
  readonly say: (line: string) => void;
}

/** One thing to do. Done twice, it fails or changes nothing. */
export interface Task {
  /** In the imperative, with the address or name it is about. */
  readonly what: string;
  /** Lamports that it locks as rent. Fees come on top. */
  readonly lamports: bigint;
  /** Does it, and returns the signatures that prove it; none where more than a few were needed. */
  apply(): Promise<readonly string[]>;
}

/** Compares the chain with what it should be. Reads only; throws when somebody has to decide. */
export interface Step {
  /** Number and name, for ever the same. */
  readonly id: string;
  look(context: Context): Promise<readonly Task[]>;
}

export const LAMPORTS_PER_SOL = 1e9;

export function sol(lamports: bigint): string {
  return (Number(lamports) / LAMPORTS_PER_SOL).toFixed(6);
}
