//! The Merkle tree of a snapshot, level by level, in the format of `scrip_rules::merkle`.

use anyhow::{Context, Result};
use rayon::prelude::*;
use scrip_rules::merkle::{self, Hash, PADDING};
use sha2::{Digest, Sha256};

/// SHA-256 of all parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Passes every level of the tree above `leaves` to `each`, from the leaves, filled up, to the root, and
/// returns the root. Only two levels are in memory at a time.
pub fn levels(leaves: Vec<Hash>, mut each: impl FnMut(&[Hash]) -> Result<()>) -> Result<Hash> {
    let mut level = leaves;
    level.resize(level.len().next_power_of_two(), PADDING);
    each(&level)?;
    while level.len() > 1 {
        level = level
            .par_chunks(2)
            .map(|pair| match pair {
                [left, right] => merkle::node(&sha256, left, right),
                _ => PADDING,
            })
            .collect();
        each(&level)?;
    }
    level.first().copied().context("a tree has a root")
}

/// A hash in hexadecimal.
pub fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
