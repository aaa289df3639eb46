/** Serves a folder, such as the production build, as any plain web server would. */
import { existsSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
// sirv knows content types and ranges, and that a path must stay inside the folder.
import sirv from "sirv";

export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts to serve on a free loopback port; nothing is compressed and nothing is kept by the browser. */
export async function serve(folder: string): Promise<StaticServer> {
  if (!existsSync(folder)) {
    throw new Error(`there is nothing to serve at ${folder}: build it first`);
  }
  const files = sirv(folder, { dev: true, etag: false, gzip: false, brotli: false });
  const server: Server = createServer((request, response) => {
    response.setHeader("Cache-Control", "no-store");
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end(`${request.url} is not here\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
