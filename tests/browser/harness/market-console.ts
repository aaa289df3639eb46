/** The console of a story's market: the production build, served for the market's issuer and the story's validator. */
import type { ConsoleConfig } from "../../../app/src/config.ts";
import { type Build, requireFresh } from "../../../app/server/builds.ts";
import { type ServedConsole, serveConsole } from "../../../app/server/serve.ts";
import type { Market } from "../../harness/market.ts";

export interface ConsoleOptions extends Partial<ConsoleConfig> {
  readonly build?: Build;
  /** Folder with the files of distributions. */
  readonly files?: string;
}

export async function consoleOf(market: Market, rpcUrl: string, { build = "production", files, ...further }: ConsoleOptions = {}): Promise<ServedConsole> {
  requireFresh(build);
  const config: ConsoleConfig = {
    name: "Example Issuer",
    cluster: "localnet",
    rpcUrl,
    issuer: market.issuer,
    reader: market.payer.address,
    refreshSeconds: 1,
    ...further,
  };
  return serveConsole({ build, config, distributions: files });
}
