//! What nobody claimed went to the treasury.

use anchor_lang::prelude::*;

/// What nobody claimed went to the treasury.
#[event]
pub struct PayoutSwept {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The payout.
    pub payout: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// Base units that went to the treasury.
    pub returned: u64,
}
