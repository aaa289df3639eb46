/** What stands around the page in the browser tests: the browser itself, the static server and the cut wire. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { openBrowser } from "./harness/browser.ts";
import { during, expectQuiet, openPage, seenBy } from "./harness/page.ts";
import { openProxy } from "./harness/proxy.ts";
import { serve } from "./harness/static-server.ts";

const INDEX = `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><h1>Page</h1></html>`;

// The first run fetches Chromium.
beforeAll(async () => (await openBrowser()).close(), 600_000);

/** What Chromium writes with --log-net-log, as far as it is read here. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { readonly address?: string } }[];
}

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "scrip-browser-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(path, name), text);
  }
  return path;
}

async function served(files: Record<string, string>) {
  const site = await serve(folder(files));
  onTestFinished(() => site.close());
  return site;
}

test("the browser connects where the page does, and sends nothing anywhere else", async () => {
  const site = await served({ "index.html": INDEX });
  const log = join(folder({}), "net-log.json");
  const browser = await openBrowser([`--log-net-log=${log}`]);
  try {
    const page = await openPage(browser, { baseUrl: site.url, allowed: [] });
    await page.goto("/");
    // Long enough for what a browser does soon after it has started.
    await page.waitForTimeout(3_000);
    await expectQuiet(page);
  } finally {
    await browser.close();
  }
  const { constants, events } = JSON.parse(readFileSync(log, "utf8")) as NetLog;
  const all = (type: string) => events.filter((event) => event.type === constants.logEventTypes[type]);
  const addresses = all("TCP_CONNECT_ATTEMPT").flatMap(({ params }) => params?.address ?? []);
  expect([...new Set(addresses)]).toEqual([new URL(site.url).host]);
  // Names are asked for, and QUIC spoken, over UDP.
  expect(constants.logEventTypes).toHaveProperty("UDP_BYTES_SENT");
  expect(all("UDP_BYTES_SENT")).toEqual([]);
});

test("a folder is served with its types, uncompressed, unkept, and no further than itself", async () => {
  const site = await served({ "index.html": INDEX, "a.js": "1", "a.js.gz": "2", "a.js.br": "3", "a.css": "b{}", "a.woff2": "" });
  const get = (path: string) => fetch(`${site.url}${path}`, { headers: { "accept-encoding": "gzip, br" } });
  const types = { "/": "text/html;charset=utf-8", "/a.js": "text/javascript", "/a.css": "text/css", "/a.woff2": "font/woff2" };
  for (const [path, type] of Object.entries(types)) {
    const { headers } = await get(path);
    expect(headers.get("content-type"), path).toBe(type);
    expect(headers.get("cache-control"), path).toBe("no-store");
    expect(headers.get("content-encoding"), path).toBeNull();
  }
  expect(await (await get("/a.js")).text()).toBe("1");
  expect((await get("/missing")).status).toBe(404);
  expect((await get("/%2e%2e/%2e%2e/etc/passwd")).status).toBe(404);
  await site.close();
  await expect(get("/")).rejects.toThrow("fetch failed");
  await expect(serve(join(tmpdir(), "scrip-no-such-folder"))).rejects.toThrow("there is nothing to serve");
});

/** A stand-in for any server behind the wire: it answers, and holds a connection open for whoever asks for that. */
async function answering() {
  const server: Server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.url === "/hold") {
      response.write("held");
    } else {
      response.end("answer");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a wire that is cut refuses and drops connections, and works again on the same port", async () => {
  const proxy = await openProxy(await answering());
  onTestFinished(() => proxy.stop());
  const site = await served({ "index.html": INDEX });
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const page = await openPage(browser, { baseUrl: site.url, allowed: [proxy.url] });
  await page.goto("/");
  const ask = () => page.evaluate((url) => fetch(url).then((answer) => answer.text(), () => "failed"), proxy.url);
  const hold = () =>
    page.evaluate(async (url) => {
      const reader = (await fetch(`${url}/hold`)).body!.getReader();
      await reader.read();
      // Left running: it is about to be cut.
      void reader.read().then(() => "ended", () => "cut").then((how) => document.body.setAttribute("data-how", how));
    }, proxy.url);

  expect(await ask()).toBe("answer");
  await hold();
  await expectQuiet(page);
  await during(page, /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/, async () => {
    await proxy.stop();
    await page.locator("body[data-how=cut]").waitFor();
    expect(await ask()).toBe("failed");
    await proxy.start();
    expect(await ask()).toBe("answer");
  });
  await expectQuiet(page);

  // Without an announcement the same is noted.
  await proxy.stop();
  expect(await ask()).toBe("failed");
  expect((await seenBy(page)).join("\n")).toContain(`failed request: GET ${proxy.url}/: net::ERR_CONNECTION_REFUSED`);
});

test("a slow wire is slow for as long as it is told to be", async () => {
  const proxy = await openProxy(await answering());
  onTestFinished(() => proxy.stop());
  const took = async () => {
    const started = performance.now();
    expect(await (await fetch(proxy.url)).text()).toBe("answer");
    return performance.now() - started;
  };
  await took();
  proxy.delay(400);
  expect(await took()).toBeGreaterThanOrEqual(395);
  proxy.delay(0);
  expect(await took()).toBeLessThan(300);
});
