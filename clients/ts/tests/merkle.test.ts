/** The tree's format to the bit: the hashes that `crates/rules/tests/merkle/vectors.rs` pins as well. */
import { type Leaf, buildTree, claimProof, climb, hashLeaf, hashNode, pageOf, pageProof } from "@scrip/client";
import { getAddressDecoder } from "@solana/kit";
import { expect, test } from "vitest";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const key = (bytes: Uint8Array) => getAddressDecoder().decode(bytes);
const filled = (byte: number) => key(new Uint8Array(32).fill(byte));

/** The leaf at `index` of the distributions of the rules' own tests. */
function leaf(index: number): Leaf {
  const owner = new Uint8Array(32).fill(9);
  new DataView(owner.buffer).setUint32(0, index);
  const gross = BigInt(100 + index);
  return { payout: filled(7), index, owner: key(owner), raw: BigInt(1_000 + index), gross, withheld: (gross * 15n) / 100n };
}

const leaves = (count: number) => Array.from({ length: count }, (_, index) => leaf(index));

test("leaves and nodes", async () => {
  const zero = { payout: filled(0), index: 0, owner: filled(0), raw: 0n, gross: 0n, withheld: 0n };
  const most = 2n ** 64n - 1n;
  const greatest = { payout: filled(255), index: 2 ** 24 - 1, owner: filled(255), raw: most, gross: most, withheld: most };
  expect(hex(await hashLeaf(zero))).toBe("dbcfcc77f5774ed3333f3963eb84a324fd967de4d62c96631be6af1d6b3fe136");
  expect(hex(await hashLeaf(greatest))).toBe("d0b12b06544c710157e2ab0bfc602b24ed269f171dadc25de3901552f6c551a6");
  expect(hex(await hashLeaf(leaf(0)))).toBe("4768249a1f8d58cb4a0c70c27fe8afd2e58b79e3e4f603c379d59ab9b8d7cb96");
  expect(hex(await hashLeaf(leaf(1)))).toBe("033c10d9bc82075412bfffd08071e4fd4f5dd1c76000c6caa72e903a1b8e0701");
  const padding = new Uint8Array(32);
  expect(hex(await hashNode(padding, padding))).toBe("ae0798d0ecaed2b778eddebf18f071a561c53658c05e76cedecc27cafbdbc577");
});

test.each([
  [1, "4768249a1f8d58cb4a0c70c27fe8afd2e58b79e3e4f603c379d59ab9b8d7cb96"],
  [2, "160369153b08d0d66042e59856b1b898996bc5ef6a96b9d42a2bc30ef0913b17"],
  [3, "3c84a4c9b039d1bed07ddf097f21081e8c1464c03c40b04c9784b828a00dbc1a"],
  [4, "af73413c80623ee46a7668aa44bbd52883c24b85e1c902f9ef33d68ed85f9434"],
  [5, "2e835f0069c83606693e6b74e0f4a2659da3d49bbaea4a7bbb3d3f301b18ad60"],
  [16_384, "c82a48e296b9e89702797cf1b9fd9412ab0288ed0b4c49959221d240709f2baf"],
  [16_385, "462026b6d97f4147cf2d6f70ff206d0cff39204cded5a8bd9225a3c1063de4bb"],
])("the root of %i leaves, and the proofs of the first and the last", async (count, root) => {
  const tree = await buildTree(leaves(count));
  expect(hex(tree.root)).toBe(root);
  for (const index of new Set([0, count - 1])) {
    const page = pageProof(tree, pageOf(index));
    expect(hex(await climb(await hashLeaf(leaf(index)), index, claimProof(tree, index)))).toBe(hex(page.root));
    expect(hex(await climb(page.root, pageOf(index), page.proof))).toBe(root);
  }
  expect(claimProof(tree, 0)).toHaveLength(Math.min(14, Math.ceil(Math.log2(count))));
});

test("there is no tree of nothing, and no proof of what is not in it", async () => {
  await expect(buildTree([])).rejects.toThrow("1 to 16777216 leaves, not 0");
  const tree = await buildTree(leaves(3));
  expect(() => claimProof(tree, 4)).toThrow(RangeError);
  expect(() => pageProof(tree, 1)).toThrow("the tree has 1 pages, and none with the number 1");
});
