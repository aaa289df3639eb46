/** The harness itself: where the validator listens, what its clock does, and that it never outlives its parent. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "./chain.ts";
import { startValidator } from "./validator.ts";
import { PROGRAMS, REPOSITORY, readArtefact } from "../../migrations/programs.ts";
import { fetchProgram, sameCode } from "../../migrations/loader.ts";

// What these tests look at belongs to a validator that the harness starts itself.
const startsOwn = !process.env.SCRIP_RPC_URL;

test("both programs are deployed and are the built artefacts", async () => {
  const validator = await startValidator();
  onTestFinished(() => validator.stop());
  const { rpc } = connect(validator.rpcUrl);
  for (const program of PROGRAMS) {
    const deployed = await fetchProgram(rpc, program.address);
    expect(deployed && sameCode(deployed.code, readArtefact(program)), program.name).toBe(true);
  }
});

test.runIf(startsOwn)("the clock moves forward on request, and not backward", async () => {
  const validator = await startValidator();
  onTestFinished(() => validator.stop());
  const chain = connect(validator.rpcUrl);
  const before = await chain.now();
  await validator.timeTravel(before + 86_400n);
  expect(await chain.now()).toBeGreaterThanOrEqual(before + 86_400n);
  await chain.newWallet();
  await expect(validator.timeTravel(before)).rejects.toThrow("past timestamp");
});

test.runIf(startsOwn && process.platform === "linux")("a validator can start in the past", async () => {
  const startTime = 1_782_993_586;
  const validator = await startValidator({ startTime });
  onTestFinished(() => validator.stop());
  const age = Number(await connect(validator.rpcUrl).now()) - startTime;
  expect(age).toBeGreaterThanOrEqual(0);
  expect(age).toBeLessThan(60);
});

test.runIf(startsOwn && existsSync("/proc/net/tcp"))("it listens on loopback alone and dies with a killed parent", async () => {
  const parent = spawn(process.execPath, ["--conditions=source", "--import", "tsx", "tests/harness/hold-validator.ts"], {
    cwd: REPOSITORY,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void parent.kill("SIGKILL"));
  const [rpcPort, wsPort] = await reportedPorts(parent);
  expect(listeners(rpcPort)).toEqual(["127.0.0.1"]);
  expect(listeners(wsPort)).toEqual(["127.0.0.1"]);
  parent.kill("SIGKILL");
  await expect.poll(() => [...listeners(rpcPort), ...listeners(wsPort)], { timeout: 5_000 }).toEqual([]);
});

function reportedPorts(parent: ChildProcess): Promise<[number, number]> {
  return new Promise((resolve, reject) => {
    if (parent.stdout) {
      createInterface(parent.stdout).once("line", (line) => resolve(JSON.parse(line)));
    }
    parent.once("exit", (code) => reject(new Error(`the parent ended with code ${code}`)));
  });
}

/** IPv4 and IPv6 addresses on which somebody listens at `port`, each once. */
function listeners(port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) =>
    existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(1) : [],
  );
  const local = rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, address, , state]) => state === "0A" && address?.endsWith(suffix))
    .map(([, address]) => readable(address?.slice(0, -suffix.length) ?? ""));
  return [...new Set(local)];
}

/** The kernel writes an IPv4 address as one little-endian number; anything longer is IPv6 and left as it is. */
function readable(hex: string): string {
  return hex.length === 8 ? [...Buffer.from(hex, "hex")].reverse().join(".") : hex;
}
