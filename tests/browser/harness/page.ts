/** A page as one reader would see it, which remembers everything that a reader must never see: see `watch.ts`. */
import type { Browser, Page } from "playwright-core";
import { watch } from "./watch.ts";

export { during, expectQuiet, seenBy } from "./watch.ts";

export interface PageOptions {
  /** Where the console is served; paths given to `goto` are relative to it. */
  readonly baseUrl: string;
  /** Origins that the page may talk to besides its own: `http://127.0.0.1:8899`, `ws://127.0.0.1:8900`. */
  readonly allowed: readonly string[];
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  /** The reader's zone, such as `America/New_York`. */
  readonly timezone?: string;
  readonly locale?: string;
  readonly reducedMotion?: boolean;
}

/** Opens a page with a profile of its own, which goes when the page is closed. */
export async function openPage(browser: Browser, options: PageOptions): Promise<Page> {
  const width = options.width ?? 1440;
  const page = await browser.newPage({
    baseURL: options.baseUrl,
    viewport: { width, height: options.height ?? (width < 600 ? 844 : 900) },
    deviceScaleFactor: 1,
    colorScheme: options.colorScheme ?? "light",
    timezoneId: options.timezone ?? "UTC",
    locale: options.locale ?? "en-US",
    reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
  });
  await watch(page, [options.baseUrl, ...options.allowed]);
  return page;
}
