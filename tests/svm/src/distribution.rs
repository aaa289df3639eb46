//! A distribution's tree in memory: every proof that a claim or a page needs.
//!
//! - [`Tree`]: the tree
//! - [`Distribution`]: a payout with its tree, from opening to sweep

mod staged;

pub use staged::*;

use anchor_lang::prelude::Pubkey;
use scrip_issuer::{ClaimArgs, OpenClaimPageArgs};
use scrip_rules::merkle::{self, Hash, Leaf, PADDING};
use solana_sha256_hasher::hashv;

/// Who is paid what: owner, raw units held, base units before tax, base units withheld.
pub type Row = (Pubkey, u64, u64, u64);

/// The tree of a distribution.
#[derive(Clone, Debug)]
pub struct Tree {
    leaves: Vec<Leaf>,
    /// From the leaves up to the root.
    levels: Vec<Vec<Hash>>,
}

/// SHA-256 of all parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    hashv(parts).to_bytes()
}

impl Tree {
    /// The tree of these rows, in this order, for the payout at this address.
    pub fn new(payout: &Pubkey, rows: &[Row]) -> Self {
        let leaf = |(index, (owner, raw, gross, withheld)): (usize, &Row)| Leaf {
            payout: payout.to_bytes(),
            index: u32::try_from(index).unwrap(),
            owner: owner.to_bytes(),
            raw: *raw,
            gross: *gross,
            withheld: *withheld,
        };
        let leaves: Vec<Leaf> = rows.iter().enumerate().map(leaf).collect();
        let mut level: Vec<Hash> = leaves.iter().map(|leaf| leaf.hash(&sha256)).collect();
        level.resize(leaves.len().next_power_of_two(), PADDING);
        let mut levels = vec![level];
        while levels.last().unwrap().len() > 1 {
            let pairs = levels.last().unwrap().chunks(2);
            levels.push(pairs.map(|pair| merkle::node(&sha256, &pair[0], &pair[1])).collect());
        }
        Self { leaves, levels }
    }

    /// The root.
    pub fn root(&self) -> Hash {
        self.levels.last().unwrap()[0]
    }

    /// A node, by its level above the leaves and its place in it.
    pub fn node(&self, level: u32, index: u32) -> Hash {
        self.levels[level as usize][index as usize]
    }

    /// Where the owner's leaf is.
    pub fn index_of(&self, owner: &Pubkey) -> u32 {
        let mut owners = self.leaves.iter().map(|leaf| leaf.owner);
        u32::try_from(owners.position(|other| other == owner.to_bytes()).unwrap()).unwrap()
    }

    /// How many claims there are.
    pub fn leaf_count(&self) -> u32 {
        u32::try_from(self.leaves.len()).unwrap()
    }

    /// What all claims bring.
    pub fn net(&self) -> u64 {
        self.leaves.iter().map(|leaf| leaf.gross - leaf.withheld).sum()
    }

    /// What is withheld of them.
    pub fn withheld(&self) -> u64 {
        self.leaves.iter().map(|leaf| leaf.withheld).sum()
    }

    /// The siblings from the level `from` up to the level `to`, of the node at `index` of the former.
    fn siblings(&self, from: u32, to: u32, index: u32) -> Vec<Hash> {
        (from..to)
            .map(|level| self.levels[level as usize][((index >> (level - from)) ^ 1) as usize])
            .collect()
    }

    fn depth(&self) -> u32 {
        merkle::depth(self.leaf_count()).unwrap()
    }

    /// A page with its proof.
    pub fn page(&self, index: u32) -> OpenClaimPageArgs {
        let (bottom, top) = (merkle::page_depth(self.depth()), self.depth());
        let root = self.levels[bottom as usize][index as usize];
        OpenClaimPageArgs { index, root, proof: self.siblings(bottom, top, index) }
    }

    /// A claim with its proof, to the owner's account with this bump.
    pub fn claim(&self, index: u32, destination_bump: u8) -> ClaimArgs {
        let leaf = &self.leaves[index as usize];
        ClaimArgs {
            index,
            raw: leaf.raw,
            gross: leaf.gross,
            withheld: leaf.withheld,
            destination_bump,
            proof: self.siblings(0, merkle::page_depth(self.depth()), index),
        }
    }
}
