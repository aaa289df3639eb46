//! `tree.bin`: every node of a tree, level by level from the leaves, each level from the left. There is no
//! header, so that the place of a node follows from the depth alone.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result, bail};
use scrip_rules::merkle::{self, Hash, MAX_DEPTH, PAGE_DEPTH};

const HASH_BYTES: u64 = 32;

/// An open tree.
pub struct TreeFile {
    file: File,
    depth: u32,
}

impl TreeFile {
    /// Opens the file of a tree with `depth` levels of hashes above its leaves.
    pub fn open(path: &Path, depth: u32) -> Result<Self> {
        let name = path.display();
        if depth > MAX_DEPTH {
            bail!("a tree of depth {depth} is deeper than the deepest, {MAX_DEPTH}");
        }
        let file = File::open(path).with_context(|| format!("{name} cannot be opened"))?;
        let (length, expected) = (file.metadata()?.len(), offset(depth, depth, 1)?);
        if length != expected {
            bail!("{name} has {length} bytes; a tree of depth {depth} has {expected}");
        }
        Ok(Self { file, depth })
    }

    /// `count` nodes of `level`, from the one at `position` on.
    pub fn nodes(&mut self, level: u32, position: u32, count: u32) -> Result<Vec<Hash>> {
        self.file.seek(SeekFrom::Start(offset(self.depth, level, position)?))?;
        let mut nodes = vec![[0; 32]; usize::try_from(count)?];
        self.file.read_exact(nodes.as_flattened_mut())?;
        Ok(nodes)
    }

    /// The root of the page at `page`.
    pub fn page_root(&mut self, page: u32) -> Result<Hash> {
        self.nodes(merkle::page_depth(self.depth), page, 1)?.first().copied().context("one node")
    }

    /// The proof of a page against the tree.
    pub fn page_proof(&mut self, page: u32) -> Result<Vec<Hash>> {
        self.siblings(page, merkle::page_depth(self.depth), self.depth)
    }

    /// The proof of the leaf at `index` against its page.
    pub fn claim_proof(&mut self, index: u32) -> Result<Vec<Hash>> {
        self.siblings(index, 0, merkle::page_depth(self.depth))
    }

    /// Every level of a page, from its leaves to its root.
    pub fn page(&mut self, page: u32) -> Result<Vec<Vec<Hash>>> {
        let top = merkle::page_depth(self.depth);
        (0..=top)
            .map(|level| {
                let above = top.saturating_sub(level);
                let (first, width) = (page.checked_shl(above), 1_u32.checked_shl(above));
                let (first, width) = first.zip(width).context("no such page")?;
                self.nodes(level, first, width)
            })
            .collect()
    }

    /// The siblings on the way from the node at `position` of level `from` up to level `to`.
    fn siblings(&mut self, position: u32, from: u32, to: u32) -> Result<Vec<Hash>> {
        let mut position = position;
        (from..to)
            .map(|level| {
                let sibling = self.nodes(level, position ^ 1, 1)?;
                position >>= 1;
                sibling.first().copied().context("one node")
            })
            .collect()
    }
}

/// The proof of the leaf at `index` against its page, of which all levels are in memory.
pub fn proof_within(page: &[Vec<Hash>], index: u32) -> Option<Vec<Hash>> {
    let mut position = index & ((1 << PAGE_DEPTH) - 1);
    let below_root = page.len().checked_sub(1)?;
    let step = |level: &Vec<Hash>| {
        let sibling = level.get(usize::try_from(position ^ 1).ok()?).copied();
        position >>= 1;
        sibling
    };
    page.iter().take(below_root).map(step).collect()
}

/// Where the node at `position` of `level` begins: after 2^depth + 2^(depth - 1) + ... nodes of the levels
/// below it.
fn offset(depth: u32, level: u32, position: u32) -> Result<u64> {
    let nodes = |levels: u32| 2_u64.checked_shl(levels);
    let below = || nodes(depth)?.checked_sub(nodes(depth.checked_sub(level)?)?);
    below()
        .and_then(|below| below.checked_add(position.into()))
        .and_then(|before| before.checked_mul(HASH_BYTES))
        .with_context(|| format!("a tree of depth {depth} has no level {level}"))
}
