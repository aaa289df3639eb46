/** The browser harness itself: that it sees what it is there to see, on small pages of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { axeViolations, expectAccessible } from "./harness/axe.ts";
import { openBrowser } from "./harness/browser.ts";
import { type PageOptions, during, expectQuiet, openPage, seenBy } from "./harness/page.ts";
import { shoot } from "./harness/shots.ts";
import { type StaticServer, serve } from "./harness/static-server.ts";

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}</head>` +
  `<body><main><h1>Page</h1>${body}</main></body></html>`;
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

const folder = mkdtempSync(join(tmpdir(), "scrip-browser-"));
let browser: Browser;
let site: StaticServer;

beforeAll(async () => {
  const files = {
    "index.html": page("<p>Nothing to see.</p>"),
    "strict.html": page(`<button></button>`, `<meta http-equiv="Content-Security-Policy" content="${CSP}">`),
    "unlabelled.html": page(`<input><img src="${PIXEL}"><p style="color:#aaa;background:#fff">Faint.</p>`),
    "long.html": page(`<p>Top</p><div style="height:3000px"></div><p>1,234.5 shares</p>`),
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  site = await serve(folder);
  // The first run fetches Chromium.
  browser = await openBrowser();
}, 600_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

async function open(path: string, options: Partial<PageOptions> = {}) {
  const opened = await openPage(browser, { baseUrl: site.url, allowed: [], ...options });
  onTestFinished(() => opened.close());
  await opened.goto(path);
  return opened;
}

/** A server that lets any page read it, and remembers whether one asked. */
async function otherServer() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.setHeader("Access-Control-Allow-Origin", "*").end("answer");
  });
  server.on("upgrade", (request, socket) => {
    asked.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { asked, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("a page with nothing wrong is quiet and accessible", async () => {
  const opened = await open("/");
  await expectQuiet(opened);
  await expectAccessible(opened);
});

test("warnings, errors and uncaught errors are seen, and information is not", async () => {
  const opened = await open("/");
  await opened.evaluate(() => {
    console.info("all is well");
    console.warn("mind the step");
    console.error("it broke");
    void Promise.reject(new Error("nobody listens"));
    setTimeout(() => { throw new Error("out of the blue"); });
  });
  await opened.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await expect(expectQuiet(opened)).rejects.toThrow("should be quiet");
  const seen = (await seenBy(opened)).map((line) => line.split("\n")[0]?.replace(/ \(.*/, ""));
  expect(seen.sort()).toEqual([
    "console error: it broke",
    "console warning: mind the step",
    "uncaught error: Error: nobody listens",
    "uncaught error: Error: out of the blue",
  ]);
});

test("a missing file is seen", async () => {
  const opened = await open("/");
  await opened.evaluate(() => fetch("/missing.json"));
  await expect(expectQuiet(opened)).rejects.toThrow(/status of 404.*missing\.json/);
});

test("requests to anyone else are seen and stopped, on this host and elsewhere", async () => {
  const other = await otherServer();
  const opened = await open("/");
  const urls = [`http://${other.host}/http`, "https://foreign.example/", "https://192.0.2.1/"];
  const get = (all: string[]) => Promise.all(all.map((url) => fetch(url).then(() => "answered", () => "stopped")));
  expect(await opened.evaluate(get, urls)).toEqual(urls.map(() => "stopped"));
  expect(other.asked).toEqual([]);
  const sockets = ["ws://foreign.example/", `ws://${other.host}/socket`];
  await opened.evaluate(
    (all) => Promise.all(all.map((url) => new Promise((resolve) => (new WebSocket(url).onerror = resolve)))),
    sockets,
  );
  const seen = await seenBy(opened);
  for (const line of [...urls.map((url) => `GET ${url}`), ...sockets.map((url) => `WebSocket ${url}`)]) {
    expect(seen).toContain(`foreign request: ${line}`);
  }
});

test("allowed origins are reached, preflight and all", async () => {
  const other = await otherServer();
  const opened = await open("/", { allowed: [`http://${other.host}`] });
  const read = () => opened.evaluate((host) => fetch(`http://${host}/`).then((answer) => answer.text()), other.host);
  expect(await read()).toBe("answer");
  await expectQuiet(opened);
  // This server allows no content type, which the browser must hear from the server itself.
  const post = () =>
    opened.evaluate(
      (host) => fetch(`http://${host}/`, { method: "POST", headers: { "content-type": "application/json" } }).then(() => "sent", () => "refused"),
      other.host,
    );
  expect(await post()).toBe("refused");
  expect(other.asked).toEqual(["GET /", "OPTIONS /"]);
  await expect(expectQuiet(opened)).rejects.toThrow("CORS policy");
});

test("announced noise is let through while it is announced, and nothing else", async () => {
  const opened = await open("/");
  const say = (text: string) => opened.evaluate((said) => console.error(said), text);
  await during(opened, /known trouble/, () => say("known trouble"));
  await expectQuiet(opened);
  await during(opened, /known trouble/, () => say("new trouble"));
  await say("known trouble, later");
  expect(await seenBy(opened)).toEqual([
    expect.stringContaining("new trouble"),
    expect.stringContaining("known trouble, later"),
  ]);
});

test("axe finds what is wrong, and names it", async () => {
  const opened = await open("/unlabelled.html");
  const rules = (await axeViolations(opened)).map(({ rule }) => rule).sort();
  expect(rules).toEqual(["color-contrast", "image-alt", "label"]);
  await expect(expectAccessible(opened)).rejects.toThrow(/critical: .*\(image-alt\)\n {4}img: /);
});

test("axe runs under a strict content security policy, and leaves the page quiet", async () => {
  const opened = await open("/strict.html");
  expect((await axeViolations(opened)).map(({ rule }) => rule)).toEqual(["button-name"]);
  await expectQuiet(opened);
  await opened.addScriptTag({ content: "globalThis.injected = true" }).catch(() => undefined);
  expect(await opened.evaluate(() => "injected" in globalThis)).toBe(false);
});

test("screenshots show the whole page at the reader's width, and the same each time", async () => {
  for (const width of [390, 820, 1440]) {
    const opened = await open("/long.html", { width, colorScheme: "dark" });
    const path = await shoot(opened, "harness");
    onTestFinished(() => rmSync(path, { force: true }));
    expect(path).toMatch(new RegExp(`target/screenshots/harness-${width}-dark\\.png$`));
    const image = readFileSync(path);
    expect(image.subarray(1, 4).toString()).toBe("PNG");
    expect(image.readUInt32BE(16)).toBe(width);
    expect(image.readUInt32BE(20)).toBeGreaterThan(3000);
    await opened.reload();
    expect(readFileSync(await shoot(opened, "harness")).equals(image)).toBe(true);
  }
});

test("a page has the reader's zone, language and taste", async () => {
  const opened = await open("/", { timezone: "Asia/Tokyo", locale: "de-CH", colorScheme: "dark", width: 390 });
  const reader = await opened.evaluate(() => ({
    hour: new Date(0).getHours(),
    language: navigator.language,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
    width: innerWidth,
  }));
  expect(reader).toEqual({ hour: 9, language: "de-CH", dark: true, still: true, width: 390 });
});
