/**
 * Starts a validator in the past.
 *
 * Surfpool takes its first time from the host's clock and from then on moves forward only. To replay corporate
 * actions at their real times, its process is started with libfaketime, which lets that one process see an earlier
 * host clock; the validator itself is untouched, and monotonic clocks stay as they are.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { REPOSITORY } from "../../migrations/programs.ts";

/** Returns the environment for a process whose host clock starts at `startTime`, in Unix seconds. */
export function hostTimeEnvironment(startTime: number | undefined): NodeJS.ProcessEnv {
  const offset = startTime === undefined ? 0 : Math.ceil(startTime - Date.now() / 1000);
  // The future needs no help: every validator that can be moved can be moved forward.
  if (offset >= 0) {
    return {};
  }
  return {
    LD_PRELOAD: findLibrary(),
    FAKETIME: `${offset}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    NO_FAKE_STAT: "1",
  };
}

/** The machine's library, or one from Debian's package, which the script unpacks into the cache. */
function findLibrary(): string {
  const { stdout, stderr } = spawnSync(join(REPOSITORY, "toolchain/libfaketime.sh"), { encoding: "utf8" });
  const library = stdout?.trim();
  if (!library) {
    const reason = stderr?.trim().split("\n").at(-1) ?? "its script does not run";
    throw new Error(`the validator cannot start in the past without libfaketime: ${reason}`);
  }
  return library;
}
