//! Elections (ISO 15022 DRIP): each holder takes cash or has it reinvested, and each of the two choices is
//! a distribution of its own.
//!
//! A file `owner,choice` names the choices; whoever is not in it takes the default. A snapshot is for one
//! of the choices.

use std::collections::HashMap;
use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anyhow::{Result, bail};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use super::holdings::Holding;
use super::table;

/// The columns.
pub const HEADER: [&str; 2] = ["owner", "choice"];

/// What a holder may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// Payment in cash.
    Cash,
    /// Reinvestment: the payment is made in shares.
    Reinvest,
}

/// Who chose what.
#[derive(Debug)]
pub struct Elections {
    /// The choice of everybody who made one.
    pub made: HashMap<Pubkey, Choice>,
    /// The choice of everybody else.
    pub default: Choice,
}

impl Elections {
    /// Reads the elections that were made from a file.
    pub fn read(path: &Path, default: Choice) -> Result<Self> {
        let mut made = HashMap::new();
        table::read(path, &HEADER, |row| {
            let owner = row.address(0)?;
            let choice = match row.text(1)? {
                "cash" => Choice::Cash,
                "reinvest" => Choice::Reinvest,
                other => bail!("choice is \"{other}\", not cash or reinvest"),
            };
            if made.insert(owner, choice).is_some() {
                bail!("owner {owner} has chosen before: list everybody once");
            }
            Ok(())
        })?;
        Ok(Self { made, default })
    }

    /// Who of the holders has made this choice, and the holdings of all others.
    pub fn split(&self, holdings: Vec<Holding>, choice: Choice) -> (Vec<Holding>, Vec<Holding>) {
        let chosen = |owner: &Pubkey| self.made.get(owner).copied().unwrap_or(self.default);
        holdings.into_iter().partition(|holding| chosen(&holding.owner) == choice)
    }
}
