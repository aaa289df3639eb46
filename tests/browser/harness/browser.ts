/** A headless Chromium, the one of `toolchain/chromium.sh`, for which there is no network beyond this host. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
// playwright-core drives a browser that is already there; its larger siblings download one.
import { type Browser, chromium } from "playwright-core";

const SCRIPT = fileURLToPath(new URL("../../../toolchain/chromium.sh", import.meta.url));

/** Beside playwright's own, which switch off much of what a browser does in the background, and set sRGB colours. */
const ARGUMENTS = [
  // No other host has an address, so that neither a page reaches one nor the browser itself, which looks for updates
  // and accounts whatever it is told. Nor does a proxy that the machine is set up with see any of it.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--no-proxy-server",
  "--disable-domain-reliability",
  "--no-pings",
  // Screenshots that do not depend on the screen or the graphics card.
  "--disable-gpu",
  "--disable-lcd-text",
  "--font-render-hinting=none",
];

let launcher: string | undefined;

/** Starts a browser; the caller closes it. `extra` are further arguments for Chromium. */
export async function openBrowser(extra: readonly string[] = []): Promise<Browser> {
  launcher ??= launcherPath();
  // Root, as in a container, has no user namespaces to drop into: Chromium refuses to run its sandbox there.
  const chromiumSandbox = process.getuid?.() !== 0;
  try {
    return await chromium.launch({
      executablePath: launcher,
      headless: true,
      chromiumSandbox,
      args: [...ARGUMENTS, ...extra],
    });
  } catch (error) {
    if (chromiumSandbox && String(error).includes("No usable sandbox")) {
      throw new Error(
        "Chromium finds no sandbox: allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone, " +
          "kernel.apparmor_restrict_unprivileged_userns), or set SCRIP_CHROMIUM to an installed Chromium",
      );
    }
    throw error;
  }
}

function launcherPath(): string {
  try {
    return execFileSync(SCRIPT, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
  } catch {
    // The script has said why, on standard error.
    throw new Error("there is no Chromium to test with: run toolchain/chromium.sh and do what it says");
  }
}
