//! A payout was withdrawn before it opened.

use anchor_lang::prelude::*;

/// A payout was withdrawn before it opened.
#[event]
pub struct PayoutWithdrawn {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The payout, which is gone.
    pub payout: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// Root of the tree of claims.
    pub root: [u8; 32],
    /// Base units that went to the treasury.
    pub returned: u64,
    /// Case reference.
    pub reason: [u8; 32],
}
