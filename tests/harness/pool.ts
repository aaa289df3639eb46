/**
 * The example venue of examples/pool from the client's side, as its engineer would write it: addresses, instructions,
 * and for each the five accounts of the share's transfer hook behind its own.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { TOKEN_2022, associatedToken, issuer, shareAccount, transferHook } from "@scrip/client";
import {
  type AccountMeta,
  AccountRole,
  type Address,
  type Instruction,
  type KeyPairSigner,
  type ReadonlyUint8Array,
  address,
  getAddressEncoder,
  getEnumEncoder,
  getProgramDerivedAddress,
  getStructEncoder,
  getU16Encoder,
  getU64Encoder,
  getU128Encoder,
  getUtf8Encoder,
} from "@solana/kit";
import { SYSTEM_PROGRAM_ADDRESS } from "@solana-program/system";
import { ASSOCIATED_TOKEN_PROGRAM_ADDRESS } from "@solana-program/token-2022";
import { type Program, REPOSITORY } from "../../migrations/programs.ts";
import type { Cash } from "./cash.ts";
import type { Share } from "./share.ts";

const NAME = "scrip_example_pool";

export const POOL_PROGRAM: Program = {
  name: NAME,
  address: address("HYbWk93Ew6muFrv5u1NtTec9reQAqA3hRyVvFPVxgApQ"),
  artefact: join(REPOSITORY, "target/deploy", `${NAME}.so`),
  keypair: join(REPOSITORY, "keys/localnet", `${NAME}-keypair.json`),
};

if (!existsSync(POOL_PROGRAM.artefact)) {
  throw new Error(`${POOL_PROGRAM.artefact} is missing: run \`toolchain/build.sh examples/pool\` first`);
}

/** Basis points. */
const FEE = 30;

export enum Side {
  Sell = 0,
  Buy = 1,
}

export interface Pool {
  readonly share: Share;
  readonly cash: Cash;
  readonly address: Address;
  /** Of its address, without the bump: with them anybody registers it. */
  readonly seeds: readonly ReadonlyUint8Array[];
  readonly liquidityMint: Address;
}

/** What a trader thinks of, and what it was computed with. Raw units of a sale, base units of cash of a purchase. */
export interface Trade {
  readonly side: Side;
  readonly amountIn: bigint;
  readonly minAmountOut: bigint;
  readonly expectedMultiplier: bigint;
}

export async function poolOf(share: Share, cash: Cash): Promise<Pool> {
  const key = (of: Address) => getAddressEncoder().encode(of);
  const text = (of: string) => getUtf8Encoder().encode(of);
  const seeds = [text("pool"), key(share.mint), key(cash.mint), getU16Encoder().encode(FEE)];
  const programAddress = POOL_PROGRAM.address;
  const [pool] = await getProgramDerivedAddress({ programAddress, seeds });
  const [liquidityMint] = await getProgramDerivedAddress({ programAddress, seeds: [text("liquidity"), key(pool)] });
  return { share, cash, address: pool, seeds, liquidityMint };
}

export async function initialize({ share, cash, address: pool, liquidityMint }: Pool, payer: KeyPairSigner): Promise<Instruction> {
  return instruction("initialize", getU16Encoder().encode(FEE), [
    signer(payer, AccountRole.WRITABLE_SIGNER),
    written(pool),
    read(share.mint),
    read(share.asset),
    read(cash.mint),
    written(await shareAccount(pool, share.mint)),
    written(await associatedToken(pool, cash)),
    written(liquidityMint),
    ...[TOKEN_2022, cash.program, ASSOCIATED_TOKEN_PROGRAM_ADDRESS, SYSTEM_PROGRAM_ADDRESS].map(read),
  ]);
}

export interface DepositLimits {
  readonly maxShares: bigint;
  readonly maxPayment: bigint;
  readonly minLiquidity: bigint;
  readonly expectedMultiplier: bigint;
}

export async function deposit(pool: Pool, owner: KeyPairSigner, limits: DepositLimits): Promise<Instruction> {
  const u64 = getU64Encoder();
  const encoder = getStructEncoder([
    ["maxShares", u64],
    ["maxPayment", u64],
    ["minLiquidity", u64],
    ["expectedMultiplier", getU128Encoder()],
  ]);
  return instruction("deposit", encoder.encode(limits), [
    ...(await marketOf(pool, owner)),
    written(pool.liquidityMint),
    written(await shareAccount(owner.address, pool.liquidityMint)),
    read(pool.share.asset),
    read(issuer.SCRIP_ISSUER_PROGRAM_ADDRESS),
    ...(await hookAccounts(pool.share, owner.address, pool.address)),
  ]);
}

export async function swap(pool: Pool, owner: KeyPairSigner, trade: Trade): Promise<Instruction> {
  const u64 = getU64Encoder();
  const encoder = getStructEncoder([
    ["side", getEnumEncoder(Side)],
    ["amountIn", u64],
    ["minAmountOut", u64],
    ["expectedMultiplier", getU128Encoder()],
  ]);
  const ends = trade.side === Side.Sell ? ([owner.address, pool.address] as const) : ([pool.address, owner.address] as const);
  return instruction("swap", encoder.encode(trade), [
    ...(await marketOf(pool, owner)),
    read(pool.share.asset),
    ...(await hookAccounts(pool.share, ...ends)),
  ]);
}

/** Takes out what the liquidity comes to. */
export async function withdraw(pool: Pool, owner: KeyPairSigner, liquidity: bigint): Promise<Instruction> {
  const u64 = getU64Encoder();
  const encoder = getStructEncoder([
    ["liquidity", u64],
    ["minShares", u64],
    ["minPayment", u64],
  ]);
  return instruction("withdraw", encoder.encode({ liquidity, minShares: 0n, minPayment: 0n }), [
    ...(await marketOf(pool, owner)),
    written(pool.liquidityMint),
    written(await shareAccount(owner.address, pool.liquidityMint)),
    ...(await hookAccounts(pool.share, pool.address, owner.address)),
  ]);
}

/** What deposits, swaps and withdrawals take alike. */
async function marketOf({ share, cash, address: pool }: Pool, owner: KeyPairSigner): Promise<AccountMeta[]> {
  return [
    signer(owner, AccountRole.READONLY_SIGNER),
    read(pool),
    read(share.mint),
    read(cash.mint),
    written(await shareAccount(pool, share.mint)),
    written(await associatedToken(pool, cash)),
    written(await shareAccount(owner.address, share.mint)),
    written(await associatedToken(owner.address, cash)),
    read(TOKEN_2022),
    read(cash.program),
  ];
}

/** In the order of Token-2022's resolver. The records are those of the owners, not of their token accounts. */
async function hookAccounts({ mint, policy, registry }: Share, from: Address, to: Address): Promise<AccountMeta[]> {
  const [sender] = await transferHook.findHolderPda({ registry, wallet: from });
  const [recipient] = await transferHook.findHolderPda({ registry, wallet: to });
  const [validation] = await transferHook.findExtraAccountMetasPda({ mint });
  return [policy, sender, recipient, transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS, validation].map(read);
}

/** Anchor's discriminator, and the arguments. */
function instruction(name: string, args: ReadonlyUint8Array, accounts: readonly AccountMeta[]): Instruction {
  const discriminator = createHash("sha256").update(`global:${name}`).digest().subarray(0, 8);
  return { programAddress: POOL_PROGRAM.address, accounts, data: new Uint8Array([...discriminator, ...args]) };
}

function read(of: Address): AccountMeta {
  return { address: of, role: AccountRole.READONLY };
}

function written(of: Address): AccountMeta {
  return { address: of, role: AccountRole.WRITABLE };
}

/** kit signs with whatever signer stands at an account. */
function signer(of: KeyPairSigner, role: AccountRole.READONLY_SIGNER | AccountRole.WRITABLE_SIGNER): AccountMeta {
  return { address: of.address, role, signer: of } as AccountMeta;
}
