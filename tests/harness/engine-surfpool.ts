/** Surfpool from its npm package: a native module, present on the platforms for which the package exists. */
import { createRequire } from "node:module";
import { forward } from "./ports.ts";
import type { Engine, LaunchRequest } from "./launcher.ts";

/** The part of the module's interface that is used here. */
interface Surfnet {
  readonly rpcUrl: string;
  readonly wsUrl: string;
  deploy(options: { programId: string; soPath: string }): string;
  drainEvents(): unknown[];
  stop(): void;
}

export interface SurfpoolModule {
  readonly Surfnet: {
    startWithConfig(config: { offline: boolean; blockProductionMode: "clock"; slotTimeMs: number }): Surfnet;
  };
}

const PACKAGES: Partial<Record<string, string>> = { "linux-x64": "@solana/surfpool-linux-x64-gnu" };

/** Returns `undefined` where npm had no package for this platform. */
export function loadPackagedSurfpool(): SurfpoolModule | undefined {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  try {
    return name ? (createRequire(import.meta.url)(name) as SurfpoolModule) : undefined;
  } catch {
    return undefined;
  }
}

export async function startPackagedSurfpool({ Surfnet }: SurfpoolModule, request: LaunchRequest): Promise<Engine> {
  // In "clock" mode a blockhash lives for 150 slots; by default it would live for 150 transactions.
  const surfnet = Surfnet.startWithConfig({ offline: true, blockProductionMode: "clock", slotTimeMs: request.slotTime });
  for (const { address, artefact } of request.programs) {
    surfnet.deploy({ programId: address, soPath: artefact });
    if (request.upgradeAuthority) {
      await setUpgradeAuthority(surfnet.rpcUrl, address, request.upgradeAuthority);
    }
  }
  // Events that nobody takes out would pile up in memory.
  setInterval(() => surfnet.drainEvents(), 1_000).unref();
  const [rpcUrl, wsUrl] = request.rpcPort
    ? await Promise.all([forward(request.rpcPort, surfnet.rpcUrl), forward(request.rpcPort + 1, surfnet.wsUrl)])
    : [surfnet.rpcUrl, surfnet.wsUrl];
  return { description: "Surfpool (packaged)", rpcUrl, wsUrl, programsLoaded: true, stop: () => surfnet.stop() };
}

async function setUpgradeAuthority(rpcUrl: string, program: string, authority: string): Promise<void> {
  const response = await fetch(rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "surfnet_setProgramAuthority", params: [program, authority] }),
  });
  const { error } = (await response.json()) as { error?: { message: string } };
  if (error) {
    throw new Error(`Surfpool did not set the upgrade authority of ${program} to ${authority}: ${error.message}`);
  }
}
