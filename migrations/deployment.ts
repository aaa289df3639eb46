/**
 * Reads a deployment folder: `deployment.toml`, and `assets/`, which the command line reads (`scrip apply`).
 *
 * What is not understood is refused by name: a slip of the pen must not become a permission that is missing.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Permission, RegistrarPermission } from "@scrip/client";
import { type Address, isAddress } from "@solana/kit";
import { parse } from "smol-toml";

/** A key with permissions that end at a Unix time; 0: they do not. */
export interface Appointment {
  readonly key: Address;
  readonly permissions: number;
  readonly expiresAt: bigint;
}

export interface Deployment {
  /** Genesis hash of the only cluster it may be applied to; absent: any. */
  readonly genesis?: string;
  readonly issuerIndex: number;
  readonly registryIndex: number;
  readonly staff: readonly Appointment[];
  readonly registrars: readonly Appointment[];
  readonly custodians: readonly Address[];
  /** The folder of the assets' files; absent: there is none. */
  readonly assets?: string;
}

type Table = Readonly<Record<string, unknown>>;

const STAFF: Readonly<Record<string, number>> = {
  mint: Permission.Mint,
  redeem: Permission.Redeem,
  pause: Permission.Pause,
  unpause: Permission.Unpause,
  halt: Permission.Halt,
  resume: Permission.Resume,
  "corporate-actions": Permission.CorporateActions,
  check: Permission.Check,
  metadata: Permission.Metadata,
};

const REGISTRAR: Readonly<Record<string, number>> = {
  onboard: RegistrarPermission.Onboard,
  suspend: RegistrarPermission.Suspend,
  venues: RegistrarPermission.Venues,
};

/** Throws one clear line that names the file and the field. */
export function readDeployment(folder: string): Deployment {
  const file = join(folder, "deployment.toml");
  if (!existsSync(file)) {
    throw new Error(`there is no ${file}: copy deployment/example, or name a folder with --deployment`);
  }
  try {
    return deploymentOf(parse(readFileSync(file, "utf8")), dirname(file));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function deploymentOf(root: Table, folder: string): Deployment {
  known(root, ["cluster", "issuer", "registry", "staff", "registrar", "custodian"], "the file");
  const cluster = table(root.cluster, "[cluster]", ["genesis"]);
  const { genesis } = cluster;
  if (genesis !== undefined && typeof genesis !== "string") {
    throw new Error("genesis of [cluster] must be text");
  }
  const assets = join(folder, "assets");
  const custodians = tables(root.custodian, "[[custodian]]").map((each) => address(table(each, "[[custodian]]", ["key"]), "[[custodian]]"));
  return {
    ...(genesis === undefined ? {} : { genesis }),
    issuerIndex: index(table(root.issuer, "[issuer]", ["index"]), "[issuer]"),
    registryIndex: index(table(root.registry, "[registry]", ["index"]), "[registry]"),
    staff: tables(root.staff, "[[staff]]").map((each) => appointment(each, "[[staff]]", STAFF, false)),
    registrars: tables(root.registrar, "[[registrar]]").map((each) => appointment(each, "[[registrar]]", REGISTRAR, true)),
    custodians: once(custodians, "[[custodian]]"),
    ...(existsSync(assets) ? { assets } : {}),
  };
}

function appointment(value: Table, name: string, bits: Readonly<Record<string, number>>, ends: boolean): Appointment {
  const fields = table(value, name, ["key", "permissions", "expires"]);
  const key = address(fields, name);
  const { permissions, expires } = fields;
  if (!Array.isArray(permissions) || permissions.length === 0) {
    throw new Error(`permissions of ${name} ${key} must be a list of ${Object.keys(bits).join(", ")}`);
  }
  const mask = permissions.reduce((all: number, word: unknown) => {
    const bit = typeof word === "string" ? bits[word] : undefined;
    if (bit === undefined) {
      throw new Error(`${name} ${key} has the permission ${JSON.stringify(word)}: use ${Object.keys(bits).join(", ")}`);
    }
    return all | bit;
  }, 0);
  if (expires !== undefined && !(expires instanceof Date)) {
    throw new Error(`expires of ${name} ${key} must be a time such as 2030-12-31T23:59:59Z`);
  }
  if (ends && expires === undefined) {
    throw new Error(`${name} ${key} needs expires: an appointment has an end, such as 2030-12-31T23:59:59Z`);
  }
  return { key, permissions: mask, expiresAt: expires ? BigInt(Math.floor(expires.getTime() / 1000)) : 0n };
}

function address(fields: Table, name: string): Address {
  const { key } = fields;
  if (typeof key !== "string" || !isAddress(key)) {
    throw new Error(`key of ${name} is ${JSON.stringify(key)}: an address in base 58 is expected`);
  }
  return key;
}

function index(fields: Table, name: string): number {
  const { index: value = 0 } = fields;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new Error(`index of ${name} is ${String(value)}: 0 to 65535 is expected`);
  }
  return value;
}

function once(keys: readonly Address[], name: string): readonly Address[] {
  const twice = keys.find((key, place) => keys.indexOf(key) !== place);
  if (twice !== undefined) {
    throw new Error(`${name} ${twice} is there twice`);
  }
  return keys;
}

function table(value: unknown, name: string, keys: readonly string[]): Table {
  const fields = (value ?? {}) as Table;
  known(fields, keys, name);
  return fields;
}

function tables(value: unknown, name: string): readonly Table[] {
  if (value !== undefined && !Array.isArray(value)) {
    throw new Error(`${name} must be written with two brackets`);
  }
  return (value ?? []) as readonly Table[];
}

function known(fields: Table, keys: readonly string[], name: string): void {
  const other = Object.keys(fields).find((key) => !keys.includes(key));
  if (other !== undefined) {
    throw new Error(`${name} has the unknown field "${other}": use ${keys.join(", ")}`);
  }
}
