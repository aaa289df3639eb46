//! Depths and pages by the number of leaves, and every honest proof.

use scrip_rules::merkle::{
    self, MAX_DEPTH, MAX_LEAVES, PADDING, PAGE_DEPTH, PAGE_LEAVES, climb, page_depth, page_of,
    pages,
};

use crate::tree::{Tree, leaf, sha256};

#[test]
fn depths() {
    for (leaves, depth) in [
        (0, None),
        (1, Some(0)),
        (2, Some(1)),
        (3, Some(2)),
        (4, Some(2)),
        (5, Some(3)),
        (PAGE_LEAVES, Some(PAGE_DEPTH)),
        (PAGE_LEAVES + 1, Some(15)),
        (1 << 20, Some(20)),
        ((1 << 20) + 1, Some(21)),
        (MAX_LEAVES - 1, Some(MAX_DEPTH)),
        (MAX_LEAVES, Some(MAX_DEPTH)),
        (MAX_LEAVES + 1, None),
        (u32::MAX, None),
    ] {
        assert_eq!(merkle::depth(leaves), depth, "{leaves} leaves");
    }
}

#[test]
fn pages_of_trees() {
    for (leaves, count) in [
        (0, 0),
        (1, 1),
        (PAGE_LEAVES, 1),
        (PAGE_LEAVES + 1, 2),
        (1 << 20, 64),
        (MAX_LEAVES, 1024),
        (u32::MAX, 1 << 18),
    ] {
        assert_eq!(pages(leaves), count, "{leaves} leaves");
    }
    for (index, page) in [
        (0, 0),
        (PAGE_LEAVES - 1, 0),
        (PAGE_LEAVES, 1),
        (MAX_LEAVES - 1, 1023),
        (u32::MAX, 0x3ffff),
    ] {
        assert_eq!(page_of(index), page, "index {index}");
    }
    for (depth, expected) in [(0, 0), (1, 1), (13, 13), (14, 14), (15, 14), (24, 14)] {
        assert_eq!(page_depth(depth), expected, "depth {depth}");
    }
}

#[test]
fn every_leaf_of_every_small_tree_is_proved() {
    for leaves in 1..=70 {
        let tree = Tree::new(leaves);
        assert_eq!(Some(tree.depth()), merkle::depth(leaves));
        for index in 0..leaves {
            let proof = tree.claim_proof(index);
            assert!(tree.accepts(&leaf(index), &proof), "leaf {index} of {leaves}");
            // Without pages the page's root is the tree's.
            assert_eq!(climb(&sha256, leaf(index).hash(&sha256), index, &proof), tree.root());
        }
    }
}

#[test]
fn nothing_can_be_claimed_where_there_is_no_leaf() {
    let tree = Tree::new(5);
    for index in 5..8 {
        let proof = tree.claim_proof(index);
        assert_eq!(climb(&sha256, PADDING, index, &proof), tree.root(), "padding lies at {index}");
        for other in 0..16 {
            let claimed = merkle::Leaf { index, ..leaf(other) };
            assert!(!tree.accepts(&claimed, &proof), "leaf {other} at {index}");
        }
    }
}

/// A tree that repeats its last leaf, as Bitcoin's does, has the same root with and without the repetition.
#[test]
fn the_number_of_leaves_moves_the_root() {
    let roots: Vec<_> = (1..=70).map(|leaves| Tree::new(leaves).root()).collect();
    for (position, root) in roots.iter().enumerate() {
        assert!(!roots[..position].contains(root), "{} leaves", position + 1);
    }
}
