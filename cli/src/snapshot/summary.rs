//! `summary.json`: what a snapshot is of, and what comes of it in all. It is what the maker of a
//! distribution announces, and what anybody can check against the other two files.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::directory::SUMMARY;
use super::election::Choice;
use super::holdings::Holding;
use super::stated_terms::StatedTerms;

/// The version of the three files.
pub const FORMAT: u32 = 1;

/// A snapshot in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// [`FORMAT`].
    pub format: u32,
    /// Address of the account of the distribution, which every leaf is bound to.
    pub payout: String,
    /// The mint of the share.
    pub mint: String,
    /// The slot that the accounts were read at; none where they came from a file.
    pub slot: Option<u64>,
    /// Unix seconds of that slot, where the RPC knows them.
    pub block_time: Option<i64>,
    /// What is paid.
    pub terms: StatedTerms,
    /// Whose distribution it is, where holders choose.
    pub choice: Option<Choice>,
    /// How many leaves there are.
    pub leaves: u32,
    /// Levels of hashes above them.
    pub depth: u32,
    /// How many pages they fill.
    pub pages: u32,
    /// The root, in hexadecimal.
    pub root: String,
    /// Sums over all leaves.
    pub totals: Totals,
    /// Raw units of the mint; those of the leaves, of the other choice and of dust together.
    pub supply: Amount,
    /// Those who chose otherwise.
    pub other_choice: Group,
    /// Those whose holding is too small to get one base unit.
    pub dust: Dust,
}

/// Sums over leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Raw units of the share.
    pub raw: Amount,
    /// Base units of what is paid, before withholding.
    pub gross: Amount,
    /// What is withheld of it.
    pub withheld: Amount,
    /// What the owners get: what has to be in the vault.
    pub net: Amount,
}

/// Holders who are not in the tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// How many.
    pub holders: usize,
    /// What they hold, raw units.
    pub raw: Amount,
}

/// Holders who get nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dust {
    /// How many.
    pub holders: usize,
    /// What they hold, raw units.
    pub raw: Amount,
    /// Who they are.
    pub owners: Vec<DustHolder>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DustHolder {
    /// The owner.
    pub owner: String,
    /// Raw units.
    pub raw: Amount,
}

impl Totals {
    /// These sums.
    pub const fn new(raw: u64, gross: u64, withheld: u64, net: u64) -> Self {
        Self {
            raw: Amount(raw),
            gross: Amount(gross),
            withheld: Amount(withheld),
            net: Amount(net),
        }
    }
}

impl Dust {
    /// These holders, who hold `raw` together.
    pub fn new(holdings: &[Holding], raw: u64) -> Self {
        let named = |holding: &Holding| DustHolder {
            owner: holding.owner.to_string(),
            raw: Amount(holding.raw),
        };
        let owners = holdings.iter().map(named).collect();
        Self { holders: holdings.len(), raw: Amount(raw), owners }
    }
}

impl Summary {
    /// Reads the summary of the snapshot in `directory`.
    pub fn read(directory: &Path) -> Result<Self> {
        let path = directory.join(SUMMARY);
        let name = path.display();
        let file = File::open(&path)
            .with_context(|| format!("{name} cannot be opened: is this a snapshot's directory?"))?;
        let summary: Self = serde_json::from_reader(BufReader::new(file))
            .with_context(|| format!("{name} is malformed"))?;
        if summary.format != FORMAT {
            bail!("{name} has format {}, and this tool reads {FORMAT}", summary.format);
        }
        Ok(summary)
    }
}
