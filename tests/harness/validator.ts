/**
 * A Solana validator with both programs deployed, for stories, the demo and developers.
 *
 * `SCRIP_RPC_URL` and `SCRIP_WS_URL` name a validator that runs already; otherwise one is started: the packaged
 * Surfpool, or a `surfpool` or `solana-test-validator` on the PATH. It lives in a child process, which ends with
 * this one however this one ends, and listens on loopback alone.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Address } from "@solana/kit";
import { PROGRAMS, type Program, REPOSITORY, requireArtefacts } from "../../migrations/programs.ts";
import { deployMissing } from "./deploy-missing.ts";
import { hostTimeEnvironment } from "./host-time.ts";
import type { LaunchReport, LaunchRequest } from "./launcher.ts";
import { timeTravel } from "./time-travel.ts";

export interface ValidatorOptions {
  /** Fixed loopback port for JSON-RPC; the WebSocket takes the next one. Default: free ports. */
  readonly rpcPort?: number;
  /** Milliseconds between blocks. Default 50. */
  readonly slotTime?: number;
  /** Who may upgrade the programs. Default: nobody. */
  readonly upgradeAuthority?: Address;
  /** Unix seconds at which the validator's clock starts. Default: now. */
  readonly startTime?: number;
  /** Which programs to deploy. Default: both. */
  readonly programs?: readonly Program[];
}

export interface Validator {
  readonly rpcUrl: string;
  readonly wsUrl: string;
  /** What runs, for people to read. */
  readonly description: string;
  /** Ends the validator, unless it was running before. */
  stop(): Promise<void>;
  /**
   * Freezes the validator's process, as an outage would, and returns what lets it go on. Its clock goes on where it
   * stood. Throws for a validator that was running before.
   */
  freeze(): () => void;
  /** Moves the chain's clock forward to a Unix time in seconds. Throws on validators that cannot. */
  timeTravel(unixSeconds: number | bigint): Promise<void>;
}

/** Starts a validator, or finds the one that the environment names, and makes sure that both programs are there. */
export async function startValidator(options: ValidatorOptions = {}): Promise<Validator> {
  const programs = options.programs ?? PROGRAMS;
  requireArtefacts(programs);
  const running = fromEnvironment();
  if (running) {
    await deployMissing(running.rpcUrl, programs);
    const freeze = () => {
      throw new Error(`${running.description} is not this program's own, and is not frozen`);
    };
    return { ...running, stop: async () => undefined, freeze, timeTravel: (time) => timeTravel(running.rpcUrl, time) };
  }
  const { rpcPort, slotTime = 50, startTime, upgradeAuthority } = options;
  const request = { rpcPort, slotTime, upgradeAuthority, programs: programs.map(({ address, artefact }) => ({ address, artefact })) };
  const { child, report } = await launch(request, hostTimeEnvironment(startTime));
  const validator: Validator = {
    ...report,
    stop: () => end(child),
    freeze: () => {
      child.kill("SIGSTOP");
      return () => child.kill("SIGCONT");
    },
    timeTravel: (time) => timeTravel(report.rpcUrl, time),
  };
  if (!report.programsLoaded) {
    await deployMissing(report.rpcUrl, programs);
  }
  if (startTime !== undefined && startTime * 1000 > Date.now()) {
    await validator.timeTravel(startTime);
  }
  return validator;
}

function fromEnvironment(): { rpcUrl: string; wsUrl: string; description: string } | undefined {
  const rpcUrl = process.env.SCRIP_RPC_URL;
  if (!rpcUrl) {
    return undefined;
  }
  const wsUrl = process.env.SCRIP_WS_URL;
  if (!wsUrl) {
    throw new Error("SCRIP_RPC_URL is set and SCRIP_WS_URL is not: set both, or neither to start a validator");
  }
  return { rpcUrl, wsUrl, description: `the validator at ${rpcUrl}` };
}

function launch(request: LaunchRequest, environment: NodeJS.ProcessEnv) {
  const child = fork(fileURLToPath(new URL("launcher.ts", import.meta.url)), [JSON.stringify(request)], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise<{ child: ChildProcess; report: Extract<LaunchReport, { rpcUrl: string }> }>((resolve, reject) => {
    child.once("message", (report: LaunchReport) => {
      if ("error" in report) {
        reject(new Error(report.error));
        return;
      }
      // A validator that nobody stops must not keep its parent alive.
      child.unref();
      child.channel?.unref();
      resolve({ child, report });
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the validator's process ended with code ${code} before it was ready`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    child.ref();
    child.once("exit", () => resolve());
    if (child.connected) {
      child.disconnect();
    }
  });
}
