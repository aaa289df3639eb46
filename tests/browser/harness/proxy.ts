/**
 * A wire between a page and the validator's RPC, HTTP or WebSocket, that a test can cut and mend. It passes bytes on
 * and knows nothing of what they mean.
 */
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { Transform } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

const LOOPBACK = "127.0.0.1";

export interface Proxy {
  /** What the page is given in place of the target; the same for as long as the proxy lives. */
  readonly url: string;
  /** Cuts every connection and refuses new ones, as a server that has died. */
  stop(): Promise<void>;
  /** Listens on the same port again. */
  start(): Promise<void>;
  /** Holds back whatever the page sends from now on for so long; 0 ends that. */
  delay(milliseconds: number): void;
}

/** Starts a proxy to `target` (`http://...` or `ws://...`) on a free port, or on the given one. */
export async function openProxy(target: string, port = 0): Promise<Proxy> {
  const { protocol, hostname, port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let held = 0;

  const accept = (client: Socket) => {
    const upstream = connect(Number(targetPort), hostname);
    const slow = new Transform({
      transform: (chunk, _encoding, done) => void (held ? sleep(held) : Promise.resolve()).then(() => done(null, chunk)),
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      // An error is always followed by "close".
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        // Soon, as the other side may still have bytes to deliver.
        client.destroySoon();
        upstream.destroySoon();
      });
    }
    client.pipe(slow).pipe(upstream).pipe(client);
  };

  const start = async () => {
    if (server) {
      return;
    }
    const listener = createServer(accept);
    await new Promise<void>((resolve, reject) => {
      listener.once("error", reject);
      listener.listen(port, LOOPBACK, resolve);
    });
    port = (listener.address() as AddressInfo).port;
    server = listener;
  };

  const stop = async () => {
    const listener = server;
    server = undefined;
    if (listener) {
      const closed = new Promise((resolve) => listener.close(resolve));
      sockets.forEach((socket) => socket.destroy());
      await closed;
    }
  };

  await start();
  return { url: `${protocol}//${LOOPBACK}:${port}`, stop, start, delay: (milliseconds) => void (held = milliseconds) };
}
