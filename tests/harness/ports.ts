/** Loopback ports. */
import { type Socket, connect, createServer } from "node:net";

const LOOPBACK = "127.0.0.1";

/** Listens on a fixed loopback port and passes every connection on to `url`; returns the URL to use instead. */
export function forward(port: number, url: string): Promise<string> {
  const target = new URL(url);
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), LOOPBACK);
    const both: [Socket, Socket] = [client, upstream];
    for (const socket of both) {
      socket.setNoDelay(true);
      socket.on("error", () => both.forEach((each) => each.destroy()));
    }
    client.pipe(upstream).pipe(client);
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`port ${port} is in use: stop what listens there first`) : error),
    );
    server.listen(port, LOOPBACK, () => resolve(`${target.protocol}//${LOOPBACK}:${port}`));
  });
}

/** Finds `count` consecutive ports that are free right now. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const first = await freePort(0);
    const others = Array.from({ length: count - 1 }, (_, index) => first + 1 + index);
    const free = await Promise.all(others.map((port) => freePort(port).catch(() => undefined)));
    if (first + count < 65_536 && free.every((port) => port !== undefined)) {
      return first;
    }
  }
  throw new Error(`found no ${count} consecutive free ports on ${LOOPBACK}`);
}

function freePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
