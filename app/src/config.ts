/** What the page is told by the `config.json` beside it: one build serves every issuer. */
import { type Address, isAddress } from "@solana/kit";

export type Cluster = "localnet" | "devnet" | "testnet" | "mainnet";

export interface ConsoleConfig {
  /** Whose shares these are, as people know the issuer. */
  readonly name: string;
  readonly cluster: Cluster;
  /** The node: everything on the page is asked of it, and nothing of anybody else. */
  readonly rpcUrl: string;
  /** Address of the issuer's account. */
  readonly issuer: Address;
  /** Seconds between two readings. */
  readonly refreshSeconds: number;
  /** A funded wallet that simulations name as fee payer while no wallet is connected; it signs and pays nothing. */
  readonly reader?: Address;
  /** Folder beside the page with the published files of distributions, named after their payouts. */
  readonly distributions?: string;
  /** Wallets that the page holds itself; read by the build for a local network alone. */
  readonly wallets?: readonly LocalWallet[];
}

export interface LocalWallet {
  readonly name: string;
  /** 64 bytes: what a key file of the Solana tools holds. */
  readonly secretKey: readonly number[];
}

/** The configuration is missing or wrong: the page cannot begin. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const CLUSTERS: readonly string[] = ["localnet", "devnet", "testnet", "mainnet"];
const DEFAULT_REFRESH = 15;

export function readConfig(found: unknown): ConsoleConfig {
  if (typeof found !== "object" || found === null) {
    throw new ConfigError("config.json is no JSON object: see docs/console.md");
  }
  const config = found as Record<string, unknown>;
  const { name, cluster, rpcUrl, issuer, reader, distributions, refreshSeconds = DEFAULT_REFRESH } = config;
  require(typeof name === "string" && name !== "", "name", name, "a text");
  require(typeof cluster === "string" && CLUSTERS.includes(cluster), "cluster", cluster, CLUSTERS.join(", "));
  require(typeof rpcUrl === "string" && /^https?:\/\//.test(rpcUrl), "rpcUrl", rpcUrl, "an address that begins with http:// or https://");
  require(typeof issuer === "string" && isAddress(issuer), "issuer", issuer, "the address of an issuer's account");
  require(reader === undefined || (typeof reader === "string" && isAddress(reader)), "reader", reader, "the address of a wallet");
  require(distributions === undefined || isFolder(distributions), "distributions", distributions, "a folder beside the page, as distributions/");
  require(typeof refreshSeconds === "number" && refreshSeconds >= 1, "refreshSeconds", refreshSeconds, "seconds, at least 1");
  return { ...(config as unknown as ConsoleConfig), refreshSeconds: refreshSeconds as number };
}

/** On the page's own host, below the page. */
function isFolder(value: unknown): boolean {
  return typeof value === "string" && /^(?:[\w-]+\/)+$/.test(value);
}

function require(holds: boolean, field: string, value: unknown, allowed: string): void {
  if (!holds) {
    throw new ConfigError(`config.json: ${field} is ${JSON.stringify(value) ?? "missing"}, and has to be ${allowed}`);
  }
}
