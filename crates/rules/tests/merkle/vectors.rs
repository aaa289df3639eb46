//! The format to the bit. These hashes were computed by another implementation (Python's hashlib): a change
//! that moves one of them makes another format.

use scrip_rules::merkle::{Hash, Leaf, MAX_LEAVES, PADDING, node};

use crate::tree::{Tree, leaf, sha256};

fn hex(hash: Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn leaves() {
    let zero = Leaf { payout: [0; 32], index: 0, owner: [0; 32], raw: 0, gross: 0, withheld: 0 };
    let greatest = Leaf {
        payout: [255; 32],
        index: MAX_LEAVES - 1,
        owner: [255; 32],
        raw: u64::MAX,
        gross: u64::MAX,
        withheld: u64::MAX,
    };
    for (leaf, hash) in [
        (zero, "dbcfcc77f5774ed3333f3963eb84a324fd967de4d62c96631be6af1d6b3fe136"),
        (greatest, "d0b12b06544c710157e2ab0bfc602b24ed269f171dadc25de3901552f6c551a6"),
        (leaf(0), "4768249a1f8d58cb4a0c70c27fe8afd2e58b79e3e4f603c379d59ab9b8d7cb96"),
        (leaf(1), "033c10d9bc82075412bfffd08071e4fd4f5dd1c76000c6caa72e903a1b8e0701"),
    ] {
        assert_eq!(hex(leaf.hash(&sha256)), hash, "{leaf:?}");
    }
}

#[test]
fn nodes() {
    assert_eq!(
        hex(node(&sha256, &PADDING, &PADDING)),
        "ae0798d0ecaed2b778eddebf18f071a561c53658c05e76cedecc27cafbdbc577"
    );
}

#[test]
fn roots() {
    for (leaves, root) in [
        (1, "4768249a1f8d58cb4a0c70c27fe8afd2e58b79e3e4f603c379d59ab9b8d7cb96"),
        (2, "160369153b08d0d66042e59856b1b898996bc5ef6a96b9d42a2bc30ef0913b17"),
        (3, "3c84a4c9b039d1bed07ddf097f21081e8c1464c03c40b04c9784b828a00dbc1a"),
        (4, "af73413c80623ee46a7668aa44bbd52883c24b85e1c902f9ef33d68ed85f9434"),
        (5, "2e835f0069c83606693e6b74e0f4a2659da3d49bbaea4a7bbb3d3f301b18ad60"),
        (16_384, "c82a48e296b9e89702797cf1b9fd9412ab0288ed0b4c49959221d240709f2baf"),
        (16_385, "462026b6d97f4147cf2d6f70ff206d0cff39204cded5a8bd9225a3c1063de4bb"),
        (40_000, "674c746f1754bac97c1698dfe73ff5b7a681e21ba5030a50a3fdc2c990fcf136"),
    ] {
        assert_eq!(hex(Tree::new(leaves).root()), root, "{leaves} leaves");
    }
}
