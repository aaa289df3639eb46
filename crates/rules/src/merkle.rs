//! The entitlements of a distribution as a Merkle tree: what a claim has to prove.
//!
//! SHA-256 over a perfect binary tree, in the published format of `docs/distributions.md`:
//!
//! ```text
//! leaf = H(0x00 ‖ payout ‖ index: u32 LE ‖ owner ‖ raw: u64 LE ‖ gross: u64 LE ‖ withheld: u64 LE)
//! node = H(0x01 ‖ left ‖ right)
//! ```
//!
//! - The first byte keeps leaves and nodes apart, so no node passes for a leaf and no leaf for a node.
//! - `payout` binds a leaf to one distribution: no other distribution's proof passes.
//! - Leaves are ordered by ascending bytes of their owners. The tree is filled up on the right with
//!   [`PADDING`], a value of which nobody knows a preimage, so what lies there can never be claimed.
//! - Proofs have exactly one length, which the number of leaves gives.
//!
//! A *page* is an aligned subtree of up to [`PAGE_LEAVES`] leaves. A page's root is proved against the
//! tree's root once ([`verify_page`]), and each claim only against its page ([`verify_leaf`]): a claim's
//! proof never has more than [`PAGE_DEPTH`] hashes, however many leaves there are.
//!
//! The hash function comes from the caller: the programs pass the runtime's, the tools a library's. It
//! gets a list of byte strings and returns SHA-256 of all of them, one after the other.

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// What stands where there is no leaf.
pub const PADDING: Hash = [0; 32];

/// Levels of hashes above the leaves of the largest tree.
pub const MAX_DEPTH: u32 = 24;

/// Leaves of the largest tree.
pub const MAX_LEAVES: u32 = 1 << MAX_DEPTH;

/// Levels of hashes above the leaves of a full page.
pub const PAGE_DEPTH: u32 = 14;

/// Leaves of a full page.
pub const PAGE_LEAVES: u32 = 1 << PAGE_DEPTH;

/// The first byte of what is hashed to a leaf.
const LEAF_DOMAIN: u8 = 0;

/// The first byte of what is hashed to a node.
const NODE_DOMAIN: u8 = 1;

/// What one owner gets in a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Address of the account of the distribution.
    pub payout: [u8; 32],
    /// Position in the tree, from 0.
    pub index: u32,
    /// Whose entitlement it is.
    pub owner: [u8; 32],
    /// Raw units of the share, held at the record date.
    pub raw: u64,
    /// Base units of what is distributed, before withholding.
    pub gross: u64,
    /// The part of `gross` that is withheld, base units.
    pub withheld: u64,
}

impl Leaf {
    /// The hash of this leaf.
    pub fn hash<H: Fn(&[&[u8]]) -> Hash>(&self, h: &H) -> Hash {
        h(&[
            &[LEAF_DOMAIN],
            &self.payout,
            &self.index.to_le_bytes(),
            &self.owner,
            &self.raw.to_le_bytes(),
            &self.gross.to_le_bytes(),
            &self.withheld.to_le_bytes(),
        ])
    }
}

/// The hash of a node from those of its children.
pub fn node<H: Fn(&[&[u8]]) -> Hash>(h: &H, left: &Hash, right: &Hash) -> Hash {
    h(&[&[NODE_DOMAIN], left, right])
}

/// Levels of hashes above `leaves` leaves; `None` for none at all, or more than [`MAX_LEAVES`].
pub const fn depth(leaves: u32) -> Option<u32> {
    if leaves > MAX_LEAVES {
        return None;
    }
    match leaves.checked_next_power_of_two() {
        Some(width) if leaves > 0 => Some(width.trailing_zeros()),
        _ => None,
    }
}

/// Levels of hashes above the leaves of a page, in a tree with `depth` levels: the length of a claim's
/// proof.
pub const fn page_depth(depth: u32) -> u32 {
    if depth < PAGE_DEPTH { depth } else { PAGE_DEPTH }
}

/// The page that the leaf at `index` lies in.
pub const fn page_of(index: u32) -> u32 {
    index >> PAGE_DEPTH
}

/// How many pages `leaves` leaves fill, the last perhaps in part.
pub const fn pages(leaves: u32) -> u32 {
    leaves.div_ceil(PAGE_LEAVES)
}

/// The hash that `proof`, the siblings from the bottom up, leads to from `start` at position `index` of
/// its level.
pub fn climb<H: Fn(&[&[u8]]) -> Hash>(h: &H, start: Hash, index: u32, proof: &[Hash]) -> Hash {
    let step = |(hash, position): (Hash, u32), sibling: &Hash| {
        let is_left = position & 1 == 0;
        let parent = if is_left { node(h, &hash, sibling) } else { node(h, sibling, &hash) };
        (parent, position >> 1)
    };
    proof.iter().fold((start, index), step).0
}

/// Whether `proof` shows that `leaf` lies in its page, which has the root `page_root`, of a tree with
/// `depth` levels.
///
/// The caller passes the root of the page [`page_of`] the leaf's index.
pub fn verify_leaf<H: Fn(&[&[u8]]) -> Hash>(
    h: &H,
    page_root: &Hash,
    depth: u32,
    leaf: &Leaf,
    proof: &[Hash],
) -> bool {
    is_within(leaf.index, depth)
        && has_length(proof, page_depth(depth))
        // Of the index, a proof of this length uses only the bits that are the position in the page.
        && climb(h, leaf.hash(h), leaf.index, proof) == *page_root
}

/// Whether `proof` shows that page `page_index` of the tree that has `depth` levels and the root `root` has
/// the root `page_root`.
pub fn verify_page<H: Fn(&[&[u8]]) -> Hash>(
    h: &H,
    root: &Hash,
    depth: u32,
    page_index: u32,
    page_root: &Hash,
    proof: &[Hash],
) -> bool {
    let above = depth.saturating_sub(page_depth(depth));
    depth <= MAX_DEPTH
        && is_within(page_index, above)
        && has_length(proof, above)
        && climb(h, *page_root, page_index, proof) == *root
}

/// Whether a level that has 2^`depth` positions has one at `index`.
fn is_within(index: u32, depth: u32) -> bool {
    depth <= MAX_DEPTH && index.checked_shr(depth) == Some(0)
}

fn has_length(proof: &[Hash], length: u32) -> bool {
    usize::try_from(length) == Ok(proof.len())
}
