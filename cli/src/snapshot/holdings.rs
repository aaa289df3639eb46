//! Token accounts, grouped by owner, and held against the supply.

use anchor_lang::prelude::Pubkey;
use anyhow::{Context, Result, bail};

/// A token account of the mint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenAccount {
    /// Its address.
    pub address: Pubkey,
    /// Who owns the shares in it.
    pub owner: Pubkey,
    /// Raw units.
    pub raw: u64,
}

/// Every token account of a mint at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// All of them, in any order; without shares they may be left out.
    pub accounts: Vec<TokenAccount>,
    /// Raw units of the mint at the same moment.
    pub supply: u64,
    /// When that was; `None` where it comes from a file.
    pub taken_at: Option<Moment>,
}

/// A moment on the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The slot.
    pub slot: u64,
    /// Unix seconds, where the RPC still knows them.
    pub block_time: Option<i64>,
}

/// All that one owner holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The owner.
    pub owner: Pubkey,
    /// Raw units, never 0.
    pub raw: u64,
}

/// Fails if a token account is there twice, and sorts them by address.
pub fn refuse_duplicates(accounts: &mut [TokenAccount]) -> Result<()> {
    accounts.sort_unstable_by_key(|account| account.address);
    for pair in accounts.windows(2) {
        if let [first, second] = pair
            && first.address == second.address
        {
            bail!(
                "token account {} is listed twice, with {} and {} raw units: list each once",
                first.address,
                first.raw,
                second.raw
            );
        }
    }
    Ok(())
}

/// Fails unless all accounts together hold the supply, to the unit.
pub fn reconcile(accounts: &[TokenAccount], supply: u64) -> Result<()> {
    let held: u128 = accounts.iter().map(|account| u128::from(account.raw)).sum();
    if held != u128::from(supply) {
        bail!(
            "the {} token accounts hold {held} raw units, but the mint's supply is {supply}: the list is not complete, or not of one moment; read it again, in a blackout if need be",
            accounts.len()
        );
    }
    Ok(())
}

/// One holding for each owner, ordered by the owners' bytes. Whoever holds nothing is left out.
pub fn merge(mut holdings: Vec<Holding>) -> Result<Vec<Holding>> {
    holdings.retain(|holding| holding.raw > 0);
    holdings.sort_unstable_by_key(|holding| holding.owner);
    let mut merged = true;
    holdings.dedup_by(|next, kept| {
        let same = next.owner == kept.owner;
        if same {
            match kept.raw.checked_add(next.raw) {
                Some(sum) => kept.raw = sum,
                None => merged = false,
            }
        }
        same
    });
    if !merged {
        bail!("an owner holds more than {} raw units, which no mint can issue", u64::MAX);
    }
    Ok(holdings)
}

/// The sum of holdings, raw units.
pub fn total(holdings: &[Holding]) -> Result<u64> {
    let sum = holdings.iter().try_fold(0_u64, |sum, holding| sum.checked_add(holding.raw));
    sum.context("the holdings together are more than a mint can issue")
}
