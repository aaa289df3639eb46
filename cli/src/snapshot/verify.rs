//! `scrip snapshot verify`: everything that can be computed anew from `leaves.csv` is, and every proof that
//! can be read from `tree.bin` is checked by the rule that the program checks it by.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use rayon::prelude::*;
use scrip_rules::merkle::{self, Hash, PAGE_LEAVES};

use super::directory::{LEAVES, TREE};
use super::leaves::{self, Line};
use super::progress;
use super::summary::Summary;
use super::tree::{self, hex, sha256};
use super::tree_file::{TreeFile, proof_within};

/// Which snapshot.
#[derive(Debug, Args)]
pub struct Verify {
    /// A snapshot's directory.
    #[arg(long, value_name = "DIRECTORY")]
    pub dir: PathBuf,
}

/// A snapshot that holds together.
#[derive(Debug)]
pub struct Verified {
    /// What it says of itself.
    pub summary: Summary,
    /// The account of the distribution.
    pub payout: Pubkey,
    /// Who gets what.
    pub lines: Vec<Line>,
    /// The root, computed anew from the leaves.
    pub root: Hash,
}

impl Verify {
    /// Checks the snapshot, and prints how many proofs hold.
    pub fn run(&self) -> Result<()> {
        let Verified { summary, .. } = self.check()?;
        println!(
            "{} leaves, {} pages, root {}: every proof holds",
            summary.leaves, summary.pages, summary.root
        );
        Ok(())
    }

    /// Computes the snapshot anew from its leaves, and checks every proof in it.
    pub fn check(&self) -> Result<Verified> {
        let summary = Summary::read(&self.dir)?;
        let payout = summary.payout.parse().context("the summary's payout is no address")?;
        let mut lines = Vec::new();
        leaves::read(&self.dir.join(LEAVES), |_, line| lines.push(line))?;
        check_summary(&summary, &lines)?;
        let path = self.dir.join(TREE);
        // Before anything is read from it: it has the length of a tree of this depth.
        drop(TreeFile::open(&path, summary.depth)?);
        let root = check_tree(&path, leaves::hashes(&lines, &payout)?)?;
        if hex(&root) != summary.root {
            bail!("the leaves have the root {}, and the summary says {}", hex(&root), summary.root);
        }
        check_proofs(&path, &summary, &lines, &payout, &root)?;
        Ok(Verified { summary, payout, lines, root })
    }
}

/// Whether the summary says of the leaves what is so.
fn check_summary(summary: &Summary, lines: &[Line]) -> Result<()> {
    let terms = summary.terms.parse()?;
    terms.check()?;
    for (index, line) in lines.iter().enumerate() {
        let due = terms.entitlement(line.holding.raw)?;
        if due != line.entitlement || due.gross == 0 {
            let found = line.entitlement;
            bail!(
                "leaf {index} gets {} of which {} are withheld, and by the summary's terms {} raw units get {} of which {} are",
                found.gross,
                found.withheld,
                line.holding.raw,
                due.gross,
                due.withheld
            );
        }
    }
    let (leaves, totals) = (u32::try_from(lines.len())?, leaves::totals(lines)?);
    ensure!(
        summary.leaves == leaves,
        "there are {leaves} leaves, and the summary says {}",
        summary.leaves
    );
    ensure!(
        merkle::depth(leaves) == Some(summary.depth) && merkle::pages(leaves) == summary.pages,
        "{leaves} leaves do not make a tree of depth {} with {} pages, as the summary says",
        summary.depth,
        summary.pages
    );
    ensure!(
        summary.totals == totals,
        "the leaves add up to {totals:?}, and the summary says {:?}",
        summary.totals
    );
    let Summary { other_choice, dust, supply, .. } = summary;
    let named: u128 = dust.owners.iter().map(|holder| u128::from(holder.raw.0)).sum();
    ensure!(
        dust.holders == dust.owners.len() && u128::from(dust.raw.0) == named,
        "{} owners of dust are named, who hold {named} raw units, and the summary says {} with {}",
        dust.owners.len(),
        dust.holders,
        dust.raw.0
    );
    for holder in &dust.owners {
        let gross = terms.entitlement(holder.raw.0)?.gross;
        ensure!(gross == 0, "owner {} is listed as dust, and gets {gross}", holder.owner);
    }
    let explained = [totals.raw, other_choice.raw, dust.raw];
    let explained: u128 = explained.iter().map(|amount| u128::from(amount.0)).sum();
    ensure!(
        explained == u128::from(supply.0),
        "leaves, other choices and dust are {explained} raw units, and the supply is {}",
        supply.0
    );
    Ok(())
}

/// Whether the file is the tree above these leaves, and its root.
fn check_tree(path: &Path, hashes: Vec<Hash>) -> Result<Hash> {
    let mut file = BufReader::with_capacity(1 << 20, File::open(path)?);
    let (mut found, mut number) = (Vec::new(), 0_u32);
    tree::levels(hashes, |level| {
        found.resize(level.len(), [0; 32]);
        file.read_exact(found.as_flattened_mut())?;
        if let Some(position) = level.iter().zip(&found).position(|(hash, found)| hash != found) {
            bail!(
                "{} has another hash at position {position} of level {number} than the leaves lead to",
                path.display()
            );
        }
        number = number.saturating_add(1);
        Ok(())
    })
}

/// Whether every leaf is proved against its page, and every page against the root.
fn check_proofs(
    path: &Path,
    summary: &Summary,
    lines: &[Line],
    payout: &Pubkey,
    root: &Hash,
) -> Result<()> {
    let bar = progress::count("verify", u64::from(summary.leaves));
    let page_leaves = usize::try_from(PAGE_LEAVES)?;
    let check = |(page, lines): (usize, &[Line])| -> Result<()> {
        let page = u32::try_from(page)?;
        let mut tree = TreeFile::open(path, summary.depth)?;
        let (page_root, page_proof) = (tree.page_root(page)?, tree.page_proof(page)?);
        let holds =
            merkle::verify_page(&sha256, root, summary.depth, page, &page_root, &page_proof);
        ensure!(holds, "the proof of page {page} does not lead to the root");
        let nodes = tree.page(page)?;
        let first = page.checked_mul(PAGE_LEAVES).context("no such page")?;
        for (index, line) in (first..).zip(lines) {
            let proof = proof_within(&nodes, index).context("a proof is incomplete")?;
            let leaf = line.leaf(payout, index);
            let holds = merkle::verify_leaf(&sha256, &page_root, summary.depth, &leaf, &proof);
            ensure!(holds, "the proof of leaf {index} does not lead to its page");
        }
        bar.inc(u64::try_from(lines.len())?);
        Ok(())
    };
    lines.par_chunks(page_leaves).enumerate().try_for_each(check)?;
    bar.finish_and_clear();
    Ok(())
}
