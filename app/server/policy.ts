/** The content security policy of the page: its own files, and the configured node; nothing else can be asked. */
import type { ConsoleConfig } from "../src/config.ts";

export function securityPolicy({ rpcUrl }: Pick<ConsoleConfig, "rpcUrl">): string {
  const node = new URL(rpcUrl).origin;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // Wallets give their pictures as data.
    "img-src 'self' data:",
    `connect-src 'self' ${node}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** As a header, which alone can forbid that another page shows this one inside itself. */
export function headerPolicy(config: Pick<ConsoleConfig, "rpcUrl">): string {
  return `${securityPolicy(config)}; frame-ancestors 'none'`;
}

/** The page with the policy in its head. */
export function withPolicy(html: string, config: Pick<ConsoleConfig, "rpcUrl">): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${securityPolicy(config)}" />`;
  return html.replace("<head>", `<head>\n    ${meta}`);
}
