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
  const { name, cluster, rpcUrl, issuer, reader, distributions, wallets, refreshSeconds = DEFAULT_REFRESH } = config;
  require(typeof name === "string" && name !== "", "name", name, "a text");
  require(typeof cluster === "string" && CLUSTERS.includes(cluster), "cluster", cluster, CLUSTERS.join(", "));
  require(typeof rpcUrl === "string" && isNode(rpcUrl), "rpcUrl", rpcUrl, "an address that begins with http:// or https://, without a user's name in it");
  require(typeof issuer === "string" && isAddress(issuer), "issuer", issuer, "the address of an issuer's account");
  require(reader === undefined || (typeof reader === "string" && isAddress(reader)), "reader", reader, "the address of a wallet");
  require(distributions === undefined || isFolder(distributions), "distributions", distributions, "a folder beside the page, as distributions/");
  require(isPause(refreshSeconds), "refreshSeconds", refreshSeconds, "seconds, from 1 to 3600");
  require(wallets === undefined || (Array.isArray(wallets) && wallets.every(isLocalWallet)), "wallets", "not as expected", "a list of names with secretKey, 64 numbers from 0 to 255");
  return { ...(config as unknown as ConsoleConfig), refreshSeconds: refreshSeconds as number };
}

/** Browsers ask nothing of an address with a user's name and password in it. */
function isNode(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

function isPause(value: unknown): boolean {
  return typeof value === "number" && value >= 1 && value <= 3_600;
}

function isLocalWallet(value: unknown): boolean {
  const { name, secretKey } = (value ?? {}) as Record<string, unknown>;
  const isByte = (number: unknown) => Number.isInteger(number) && (number as number) >= 0 && (number as number) <= 255;
  return typeof name === "string" && Array.isArray(secretKey) && secretKey.length === 64 && secretKey.every(isByte);
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
