/** A validator from the PATH, where the packaged Surfpool does not exist for the platform. */
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePorts } from "./ports.ts";
import type { Engine, LaunchRequest } from "./launcher.ts";

const START_TIMEOUT = 60_000;
/** JSON-RPC, WebSocket, faucet, gossip, and the range that Agave's validator asks for. */
const PORTS = 40;

interface Setup {
  readonly args: string[];
  readonly programsLoaded: boolean;
}

type Configure = (request: LaunchRequest, firstPort: number, folder: string) => Setup;

const surfpool: Configure = ({ slotTime }, port, folder) => ({
  args: [
    "start", "--offline", "--no-tui", "--no-studio", "--no-deploy", "--yes",
    "--host", "127.0.0.1", "--port", `${port}`, "--ws-port", `${port + 1}`,
    "--slot-time", `${slotTime}`, "--block-production-mode", "clock", "--log-path", folder,
  ],
  programsLoaded: false,
});

const testValidator: Configure = ({ programs, upgradeAuthority }, port, folder) => ({
  args: [
    "--reset", "--quiet", "--ledger", join(folder, "ledger"), "--bind-address", "127.0.0.1",
    "--rpc-port", `${port}`, "--faucet-port", `${port + 2}`, "--gossip-port", `${port + 3}`,
    "--dynamic-port-range", `${port + 4}-${port + PORTS - 1}`,
    ...programs.flatMap(({ address, artefact }) => ["--upgradeable-program", address, artefact, upgradeAuthority ?? "none"]),
  ],
  programsLoaded: true,
});

const ENGINES: readonly [string, Configure][] = [
  ["surfpool", surfpool],
  ["solana-test-validator", testValidator],
];

export async function startBinary(request: LaunchRequest): Promise<Engine> {
  const found = ENGINES.find(([name]) => isOnPath(name));
  if (!found) {
    throw new Error(
      `no validator for ${process.platform}-${process.arch}: put \`surfpool\` or \`solana-test-validator\` on the PATH, ` +
        "or set SCRIP_RPC_URL and SCRIP_WS_URL",
    );
  }
  const [name, configure] = found;
  const port = request.rpcPort ?? (await freePorts(PORTS));
  const folder = mkdtempSync(join(tmpdir(), "scrip-validator-"));
  const { args, programsLoaded } = configure(request, port, folder);
  const log = join(folder, "output.log");
  const output = openSync(log, "w");
  const child = spawn(name, args, { cwd: folder, stdio: ["ignore", output, output] });
  const stop = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  const rpcUrl = `http://127.0.0.1:${port}`;
  await waitUntilHealthy(child, rpcUrl, `${name} did not start: see ${log}`);
  return { description: `${name} from the PATH`, rpcUrl, wsUrl: `ws://127.0.0.1:${port + 1}`, programsLoaded, stop };
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function waitUntilHealthy(child: ChildProcess, rpcUrl: string, failure: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT;
  while (!(await isHealthy(rpcUrl))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(failure);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isHealthy(rpcUrl: string): Promise<boolean> {
  try {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "getHealth" });
    const response = await fetch(rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
    return ((await response.json()) as { result?: string }).result === "ok";
  } catch {
    return false;
  }
}
