//! Trees of several pages: a page is proved against the tree, and a leaf against its page.

use scrip_rules::merkle::{
    MAX_DEPTH, PAGE_DEPTH, PAGE_LEAVES, climb, page_of, verify_leaf, verify_page,
};

use crate::tree::{Tree, leaf, sha256};

/// Three pages, the third in part, and a fourth without leaves.
const LEAVES: u32 = 40_000;

#[test]
fn every_page_is_proved_and_stands_for_its_leaves() {
    let tree = Tree::new(LEAVES);
    assert_eq!(tree.depth(), 16);
    for page in 0..4 {
        let (page_root, proof) = (tree.page_root(page), tree.page_proof(page));
        assert_eq!(proof.len(), 2);
        assert!(verify_page(&sha256, &tree.root(), 16, page, &page_root, &proof), "page {page}");
    }
    for index in [0, 1, PAGE_LEAVES - 1, PAGE_LEAVES, 2 * PAGE_LEAVES, LEAVES - 1] {
        let proof = tree.claim_proof(index);
        assert_eq!(proof.len(), PAGE_DEPTH as usize);
        assert!(tree.accepts(&leaf(index), &proof), "leaf {index}");
        // Another page at the same position, and the whole tree, are not its page.
        for other in (0..4).filter(|&page| page != page_of(index)) {
            let root = tree.page_root(other);
            assert!(!verify_leaf(&sha256, &root, 16, &leaf(index), &proof), "{index}, {other}");
        }
        assert!(!verify_leaf(&sha256, &tree.root(), 16, &leaf(index), &proof), "leaf {index}");
        let whole = tree.siblings(index, 0, 16);
        assert!(!verify_leaf(&sha256, &tree.root(), 16, &leaf(index), &whole), "leaf {index}");
    }
}

#[test]
fn a_page_is_proved_only_where_it_lies() {
    let tree = Tree::new(LEAVES);
    let (root, page_root, proof) = (tree.root(), tree.page_root(1), tree.page_proof(1));
    for page in [0, 2, 3, 4, 5, 1 << 10, u32::MAX] {
        assert!(!verify_page(&sha256, &root, 16, page, &page_root, &proof), "as page {page}");
    }
    for page in [0, 2, 3] {
        let other = tree.page_root(page);
        assert!(!verify_page(&sha256, &root, 16, 1, &other, &proof), "page {page} as page 1");
        let others = tree.page_proof(page);
        assert!(!verify_page(&sha256, &root, 16, 1, &page_root, &others), "by proof of {page}");
    }
    assert!(!verify_page(&sha256, &page_root, 16, 1, &page_root, &proof), "against itself");
}

/// A node above or below the pages' level is no page, though an honest path leads from it to the root.
#[test]
fn the_proof_of_a_page_has_one_length() {
    let tree = Tree::new(LEAVES);
    let root = tree.root();
    for level in (0..=16).filter(|&level| level != PAGE_DEPTH) {
        let (node, proof) = (tree.node(level, 0), tree.siblings(0, level, 16));
        assert!(!verify_page(&sha256, &root, 16, 0, &node, &proof), "level {level}");
    }
}

#[test]
fn the_tree_of_one_page_is_its_page() {
    for leaves in [1, 2, 5, PAGE_LEAVES] {
        let tree = Tree::new(leaves);
        let (root, depth) = (tree.root(), tree.depth());
        assert!(verify_page(&sha256, &root, depth, 0, &root, &[]), "{leaves} leaves");
        assert!(!verify_page(&sha256, &root, depth, 1, &root, &[]), "{leaves} leaves, page 1");
        assert!(!verify_page(&sha256, &root, depth, 0, &[1; 32], &[]), "{leaves} leaves, other");
        assert!(!verify_page(&sha256, &root, depth, 0, &root, &[root]), "{leaves} leaves, longer");
    }
}

#[test]
fn trees_deeper_than_the_deepest_prove_nothing() {
    let (leaf, root) = (leaf(0), leaf(0).hash(&sha256));
    assert!(verify_leaf(&sha256, &root, 0, &leaf, &[]));
    for depth in [MAX_DEPTH + 1, 31, 32, 33, u32::MAX] {
        let siblings = vec![[3; 32]; PAGE_DEPTH as usize];
        let page = climb(&sha256, root, 0, &siblings);
        assert!(verify_leaf(&sha256, &page, MAX_DEPTH, &leaf, &siblings));
        assert!(!verify_leaf(&sha256, &page, depth, &leaf, &siblings), "depth {depth}");
        let above = vec![[4; 32]; (depth - PAGE_DEPTH).min(64) as usize];
        let top = climb(&sha256, page, 0, &above);
        assert!(!verify_page(&sha256, &top, depth, 0, &page, &above), "depth {depth}");
    }
}
