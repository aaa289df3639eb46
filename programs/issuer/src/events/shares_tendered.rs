//! Shares were tendered to an offer.

use anchor_lang::prelude::*;

/// Shares were tendered to an offer.
#[event]
pub struct SharesTendered {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The tender.
    pub tender: Pubkey,
    /// Who tendered.
    pub owner: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Raw units tendered in all.
    pub tendered: u64,
}
