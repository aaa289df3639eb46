/**
 * The child process that holds the validator. It ends when the channel to its parent closes, which the kernel does
 * also for a parent that was killed.
 */
import type { Address } from "@solana/kit";
import { startBinary } from "./engine-binary.ts";
import { loadPackagedSurfpool, startPackagedSurfpool } from "./engine-surfpool.ts";

export interface LaunchRequest {
  readonly rpcPort?: number;
  readonly slotTime: number;
  readonly upgradeAuthority?: Address;
  readonly programs: readonly { readonly address: Address; readonly artefact: string }[];
}

export interface Engine {
  readonly description: string;
  readonly rpcUrl: string;
  readonly wsUrl: string;
  readonly programsLoaded: boolean;
  stop(): void;
}

export type LaunchReport = Omit<Engine, "stop"> | { readonly error: string };

async function start(request: LaunchRequest): Promise<Engine> {
  const surfpool = loadPackagedSurfpool();
  return surfpool ? startPackagedSurfpool(surfpool, request) : startBinary(request);
}

function report(message: LaunchReport): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  let engine: Engine | undefined;
  const end = () => {
    engine?.stop();
    process.exit(0);
  };
  process.on("disconnect", end);
  process.on("SIGTERM", end);
  // Ctrl-C reaches the whole process group; the parent decides what it means.
  process.on("SIGINT", () => undefined);
  try {
    engine = await start(JSON.parse(process.argv[2] ?? "") as LaunchRequest);
    const { stop: _, ...ready } = engine;
    report(ready);
  } catch (error) {
    report({ error: error instanceof Error ? error.message : String(error) });
    process.disconnect?.();
  }
}

await main();
