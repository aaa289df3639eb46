/**
 * The tree of a distribution, in the format that `crates/rules/src/merkle.rs` describes and the program verifies:
 *
 *     leaf = SHA-256(0x00 ‖ payout ‖ index: u32 LE ‖ owner ‖ raw: u64 LE ‖ gross: u64 LE ‖ withheld: u64 LE)
 *     node = SHA-256(0x01 ‖ left ‖ right)
 *
 * Leaves are ordered by the bytes of their owners and filled up with zeros to a power of two. A page is an aligned
 * subtree of 16,384 leaves: its root is proved once, and each claim only against its page.
 */
import { type Address, getAddressEncoder, getU32Encoder, getU64Encoder } from "@solana/kit";

/** What one owner gets. */
export interface Entitlement {
  readonly owner: Address;
  /** Raw units of the share, held at the record date. */
  readonly raw: bigint;
  /** Base units of what is distributed, before withholding. */
  readonly gross: bigint;
  readonly withheld: bigint;
}

export interface Leaf extends Entitlement {
  readonly payout: Address;
  readonly index: number;
}

type Hash = Uint8Array<ArrayBuffer>;

const PAGE_DEPTH = 14;
const MAX_LEAVES = 2 ** 24;
const PADDING: Hash = new Uint8Array(32);
const [LEAF_DOMAIN, NODE_DOMAIN] = [new Uint8Array([0]), new Uint8Array([1])];

/** All hashes of a tree, level by level from the leaves up. */
export interface MerkleTree {
  readonly levels: readonly (readonly Hash[])[];
  readonly root: Hash;
}

/**
 * @example
 * ```ts
 * const hash = await hashLeaf({ payout: payout.address, index: 0, owner: alice, raw: 1n, gross: 1n, withheld: 0n });
 * ```
 */
export function hashLeaf({ payout, index, owner, raw, gross, withheld }: Leaf): Promise<Hash> {
  const [key, u64] = [getAddressEncoder(), getU64Encoder()];
  const amounts = [raw, gross, withheld].map((amount) => u64.encode(amount));
  return sha256([LEAF_DOMAIN, key.encode(payout), getU32Encoder().encode(index), key.encode(owner), ...amounts]);
}

/**
 * @example
 * ```ts
 * const hash = await hashNode(new Uint8Array(32), new Uint8Array(32));
 * ```
 */
export function hashNode(left: Uint8Array, right: Uint8Array): Promise<Hash> {
  return sha256([NODE_DOMAIN, left, right]);
}

/**
 * @throws RangeError for no leaves at all, or more than 2^24.
 *
 * @example
 * ```ts
 * const tree = await buildTree(distribution.leaves);
 * ```
 */
export async function buildTree(leaves: readonly Leaf[]): Promise<MerkleTree> {
  if (leaves.length === 0 || leaves.length > MAX_LEAVES) {
    throw new RangeError(`a tree has 1 to ${MAX_LEAVES} leaves, not ${leaves.length}`);
  }
  let level = await Promise.all(leaves.map(hashLeaf));
  const width = 2 ** Math.ceil(Math.log2(leaves.length));
  level = level.concat(new Array<Hash>(width - level.length).fill(PADDING));
  const levels = [level];
  while (level.length > 1) {
    const below = level;
    const pairs = Array.from({ length: below.length / 2 }, (_, pair) => [below[2 * pair], below[2 * pair + 1]] as const);
    level = await Promise.all(pairs.map(([left = PADDING, right = PADDING]) => hashNode(left, right)));
    levels.push(level);
  }
  return { levels, root: level[0] ?? PADDING };
}

/**
 * The page that a claim lies in.
 *
 * @example
 * ```ts
 * pageOf(0); // 0
 * ```
 */
export function pageOf(index: number): number {
  return index >>> PAGE_DEPTH;
}

/**
 * What a claim proves: the siblings from its leaf up to the root of its page.
 *
 * @example
 * ```ts
 * const proof = claimProof(distribution.tree, 0);
 * ```
 */
export function claimProof({ levels }: MerkleTree, index: number): readonly Hash[] {
  return siblings(levels, index, 0, pageLevel(levels));
}

/**
 * A page's root, and the siblings from there up to the root of the tree.
 *
 * @example
 * ```ts
 * const { root, proof } = pageProof(distribution.tree, 0);
 * ```
 */
export function pageProof({ levels }: MerkleTree, page: number): { readonly root: Hash; readonly proof: readonly Hash[] } {
  const level = pageLevel(levels);
  const root = levels[level]?.[page];
  if (!root) {
    throw new RangeError(`the tree has ${levels[level]?.length ?? 0} pages, and none with the number ${page}`);
  }
  return { root, proof: siblings(levels, page, level, levels.length - 1) };
}

/**
 * The hash that a proof leads to from `start` at position `index` of its level.
 *
 * @example
 * ```ts
 * const [leaf] = distribution.leaves;
 * if (leaf) {
 *   const page = await climb(await hashLeaf(leaf), 0, claimProof(distribution.tree, 0));
 * }
 * ```
 */
export async function climb(start: Uint8Array, index: number, proof: readonly Uint8Array[]): Promise<Uint8Array> {
  let [hash, position] = [start, index];
  for (const sibling of proof) {
    hash = position % 2 === 0 ? await hashNode(hash, sibling) : await hashNode(sibling, hash);
    position >>>= 1;
  }
  return hash;
}

/** Levels of hashes above the leaves of a page. */
function pageLevel(levels: MerkleTree["levels"]): number {
  return Math.min(levels.length - 1, PAGE_DEPTH);
}

function siblings(levels: MerkleTree["levels"], position: number, from: number, to: number): readonly Hash[] {
  return levels.slice(from, to).map((level, height) => {
    const sibling = level[(position >>> height) ^ 1];
    if (!sibling) {
      throw new RangeError(`the tree has ${levels[from]?.length ?? 0} positions, and none with the number ${position}`);
    }
    return sibling;
  });
}

async function sha256(parts: readonly ArrayLike<number>[]): Promise<Hash> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
