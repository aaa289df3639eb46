/** A distribution from the entitlements of its snapshot: the tree to publish, and what each owner proves. */
import { type Address, getAddressEncoder } from "@solana/kit";
import { type Entitlement, type Leaf, type MerkleTree, buildTree, claimProof, pageOf, pageProof } from "./merkle.ts";

/** What `openPayout` publishes. */
export interface Distribution {
  readonly root: Uint8Array;
  /** By the bytes of their owners. */
  readonly leaves: readonly Leaf[];
  /** What must be in the vault: all that the owners get. */
  readonly total: bigint;
  /** What is withheld of all. */
  readonly withheld: bigint;
  readonly tree: MerkleTree;
}

/** What an owner's claim takes. */
export interface ClaimTicket extends Leaf {
  readonly page: number;
  readonly proof: readonly Uint8Array[];
}

/**
 * Orders the entitlements and builds their tree. `payout` is the address of the payout that is to be opened.
 *
 * @throws RangeError if an owner is there twice, or more is withheld than there is.
 *
 * @example
 * ```ts
 * // Base units of the payment token, for the raw units held at the record date.
 * const entitlements = [{ owner: alice, raw: 500_000_000n, gross: 1_250_000n, withheld: 187_500n }];
 * const { root, total } = await distribute(payout.address, entitlements);
 * ```
 */
export async function distribute(payout: Address, entitlements: readonly Entitlement[]): Promise<Distribution> {
  const keyed = entitlements.map((entitlement) => ({ entitlement, key: getAddressEncoder().encode(entitlement.owner) }));
  keyed.sort((one, other) => compareBytes(one.key, other.key));
  const leaves = keyed.map(({ entitlement }, index) => ({ payout, index, ...entitlement }));
  leaves.forEach(({ owner, gross, withheld }, index) => {
    if (owner === leaves[index - 1]?.owner || withheld > gross) {
      throw new RangeError(`${owner} is there twice, or ${withheld} of ${gross} are withheld`);
    }
  });
  const tree = await buildTree(leaves);
  const withheld = leaves.reduce((sum, leaf) => sum + leaf.withheld, 0n);
  const gross = leaves.reduce((sum, leaf) => sum + leaf.gross, 0n);
  return { root: tree.root, leaves, total: gross - withheld, withheld, tree };
}

/**
 * @throws RangeError if the owner has no entitlement.
 *
 * @example
 * ```ts
 * const { gross, withheld, page, proof } = claimTicket(distribution, alice);
 * ```
 */
export function claimTicket({ leaves, tree }: Distribution, owner: Address): ClaimTicket {
  const leaf = leaves.find((candidate) => candidate.owner === owner);
  if (!leaf) {
    throw new RangeError(`${owner} is not among the ${leaves.length} owners of this distribution`);
  }
  return { ...leaf, page: pageOf(leaf.index), proof: claimProof(tree, leaf.index) };
}

/**
 * What opening a page takes.
 *
 * @example
 * ```ts
 * const { index, root, proof } = pageTicket(distribution, 0);
 * ```
 */
export function pageTicket({ tree }: Distribution, index: number) {
  return { index, ...pageProof(tree, index) };
}

function compareBytes(one: ArrayLike<number>, other: ArrayLike<number>): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
