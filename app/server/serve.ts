/** Serves a build of the console with its configuration, on loopback. */
import { readFileSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import type { ConsoleConfig } from "../src/config.ts";
import { type Build, folderOf } from "./builds.ts";
import { headerPolicy, withPolicy } from "./policy.ts";

export interface ConsoleToServe {
  readonly build: Build;
  readonly config: ConsoleConfig;
  /** Default: a free one. */
  readonly port?: number;
  /** Folder with the files of distributions, served below the page where the configuration says. */
  readonly distributions?: string;
}

export interface ServedConsole {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveConsole({ build, config, port = 0, distributions }: ConsoleToServe): Promise<ServedConsole> {
  const folder = folderOf(build);
  // Each time anew: a build that is made meanwhile has other files.
  const page = () => withPolicy(readFileSync(join(folder, "index.html"), "utf8"), config);
  page();
  const files = sirv(folder, { dev: true, etag: true });
  const published = distributions && config.distributions ? sirv(distributions, { dev: true }) : undefined;
  const prefix = `/${config.distributions ?? ""}`;

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    // Not by URL, which throws for paths such as "//".
    const pathname = (request.url ?? "/").replace(/[?#].*$/, "");
    response.setHeader("Content-Security-Policy", headerPolicy(config));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (pathname === "/" || pathname === "/index.html") {
      response.setHeader("Cache-Control", "no-store");
      send(response, "text/html; charset=utf-8", page());
    } else if (pathname === "/config.json") {
      response.setHeader("Cache-Control", "no-store");
      send(response, "application/json", JSON.stringify(config));
    } else if (published && pathname.startsWith(prefix)) {
      request.url = pathname.slice(prefix.length - 1);
      published(request, response, () => notFound(response));
    } else {
      files(request, response, () => notFound(response));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, type: string, body: string): void {
  response.setHeader("Content-Type", type);
  response.end(body);
}

function notFound(response: ServerResponse): void {
  response.statusCode = 404;
  response.end("not found");
}
