/**
 * 0002: the registry with its registrars, and the issuer with its staff and custodians, are on chain.
 *
 * What is missing is created. What is there and differs is never changed here: somebody has decided it since, and
 * whoever decides otherwise says so by name, with the command line.
 */
import { changeSetting, issuer, sendAndConfirm, transferHook } from "@scrip/client";
import type { Address, Instruction } from "@solana/kit";
import type { Appointment } from "../deployment.ts";
import type { Context, Step, Task } from "../step.ts";

/** Bytes of the accounts, discriminator and all. */
const SIZE = { registry: 112, registrar: 104, issuer: 181, role: 94, custodian: 75 } as const;

/** Names the migration in the event of what it changes. */
const REFERENCE = new TextEncoder().encode("scrip migration 0002".padEnd(32, "\0"));

export const registryAndIssuerStep: Step = {
  id: "0002-registry-and-issuer",
  look: async (context) => {
    const { authority, deployment } = context;
    const [registry] = await transferHook.findRegistryPda({ creator: authority.address, index: deployment.registryIndex });
    const [company] = await issuer.findIssuerPda({ creator: authority.address, index: deployment.issuerIndex });
    const tasks = [
      await registryTask(context, registry),
      ...(await Promise.all(deployment.registrars.map((each) => registrarTask(context, registry, each)))),
      await issuerTask(context, registry, company),
      ...(await Promise.all(deployment.staff.map((each) => roleTask(context, company, each)))),
      ...(await Promise.all(deployment.custodians.map((key) => custodianTask(context, company, key)))),
    ];
    return tasks.filter((task) => task !== undefined);
  },
};

async function registryTask(context: Context, registry: Address): Promise<Task | undefined> {
  const { rpc, authority, deployment } = context;
  const found = await transferHook.fetchMaybeRegistry(rpc, registry, { commitment: "confirmed" });
  if (found.exists) {
    own(`registry ${registry}`, found.data.authority, authority.address);
    return undefined;
  }
  return task(context, `create registry ${registry}`, SIZE.registry, () =>
    transferHook.getCreateRegistryInstructionAsync({ creator: authority, payer: authority, index: deployment.registryIndex }),
  );
}

async function registrarTask(context: Context, registry: Address, wanted: Appointment): Promise<Task | undefined> {
  const { rpc, authority } = context;
  const [registrar] = await transferHook.findRegistrarPda({ registry, officer: wanted.key });
  const found = await transferHook.fetchMaybeRegistrar(rpc, registrar, { commitment: "confirmed" });
  if (found.exists) {
    same(`registrar ${wanted.key}`, found.data, wanted, "scrip registrar");
    return undefined;
  }
  return task(context, `appoint registrar ${wanted.key}`, SIZE.registrar, () =>
    transferHook.getGrantRegistrarInstructionAsync({ authority, payer: authority, registry, officer: wanted.key, ...terms(wanted) }),
  );
}

async function issuerTask(context: Context, registry: Address, company: Address): Promise<Task | undefined> {
  const { rpc, authority, deployment } = context;
  const found = await issuer.fetchMaybeIssuer(rpc, company, { commitment: "confirmed" });
  if (found.exists) {
    own(`issuer ${company}`, found.data.admin, authority.address);
    if (found.data.registry !== registry) {
      throw new Error(`issuer ${company} relies on registry ${found.data.registry}, not on ${registry}: name the registry's index`);
    }
    return undefined;
  }
  return task(context, `create issuer ${company}`, SIZE.issuer, () =>
    issuer.getCreateIssuerInstructionAsync({ creator: authority, payer: authority, registry, index: deployment.issuerIndex }),
  );
}

async function roleTask(context: Context, company: Address, wanted: Appointment): Promise<Task | undefined> {
  const { rpc, authority } = context;
  const [role] = await issuer.findRolePda({ issuer: company, member: wanted.key });
  const found = await issuer.fetchMaybeRole(rpc, role, { commitment: "confirmed" });
  if (found.exists) {
    same(`role of ${wanted.key}`, found.data, wanted, "scrip role");
    return undefined;
  }
  return task(context, `grant a role to ${wanted.key}`, SIZE.role, () =>
    issuer.getGrantRoleInstructionAsync({ admin: authority, payer: authority, issuer: company, member: wanted.key, ...terms(wanted) }),
  );
}

async function custodianTask(context: Context, company: Address, key: Address): Promise<Task | undefined> {
  const { rpc, authority } = context;
  const [custodian] = await issuer.findCustodianPda({ issuer: company, key });
  const found = await issuer.fetchMaybeCustodian(rpc, custodian, { commitment: "confirmed" });
  if (found.exists && found.data.approved) {
    return undefined;
  }
  const approval = { __kind: "Custodian", key, approved: true } as const;
  const size = found.exists ? 0 : SIZE.custodian;
  return task(context, `approve custodian ${key}`, size, async () => {
    const open = { admin: authority, payer: authority, issuer: company };
    const approve = await changeSetting({ ...open, change: approval, reference: REFERENCE });
    return found.exists ? [approve] : [await issuer.getAddCustodianInstructionAsync({ ...open, key }), approve];
  });
}

function terms({ permissions, expiresAt }: Appointment) {
  return { permissions, expiresAt };
}

function own(what: string, holder: Address, key: Address): void {
  if (holder !== key) {
    throw new Error(`${what} is ruled by ${holder}, not by ${key}: use that key, or the command line with --propose`);
  }
}

function same(what: string, found: Omit<Appointment, "key">, wanted: Appointment, command: string): void {
  if (found.permissions !== wanted.permissions || found.expiresAt !== wanted.expiresAt) {
    throw new Error(
      `${what} has permissions ${found.permissions} until ${found.expiresAt}, the deployment says ${wanted.permissions} ` +
        `until ${wanted.expiresAt}: change the file, or the chain with \`${command} revoke\` and run this again`,
    );
  }
}

async function task(
  { rpc, authority }: Context,
  what: string,
  size: number,
  build: () => Promise<Instruction | readonly Instruction[]>,
): Promise<Task> {
  return {
    what,
    lamports: size > 0 ? await rpc.getMinimumBalanceForRentExemption(BigInt(size)).send() : 0n,
    apply: async () => [(await sendAndConfirm(rpc, authority, [await build()].flat() as Instruction[])).signature],
  };
}
