//! Tokens were put into a payout's vault.

use anchor_lang::prelude::*;

/// Tokens were put into a payout's vault.
#[event]
pub struct PayoutFunded {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The payout.
    pub payout: Pubkey,
    /// Who signed.
    pub funder: Pubkey,
    /// Base units that arrived.
    pub amount: u64,
    /// Base units so far.
    pub funded: u64,
    /// Base units that it needs.
    pub total: u64,
}
