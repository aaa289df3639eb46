//! `leaves.csv`: who gets what, in the order of the tree.

use std::io::Write;
use std::path::Path;

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use scrip_rules::entitlement::Due;
use scrip_rules::merkle::{Hash, Leaf, MAX_LEAVES};

use super::entitlement::Terms;
use super::holdings::Holding;
use super::summary::Totals;
use super::table;
use super::tree::sha256;

/// The columns.
pub const HEADER: [&str; 5] = ["index", "owner", "raw", "gross", "withheld"];

/// What one owner gets. The index is the position in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the owner holds.
    pub holding: Holding,
    /// What that is entitled to.
    pub entitlement: Due,
}

impl Line {
    /// The leaf of this line at `index` of the distribution `payout`.
    pub fn leaf(&self, payout: &Pubkey, index: u32) -> Leaf {
        Leaf {
            payout: payout.to_bytes(),
            index,
            owner: self.holding.owner.to_bytes(),
            raw: self.holding.raw,
            gross: self.entitlement.gross,
            withheld: self.entitlement.withheld,
        }
    }
}

/// What each holding gets on `terms`, and the holdings that are too small to get anything.
pub fn list(holdings: &[Holding], terms: &Terms) -> Result<(Vec<Line>, Vec<Holding>)> {
    let (mut lines, mut dust) = (Vec::with_capacity(holdings.len()), Vec::new());
    for &holding in holdings {
        let entitlement = terms.entitlement(holding.raw)?;
        if entitlement.gross == 0 {
            dust.push(holding);
        } else {
            lines.push(Line { holding, entitlement });
        }
    }
    if lines.len() > usize::try_from(MAX_LEAVES)? {
        bail!("{} owners are entitled, and a tree has at most {MAX_LEAVES} leaves", lines.len());
    }
    Ok((lines, dust))
}

/// The hashes of all leaves of the distribution `payout`.
pub fn hashes(lines: &[Line], payout: &Pubkey) -> Result<Vec<Hash>> {
    let hash =
        |(index, line): (usize, &Line)| Ok(line.leaf(payout, u32::try_from(index)?).hash(&sha256));
    lines.par_iter().enumerate().map(hash).collect()
}

/// The sums of all lines. Fails where one does not fit into 64 bits, because no vault could hold it.
pub fn totals(lines: &[Line]) -> Result<Totals> {
    let sum = |of: fn(&Line) -> u64| {
        let sum = lines.iter().try_fold(0_u64, |sum, line| sum.checked_add(of(line)));
        sum.with_context(|| format!("all together get more than {} base units", u64::MAX))
    };
    let gross = sum(|line| line.entitlement.gross)?;
    let withheld = sum(|line| line.entitlement.withheld)?;
    let net = gross.checked_sub(withheld).context("more is withheld than paid")?;
    Ok(Totals::new(sum(|line| line.holding.raw)?, gross, withheld, net))
}

/// Writes the list.
pub fn write(lines: &[Line], out: &mut impl Write) -> Result<()> {
    writeln!(out, "{}", HEADER.join(","))?;
    for (index, Line { holding, entitlement }) in lines.iter().enumerate() {
        let Holding { owner, raw } = holding;
        let Due { gross, withheld } = entitlement;
        writeln!(out, "{index},{owner},{raw},{gross},{withheld}")?;
    }
    Ok(())
}

/// Passes every line of a list to `each`, with its index, and fails where indices or owners are out of
/// order.
pub fn read(path: &Path, mut each: impl FnMut(u32, Line)) -> Result<()> {
    let (mut next, mut last) = (0_u32, None);
    table::read(path, &HEADER, |row| {
        let line = Line {
            holding: Holding { owner: row.address(1)?, raw: row.amount(2)? },
            entitlement: Due { gross: row.amount(3)?, withheld: row.amount(4)? },
        };
        let (index, owner) = (row.index(0)?, Some(line.holding.owner));
        if index != next {
            bail!("index is {index}, and must be {next}: one after the other, from 0");
        }
        if owner <= last {
            bail!("owner {} is out of order: by ascending bytes, and each once", row.text(1)?);
        }
        next = next.checked_add(1).context("there are too many leaves")?;
        last = owner;
        each(index, line);
        Ok(())
    })
}
