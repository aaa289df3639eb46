/**
 * Starts a validator in the past.
 *
 * Surfpool takes its first time from the host's clock and from then on moves forward only. To replay corporate
 * actions at their real times, its process is started with libfaketime, which lets that one process see an earlier
 * host clock; the validator itself is untouched, and monotonic clocks stay as they are.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const LIBRARY = "faketime/libfaketimeMT.so.1";
const CACHE = process.env.SCRIP_CACHE ?? join(homedir(), ".cache/scrip");

/** Returns the environment for a process whose host clock starts at `startTime`, in Unix seconds. */
export function hostTimeEnvironment(startTime: number | undefined): NodeJS.ProcessEnv {
  const offset = startTime === undefined ? 0 : Math.ceil(startTime - Date.now() / 1000);
  // The future needs no help: every validator that can be moved can be moved forward.
  if (offset >= 0) {
    return {};
  }
  return {
    LD_PRELOAD: findLibrary() ?? downloadLibrary(),
    FAKETIME: `${offset}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    NO_FAKE_STAT: "1",
  };
}

function findLibrary(): string | undefined {
  const system = ["/usr/lib", "/usr/lib64", ...subfolders("/usr/lib")];
  const cached = subfolders(CACHE).filter((folder) => folder.startsWith(join(CACHE, "libfaketime_")));
  const folders = [...system, ...cached.flatMap((folder) => subfolders(join(folder, "usr/lib")))];
  return folders.map((folder) => join(folder, LIBRARY)).find((path) => existsSync(path));
}

function subfolders(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Takes the package from the machine's own apt and unpacks it into the cache; installs nothing. */
function downloadLibrary(): string {
  const download = join(CACHE, `libfaketime.partial-${process.pid}`);
  mkdirSync(download, { recursive: true });
  try {
    run("apt-get", ["-qq", "download", "libfaketime"], download);
    const archive = readdirSync(download).find((name) => name.endsWith(".deb"));
    if (archive) {
      run("dpkg-deb", ["-x", archive, "unpacked"], download);
      const target = join(CACHE, archive.replace(/\.deb$/, ""));
      rmSync(target, { recursive: true, force: true });
      renameSync(join(download, "unpacked"), target);
    }
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
  const library = findLibrary();
  if (!library) {
    throw new Error(
      "the validator cannot start in the past without libfaketime, and apt-get did not provide it: install libfaketime",
    );
  }
  return library;
}

function run(command: string, args: readonly string[], folder: string): void {
  spawnSync(command, args, { cwd: folder, stdio: "ignore" });
}
