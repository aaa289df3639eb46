/** What the connected wallet may do at the configured issuer: its role, and whether it is the admin or a registrar. */
import { Permission, RegistrarPermission, issuer, transferHook } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useConsole } from "../context.ts";
import { useWallet } from "../wallet/context.tsx";
import { accountsAt } from "./accounts.ts";
import { type Reading, useReading } from "./reading.ts";

export interface Duties {
  readonly member: Address;
  readonly issuer: Account<issuer.Issuer>;
  readonly admin: boolean;
  readonly role?: Account<issuer.Role>;
  readonly registrar?: Account<transferHook.Registrar>;
}

/** Loading while no wallet is connected. */
export function useDuties(): Reading<Duties> {
  const { config } = useConsole();
  const member = useWallet().connected?.address;
  return useReading(
    ["duties", config.issuer, member],
    async (node) => {
      if (!member) {
        throw new Error("no wallet is connected");
      }
      const found = await issuer.fetchIssuer(node, config.issuer, { commitment: "confirmed" });
      const { registry, admin } = found.data;
      const [role] = await issuer.findRolePda({ issuer: config.issuer, member });
      const [registrar] = await transferHook.findRegistrarPda({ registry, officer: member });
      const { value, slot } = await accountsAt(node, [role, registrar]);
      const [roleAccount, registrarAccount] = value;
      return {
        slot,
        value: {
          member,
          issuer: found,
          admin: admin === member,
          role: roleAccount && issuer.decodeRole(roleAccount),
          registrar: registrarAccount && transferHook.decodeRegistrar(registrarAccount),
        },
      };
    },
    { enabled: member !== undefined },
  );
}

/** Whether the role has this permission, and is in force at `now`, unix seconds. */
export function may({ role }: Duties, permission: number, now: bigint): boolean {
  const { permissions = 0, startsAt = 0n, expiresAt = 0n } = role?.data ?? {};
  return (permissions & permission) !== 0 && now >= startsAt && (expiresAt === 0n || now < expiresAt);
}

/** Whether the registrar's appointment has this permission, and is in force. */
export function mayRegister({ registrar }: Duties, permission: number, now: bigint): boolean {
  return registrar !== undefined && (registrar.data.permissions & permission) !== 0 && now < registrar.data.expiresAt;
}

const NAMES: readonly (readonly [number, string])[] = [
  [Permission.Mint, "mint"],
  [Permission.Redeem, "redeem"],
  [Permission.Pause, "pause"],
  [Permission.Unpause, "unpause"],
  [Permission.Halt, "halt"],
  [Permission.Resume, "resume"],
  [Permission.CorporateActions, "corporate actions"],
  [Permission.Check, "check"],
  [Permission.Metadata, "metadata"],
];
const REGISTRAR_NAMES: readonly (readonly [number, string])[] = [
  [RegistrarPermission.Onboard, "onboard holders"],
  [RegistrarPermission.Suspend, "suspend holders"],
  [RegistrarPermission.Venues, "admit venues"],
];

/** The duties in words. */
export function dutiesInWords(duties: Duties, now: bigint): readonly string[] {
  const staff = NAMES.filter(([permission]) => may(duties, permission, now)).map(([, name]) => name);
  const registrar = REGISTRAR_NAMES.filter(([permission]) => mayRegister(duties, permission, now)).map(([, name]) => name);
  return [...(duties.admin ? ["admin"] : []), ...staff, ...registrar];
}
