/** Accounts from the node, each call with the slot at which it was answered. */
import {
  type Account,
  type Address,
  type Base58EncodedBytes,
  type Base64EncodedBytes,
  type EncodedAccount,
  type ReadonlyUint8Array,
  getBase58Decoder,
  getBase64Encoder,
  lamports,
} from "@solana/kit";
import type { AtSlot } from "./reading.ts";
import type { Node } from "./rpc.ts";

/** An address at an offset of the account's data. */
export interface Match {
  readonly offset: number;
  readonly address: Address;
}

/** Accounts of a program that begin with a discriminator, and have the addresses where they are asked for. */
export async function accountsOf<T extends object>(
  node: Node,
  program: Address,
  discriminator: ReadonlyUint8Array,
  decode: (account: EncodedAccount) => Account<T>,
  matches: readonly Match[] = [],
): Promise<AtSlot<readonly Account<T>[]>> {
  const filters = [
    memcmp(0, getBase58Decoder().decode(discriminator)),
    ...matches.map(({ offset, address }) => memcmp(offset, address)),
  ];
  const { value, context } = await node
    .getProgramAccounts(program, { commitment: "confirmed", encoding: "base64", withContext: true, filters })
    .send();
  return { slot: context.slot, value: value.map(({ pubkey, account }) => decode(encoded(pubkey, account))) };
}

/** How many addresses a node takes at once. */
const AT_ONCE = 100;

/** The accounts at these addresses, in their order; `undefined` where there is none. For no addresses the slot of now. */
export async function accountsAt(node: Node, addresses: readonly Address[]): Promise<AtSlot<readonly (EncodedAccount | undefined)[]>> {
  if (addresses.length === 0) {
    return { slot: await node.getSlot({ commitment: "confirmed" }).send(), value: [] };
  }
  const chunks = Array.from({ length: Math.ceil(addresses.length / AT_ONCE) }, (_, index) =>
    addresses.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  const answers = await Promise.all(
    chunks.map((chunk) => node.getMultipleAccounts(chunk, { commitment: "confirmed", encoding: "base64" }).send()),
  );
  const value = answers.flatMap(({ value }) => value).map((account, index) => {
    const address = addresses[index];
    return account && address ? encoded(address, account) : undefined;
  });
  // The oldest of the answers: nothing shown is older than the slot it says.
  const slot = answers.map(({ context }) => context.slot).reduce((oldest, slot) => (slot < oldest ? slot : oldest));
  return { slot, value };
}

interface Found {
  readonly data: readonly [Base64EncodedBytes, "base64"];
  readonly executable: boolean;
  readonly lamports: bigint;
  readonly owner: Address;
}

function encoded(address: Address, { data, executable, owner, ...account }: Found): EncodedAccount {
  const bytes = new Uint8Array(getBase64Encoder().encode(data[0]));
  return { address, data: bytes, executable, lamports: lamports(account.lamports), programAddress: owner, space: BigInt(bytes.length) };
}

function memcmp(offset: number, bytes: string) {
  return { memcmp: { offset: BigInt(offset), bytes: bytes as Base58EncodedBytes, encoding: "base58" } } as const;
}
