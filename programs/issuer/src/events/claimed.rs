//! A claim of a distribution was paid.

use anchor_lang::prelude::*;

/// A claim of a distribution was paid.
#[event]
pub struct Claimed {
    /// The payout.
    pub payout: Pubkey,
    /// Who was paid.
    pub owner: Pubkey,
    /// Position in the tree.
    pub index: u32,
    /// Raw units held at the record date.
    pub raw: u64,
    /// Base units before tax.
    pub gross: u64,
    /// Base units withheld of them.
    pub withheld: u64,
}
