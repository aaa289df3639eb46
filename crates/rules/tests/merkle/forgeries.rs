//! Proofs that must not pass, by random trees: every forgery starts from an honest proof.

use proptest::prelude::*;
use proptest::sample::Index;
use scrip_rules::merkle::{Leaf, climb, node, verify_leaf};

use crate::common::cases;
use crate::tree::{Tree, leaf, sha256};

/// A number of leaves, and one of them. At least two leaves, so that there is a proof to spoil.
fn any_leaf() -> impl Strategy<Value = (u32, u32)> {
    (2..=200_u32).prop_flat_map(|leaves| (Just(leaves), 0..leaves))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_honest_proof_passes((leaves, index) in any_leaf()) {
        let tree = Tree::new(leaves);
        prop_assert!(tree.accepts(&leaf(index), &tree.claim_proof(index)));
    }

    /// Every field is bound: index, owner, the amounts, and the distribution.
    #[test]
    fn another_leaf_does_not(
        (leaves, index) in any_leaf(),
        field in 0..6,
        bit in any::<Index>(),
    ) {
        let tree = Tree::new(leaves);
        let mut forged = leaf(index);
        match field {
            0 => forged.index ^= 1 << bit.index(32),
            1 => forged.owner[bit.index(256) >> 3] ^= 1 << (bit.index(256) & 7),
            2 => forged.payout[bit.index(256) >> 3] ^= 1 << (bit.index(256) & 7),
            3 => forged.raw ^= 1 << bit.index(64),
            4 => forged.gross ^= 1 << bit.index(64),
            _ => forged.withheld ^= 1 << bit.index(64),
        }
        let proof = tree.claim_proof(index);
        let page_root = tree.page_root(0);
        prop_assert!(!verify_leaf(&sha256, &page_root, tree.depth(), &forged, &proof), "{forged:?}");
    }

    #[test]
    fn the_proof_of_another_leaf_does_not((leaves, index) in any_leaf(), other in any::<Index>()) {
        let tree = Tree::new(leaves);
        let other = other.index(leaves as usize) as u32;
        prop_assume!(other != index);
        prop_assert!(!tree.accepts(&leaf(index), &tree.claim_proof(other)));
        // Nor does the leaf pass at another's place.
        let moved = Leaf { index: other, ..leaf(index) };
        prop_assert!(!tree.accepts(&moved, &tree.claim_proof(other)));
        prop_assert!(!tree.accepts(&moved, &tree.claim_proof(index)));
    }

    #[test]
    fn a_proof_with_one_bit_changed_does_not((leaves, index) in any_leaf(), bit in any::<Index>()) {
        let tree = Tree::new(leaves);
        let mut proof = tree.claim_proof(index);
        let at = bit.index(proof.len() * 256);
        proof[at >> 8][(at >> 3) & 31] ^= 1 << (at & 7);
        prop_assert!(!tree.accepts(&leaf(index), &proof));
    }

    /// Shorter proofs lead to honest nodes below the root, longer ones to roots of trees that contain this
    /// one: neither passes, even against the hash that it leads to.
    #[test]
    fn a_proof_of_another_length_does_not((leaves, index) in any_leaf(), more in 1..20_usize) {
        let tree = Tree::new(leaves);
        let honest = tree.claim_proof(index);
        let lengthened = [honest.clone(), vec![[5; 32]; more]].concat();
        let shorter = (0..honest.len()).map(|length| honest[..length].to_vec());
        for proof in shorter.chain([lengthened]) {
            prop_assert!(!tree.accepts(&leaf(index), &proof));
            let reached = climb(&sha256, leaf(index).hash(&sha256), index, &proof);
            prop_assert!(!verify_leaf(&sha256, &reached, tree.depth(), &leaf(index), &proof));
        }
    }

    /// Second preimage: the two halves of a node, or of a leaf, are not what hashes to it in the other domain.
    #[test]
    fn a_node_is_no_leaf((leaves, index) in any_leaf(), level in any::<Index>()) {
        let tree = Tree::new(leaves);
        let level = level.index(tree.depth() as usize) as u32;
        let parent = index >> (level + 1);
        let (left, right) = (tree.node(level, parent * 2), tree.node(level, parent * 2 + 1));
        prop_assert_eq!(node(&sha256, &left, &right), tree.node(level + 1, parent));

        // The children's hashes take the places of the leaf's fields, and the rest of the path is honest.
        let take = |from: usize| u64::from_le_bytes(right[from..from + 8].try_into().unwrap());
        let forged = Leaf {
            payout: left,
            index: parent,
            owner: right,
            raw: take(0),
            gross: take(8),
            withheld: take(16),
        };
        let rest = tree.siblings(parent, level + 1, tree.depth());
        prop_assert_ne!(climb(&sha256, forged.hash(&sha256), parent, &rest), tree.root());
        for depth in 0..=tree.depth() {
            prop_assert!(!verify_leaf(&sha256, &tree.root(), depth, &forged, &rest));
        }
    }

    /// A leaf is no node: nothing can be hung below an honest leaf, in a tree said to be deeper.
    #[test]
    fn a_leaf_is_no_node((leaves, index) in any_leaf(), sibling in any::<[u8; 32]>()) {
        let tree = Tree::new(leaves);
        let honest = leaf(index);
        for below in [index * 2, index * 2 + 1] {
            for (forged, sibling) in [
                (Leaf { index: below, ..honest }, sibling),
                (Leaf { index: below, ..leaf(9_999) }, honest.hash(&sha256)),
            ] {
                let proof = [vec![sibling], tree.claim_proof(index)].concat();
                for depth in [tree.depth(), tree.depth() + 1] {
                    prop_assert!(!verify_leaf(&sha256, &tree.root(), depth, &forged, &proof));
                }
            }
        }
    }
}
