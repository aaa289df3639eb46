//! `scrip snapshot synthesize`: holders who do not exist, the same for the same seed, to measure with.
//!
//! Nine in ten hold in one token account, the tenth in two. Holdings have every number of digits up to
//! those of 10,000 shares.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result};
use clap::Args;

use super::accounts_file::{HEADER, SUPPLY};
use super::holdings::TokenAccount;
use super::tree::sha256;

/// How many, and where to.
#[derive(Debug, Args)]
pub struct Synthesize {
    /// How many holders.
    #[arg(long)]
    pub holders: u32,
    /// Another seed, other holders.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The file to write, as token_account,owner,raw.
    #[arg(long, value_name = "CSV")]
    pub out: PathBuf,
}

impl Synthesize {
    /// Writes the file, and prints how many accounts there are.
    pub fn run(&self) -> Result<()> {
        let shown = self.out.display();
        let count = || {
            let supply =
                self.accounts().try_fold(0_u64, |sum, account| sum.checked_add(account.raw));
            let supply = supply.context("so many holders hold more than a mint can issue")?;
            let mut file = BufWriter::with_capacity(1 << 20, File::create(&self.out)?);
            writeln!(file, "{SUPPLY}{supply}\n{}", HEADER.join(","))?;
            let mut count = 0_u64;
            for TokenAccount { address, owner, raw } in self.accounts() {
                writeln!(file, "{address},{owner},{raw}")?;
                count = count.saturating_add(1);
            }
            file.flush()?;
            Ok::<_, anyhow::Error>(count)
        };
        let count = count().with_context(|| format!("{shown} cannot be written"))?;
        println!("{} holders in {count} token accounts written to {shown}", self.holders);
        Ok(())
    }

    /// The token accounts.
    pub fn accounts(&self) -> impl Iterator<Item = TokenAccount> {
        let seed = self.seed;
        (0..self.holders).flat_map(move |holder| {
            let accounts = if holder.checked_rem(10) == Some(0) { 2 } else { 1 };
            (0..accounts).map(move |number: u8| account(seed, holder, number))
        })
    }
}

fn account(seed: u64, holder: u32, number: u8) -> TokenAccount {
    let draw = |what: &[u8]| {
        sha256(&[b"synthetic holder", &seed.to_le_bytes(), &holder.to_le_bytes(), what])
    };
    let [first, second, third, fourth, fifth, sixth, digits, ..] = draw(&[b'r', number]);
    let raw = u64::from_le_bytes([first, second, third, fourth, fifth, sixth, 0, 0]);
    // Up to 10^1 to 10^12 raw units: a ten-millionth of a share to 10,000 shares.
    let magnitude = u32::from(digits).checked_rem(12).unwrap_or(0).saturating_add(1);
    let below = 10_u64.saturating_pow(magnitude);
    TokenAccount {
        address: Pubkey::new_from_array(draw(&[b'a', number])),
        owner: Pubkey::new_from_array(draw(b"o")),
        raw: raw.checked_rem(below).unwrap_or(0).saturating_add(1),
    }
}
