//! A payout was approved.

use anchor_lang::prelude::*;

/// A payout was approved.
#[event]
pub struct PayoutApproved {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The payout.
    pub payout: Pubkey,
    /// The checker.
    pub actor: Pubkey,
    /// Root of the tree of claims.
    pub root: [u8; 32],
    /// Base units in all.
    pub total: u64,
}
