//! A tree as the format describes it, all levels in memory, and the proofs that an honest owner gets.

use scrip_rules::merkle::{self, Hash, Leaf, PADDING};
use sha2::{Digest, Sha256};

pub const PAYOUT: [u8; 32] = [7; 32];

pub fn sha256(parts: &[&[u8]]) -> Hash {
    Sha256::digest(parts.concat()).into()
}

/// The leaf at `index` of the distributions of these tests.
pub fn leaf(index: u32) -> Leaf {
    let mut owner = [9; 32];
    owner[..4].copy_from_slice(&index.to_be_bytes());
    let gross = u64::from(100 + index);
    Leaf {
        payout: PAYOUT,
        index,
        owner,
        raw: u64::from(1_000 + index),
        gross,
        withheld: gross * 15 / 100,
    }
}

pub struct Tree {
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    pub fn new(leaves: u32) -> Self {
        let mut level: Vec<Hash> = (0..leaves).map(|index| leaf(index).hash(&sha256)).collect();
        level.resize(level.len().next_power_of_two(), PADDING);
        let mut levels = vec![level];
        while levels.last().unwrap().len() > 1 {
            let pairs = levels.last().unwrap().chunks(2);
            levels.push(pairs.map(|pair| sha256(&[&[1], &pair[0], &pair[1]])).collect());
        }
        Self { levels }
    }

    pub fn depth(&self) -> u32 {
        self.levels.len() as u32 - 1
    }

    /// The root of the tree, or of a page or other subtree: the node at `position` of `level`.
    pub fn node(&self, level: u32, position: u32) -> Hash {
        self.levels[level as usize][position as usize]
    }

    pub fn root(&self) -> Hash {
        self.node(self.depth(), 0)
    }

    pub fn page_root(&self, page: u32) -> Hash {
        self.node(merkle::page_depth(self.depth()), page)
    }

    /// The siblings between the node at `position` of level `from`, and level `to`.
    pub fn siblings(&self, position: u32, from: u32, to: u32) -> Vec<Hash> {
        (from..to).map(|level| self.node(level, (position >> (level - from)) ^ 1)).collect()
    }

    pub fn claim_proof(&self, index: u32) -> Vec<Hash> {
        self.siblings(index, 0, merkle::page_depth(self.depth()))
    }

    pub fn page_proof(&self, page: u32) -> Vec<Hash> {
        self.siblings(page, merkle::page_depth(self.depth()), self.depth())
    }

    /// Whether the rule accepts a leaf and a proof for the page that its index names.
    pub fn accepts(&self, leaf: &Leaf, proof: &[Hash]) -> bool {
        let page_root = self.page_root(merkle::page_of(leaf.index));
        merkle::verify_leaf(&sha256, &page_root, self.depth(), leaf, proof)
    }
}
