/**
 * A market to tell stories in: a registry with its registrar, and an issuer with a member of staff for every
 * permission. Each step is one call and one transaction.
 */
import { Permission, RegistrarPermission, issuer, transferHook, type Receipt } from "@scrip/client";
import { type Address, type KeyPairSigner, generateKeyPairSigner } from "@solana/kit";
import type { Chain } from "./chain.ts";

export const SWITZERLAND = 756;
export const SINGAPORE = 702;
export const UNITED_STATES = 840;

/** Members of staff, one permission each, so that every story shows who must sign. */
export interface Staff {
  readonly minter: KeyPairSigner;
  readonly redeemer: KeyPairSigner;
  readonly surveillance: KeyPairSigner;
  readonly marketSupervisor: KeyPairSigner;
  readonly security: KeyPairSigner;
  readonly director: KeyPairSigner;
  readonly corporateActions: KeyPairSigner;
  readonly checker: KeyPairSigner;
  readonly editor: KeyPairSigner;
}

const DUTIES: Readonly<Record<keyof Staff, number>> = {
  minter: Permission.Mint,
  redeemer: Permission.Redeem,
  surveillance: Permission.Halt,
  marketSupervisor: Permission.Resume,
  security: Permission.Pause,
  director: Permission.Unpause,
  corporateActions: Permission.CorporateActions,
  checker: Permission.Check,
  editor: Permission.Metadata,
};

export interface Market {
  readonly chain: Chain;
  /** Pays fees and rents; has no power over anything. */
  readonly payer: KeyPairSigner;
  readonly admin: KeyPairSigner;
  readonly registrar: KeyPairSigner;
  readonly staff: Staff;
  readonly registry: Address;
  readonly issuer: Address;
  /** What each step of the opening cost, in order. */
  readonly opening: readonly (readonly [step: string, signer: string, receipt: Receipt])[];
}

export const YEAR = 31_536_000n;
const FUNDS = 100_000_000_000n;

export async function openMarket(chain: Chain): Promise<Market> {
  const payer = await chain.newWallet(FUNDS);
  // The keys can be handed to a console: see local-wallets.ts.
  const [admin, registrar] = await Promise.all([generateKeyPairSigner(true), generateKeyPairSigner(true)]);
  const [registry] = await transferHook.findRegistryPda({ creator: admin.address, index: 0 });
  const [issuerAddress] = await issuer.findIssuerPda({ creator: admin.address, index: 0 });
  const opening: [string, string, Receipt][] = [];
  const createRegistry = await transferHook.getCreateRegistryInstructionAsync({ creator: admin, payer, index: 0 });
  opening.push(["create_registry", "admin", await chain.send(payer, [createRegistry])]);
  const grantRegistrar = await transferHook.getGrantRegistrarInstructionAsync({
    authority: admin,
    payer,
    registry,
    officer: registrar.address,
    permissions: RegistrarPermission.Onboard | RegistrarPermission.Suspend | RegistrarPermission.Venues,
    expiresAt: (await chain.now()) + 10n * YEAR,
  });
  opening.push(["grant_registrar", "admin", await chain.send(payer, [grantRegistrar])]);
  const createIssuer = await issuer.getCreateIssuerInstructionAsync({ creator: admin, payer, registry, index: 0 });
  opening.push(["create_issuer", "admin", await chain.send(payer, [createIssuer])]);
  const duties = Object.entries(DUTIES) as [keyof Staff, number][];
  const hired = await Promise.all(
    duties.map(async ([title, permissions]) => {
      const member = await generateKeyPairSigner(true);
      const grantRole = await issuer.getGrantRoleInstructionAsync({
        admin,
        payer,
        issuer: issuerAddress,
        member: member.address,
        permissions,
        expiresAt: 0n,
      });
      const receipt = await chain.send(payer, [grantRole]);
      opening.push([`grant_role ${title}`, "admin", receipt]);
      return [title, member] as const;
    }),
  );
  const staff = Object.fromEntries(hired) as Record<keyof Staff, KeyPairSigner>;
  return { chain, payer, admin, registrar, staff, registry, issuer: issuerAddress, opening };
}

/** The role account of a member of staff. */
export async function roleOf(market: Market, member: KeyPairSigner): Promise<Address> {
  const [role] = await issuer.findRolePda({ issuer: market.issuer, member: member.address });
  return role;
}
