/** Fetches the configuration from beside the page. */
import { type ConsoleConfig, ConfigError, readConfig } from "./config.ts";

export async function loadConfig(): Promise<ConsoleConfig> {
  const response = await fetch("./config.json", { cache: "no-store" }).catch(() => undefined);
  if (!response?.ok) {
    throw new ConfigError(`config.json is not beside this page${response ? ` (${response.status})` : ""}: put it there, as docs/console.md says`);
  }
  const found: unknown = await response.json().catch(() => undefined);
  return readConfig(found);
}
