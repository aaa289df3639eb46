/**
 * What a page does that it should not: console warnings and errors, uncaught errors, requests that fail, and requests
 * to anyone it has no business with, which are also stopped. (Chromium has no way to stop a WebSocket to another port
 * of this host, short of replacing the page's WebSocket; it is noted all the same.)
 */
import type { Page } from "playwright-core";

interface Watch {
  seen: string[];
  /** What the test has announced for the time being: see `during`. */
  expected: RegExp[];
}

const watches = new WeakMap<Page, Watch>();

/** Starts to watch a page that may talk to these origins alone. */
export async function watch(page: Page, origins: readonly string[]): Promise<void> {
  const watched: Watch = { seen: [], expected: [] };
  watches.set(page, watched);
  const allowed = new Set(origins.map((origin) => new URL(origin).origin));
  const foreign = (url: string) => !/^(data|blob|about):/.test(url) && !allowed.has(new URL(url).origin);
  const note = (text: string) => {
    if (!watched.expected.some((pattern) => pattern.test(text))) {
      watched.seen.push(text);
    }
  };

  page.on("console", (message) => {
    if (message.type() === "warning" || message.type() === "error") {
      const { url, lineNumber } = message.location();
      note(`console ${message.type()}: ${message.text()}${url ? ` (${url}:${lineNumber + 1})` : ""}`);
    }
  });
  page.on("pageerror", (error) => note(`uncaught error: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    if (foreign(request.url())) {
      note(`foreign request: ${request.method()} ${request.url()}`);
    }
  });
  page.on("websocket", (socket) => {
    if (foreign(socket.url())) {
      note(`foreign request: WebSocket ${socket.url()}`);
    }
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "unknown";
    // A page may give up on an answer itself, and leaving a page does.
    if (reason !== "net::ERR_ABORTED" && !foreign(request.url())) {
      note(`failed request: ${request.method()} ${request.url()}: ${reason}`);
    }
  });

  // Not playwright's `route`: that answers CORS preflights itself, which would hide a server that refuses them.
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setBlockedURLs", {
    urlPatterns: [
      ...[...allowed].map((origin) => ({ urlPattern: `${origin}/*`, block: false })),
      { urlPattern: "http://*:*/*", block: true },
      { urlPattern: "https://*:*/*", block: true },
    ],
  });
}

/** Everything noted so far, but for what was expected. */
export async function seenBy(page: Page): Promise<readonly string[]> {
  await settled(page);
  return watchOf(page).seen;
}

/** Throws what the page did that it should not have done. */
export async function expectQuiet(page: Page): Promise<void> {
  const seen = await seenBy(page);
  if (seen.length > 0) {
    throw new Error(`${page.url()} should be quiet, and was not:\n${seen.map((line) => `  ${line}`).join("\n")}`);
  }
}

/**
 * Runs an action during which what matches the pattern is expected: Chromium itself complains about an RPC that is
 * down, for one. The pattern is tried on lines as `expectQuiet` prints them.
 */
export async function during<T>(page: Page, pattern: RegExp, action: () => Promise<T>): Promise<T> {
  const watched = watchOf(page);
  watched.expected.push(pattern);
  try {
    const result = await action();
    await settled(page);
    return result;
  } finally {
    watched.expected.splice(watched.expected.indexOf(pattern), 1);
  }
}

/** Events come in order: after the answer to a question, all that happened before it has been noted. */
async function settled(page: Page): Promise<void> {
  const ask = () => page.evaluate(() => undefined);
  if (!page.isClosed()) {
    // A page that is just being left answers from the next one.
    await ask().catch(ask);
  }
}

function watchOf(page: Page): Watch {
  const watched = watches.get(page);
  if (!watched) {
    throw new Error("this page is not watched: open it with openPage");
  }
  return watched;
}
