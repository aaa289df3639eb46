//! Token accounts from a file, as another indexer may write it.
//!
//! `token_account,owner,raw`, one line for each account; a first line `# supply: N` may say what the
//! supply was.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::holdings::{Register, TokenAccount};
use super::table;

/// The columns.
pub const HEADER: [&str; 3] = ["token_account", "owner", "raw"];
/// How the line with the supply begins.
pub const SUPPLY: &str = "# supply: ";

/// Reads the file. The supply is `supply` or what the file says, and where both do they must agree.
pub fn read(path: &Path, supply: Option<u64>) -> Result<Register> {
    let supply = match (supply, supply_line(path)?) {
        (Some(given), Some(written)) if given != written => bail!(
            "--supply is {given}, but {} says {written}: only one of them can be right",
            path.display()
        ),
        (Some(supply), _) | (None, Some(supply)) => supply,
        (None, None) => bail!(
            "{} does not say what the supply is: give it with --supply, or in a first line \"{SUPPLY}N\"",
            path.display()
        ),
    };
    let mut accounts = Vec::new();
    table::read(path, &HEADER, |row| {
        accounts.push(TokenAccount {
            address: row.address(0)?,
            owner: row.address(1)?,
            raw: row.amount(2)?,
        });
        Ok(())
    })?;
    Ok(Register { accounts, supply, taken_at: None })
}

fn supply_line(path: &Path) -> Result<Option<u64>> {
    let name = path.display();
    let file = File::open(path).with_context(|| format!("{name} cannot be opened"))?;
    let mut line = String::new();
    BufReader::new(file).read_line(&mut line).with_context(|| format!("{name} cannot be read"))?;
    let Some(text) = line.strip_prefix(SUPPLY).map(str::trim) else { return Ok(None) };
    match text.parse() {
        Ok(supply) => Ok(Some(supply)),
        Err(_) => bail!(
            "{name} line 1: the supply is \"{text}\", not a whole number from 0 to {}",
            u64::MAX
        ),
    }
}
