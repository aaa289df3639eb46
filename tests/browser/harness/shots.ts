/** Screenshots that a test run leaves behind, in `target/screenshots`, for people to look at. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

export const SCREENSHOTS = fileURLToPath(new URL("../../../target/screenshots", import.meta.url));

/** Saves the whole page as `<name>-<width>-<light or dark>.png`, and returns the file's path. */
export async function shoot(page: Page, name: string): Promise<string> {
  if (!/^[a-z0-9-]+$/.test(name)) {
    throw new Error(`"${name}" names no screenshot: use small letters, digits and hyphens`);
  }
  const width = page.viewportSize()?.width ?? 0;
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const path = join(SCREENSHOTS, `${name}-${width}-${dark ? "dark" : "light"}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled", caret: "hide", scale: "css" });
  return path;
}
