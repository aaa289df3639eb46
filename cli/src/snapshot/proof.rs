//! `scrip snapshot proof`: what a claim has to show.

use std::path::PathBuf;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, anyhow};
use clap::Args;
use scrip_rules::merkle::{self, Hash};
use serde::Serialize;

use super::amount::Amount;
use super::directory::{LEAVES, TREE};
use super::leaves;
use super::summary::Summary;
use super::tree::{hex, sha256};
use super::tree_file::TreeFile;

/// Which proof.
#[derive(Debug, Args)]
pub struct Proof {
    /// A snapshot's directory.
    #[arg(long, value_name = "DIRECTORY")]
    pub dir: PathBuf,
    /// Which leaf.
    #[command(flatten)]
    pub which: Which,
}

/// Which leaf.
#[derive(Clone, Copy, Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Which {
    /// The leaf of this owner.
    #[arg(long)]
    pub owner: Option<Pubkey>,
    /// The leaf at this position.
    #[arg(long)]
    pub index: Option<u32>,
}

/// A leaf with everything that a claim shows; hashes are in hexadecimal.
#[derive(Debug, Serialize)]
pub struct Proven {
    payout: String,
    mint: String,
    root: String,
    depth: u32,
    leaf: ProvenLeaf,
    /// The page that the leaf lies in.
    page: u32,
    page_root: String,
    /// From the page's root up to the root.
    page_proof: Vec<String>,
    /// From the leaf up to the page's root.
    claim_proof: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ProvenLeaf {
    index: u32,
    owner: String,
    raw: Amount,
    gross: Amount,
    withheld: Amount,
    hash: String,
}

impl Proof {
    /// Prints the proof as JSON.
    pub fn run(&self) -> Result<()> {
        println!("{}", serde_json::to_string_pretty(&self.prove()?)?);
        Ok(())
    }

    /// Reads the proof.
    pub fn prove(&self) -> Result<Proven> {
        let summary = Summary::read(&self.dir)?;
        let payout = summary.payout.parse().context("the summary's payout is no address")?;
        let Which { owner, index: position } = self.which;
        let mut found = None;
        leaves::read(&self.dir.join(LEAVES), |index, line| {
            if position == Some(index) || owner == Some(line.holding.owner) {
                found = Some(line.leaf(&payout, index));
            }
        })?;
        let leaf = found.ok_or_else(|| match (owner, position) {
            (Some(owner), _) => anyhow!("owner {owner} has no leaf in this snapshot"),
            (_, position) => anyhow!(
                "there is no leaf {}: they are numbered from 0 to {}",
                position.unwrap_or_default(),
                summary.leaves.saturating_sub(1)
            ),
        })?;
        let mut tree = TreeFile::open(&self.dir.join(TREE), summary.depth)?;
        let page = merkle::page_of(leaf.index);
        let all = |hashes: Vec<Hash>| hashes.iter().map(hex).collect();
        Ok(Proven {
            page,
            page_root: hex(&tree.page_root(page)?),
            page_proof: all(tree.page_proof(page)?),
            claim_proof: all(tree.claim_proof(leaf.index)?),
            leaf: ProvenLeaf {
                index: leaf.index,
                owner: Pubkey::new_from_array(leaf.owner).to_string(),
                raw: Amount(leaf.raw),
                gross: Amount(leaf.gross),
                withheld: Amount(leaf.withheld),
                hash: hex(&leaf.hash(&sha256)),
            },
            payout: summary.payout,
            mint: summary.mint,
            root: summary.root,
            depth: summary.depth,
        })
    }
}
