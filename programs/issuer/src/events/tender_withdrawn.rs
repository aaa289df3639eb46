//! A tender was withdrawn.

use anchor_lang::prelude::*;

/// A tender was withdrawn.
#[event]
pub struct TenderWithdrawn {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The tender, which is gone.
    pub tender: Pubkey,
    /// Who tendered.
    pub owner: Pubkey,
    /// Raw units that went back.
    pub returned: u64,
    /// Raw units tendered in all.
    pub tendered: u64,
}
