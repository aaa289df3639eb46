//! A payout was opened.

use anchor_lang::prelude::*;

/// A payout was opened.
#[event]
pub struct PayoutOpened {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The payout.
    pub payout: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// The token's mint.
    pub payment_mint: Pubkey,
    /// Base units that must be in the vault before anybody is paid.
    pub total: u64,
    /// Root of the tree of claims; all zeros: no distribution.
    pub root: [u8; 32],
    /// How many claims there are.
    pub leaves: u32,
    /// Base units withheld of what all claims bring.
    pub withheld: u64,
    /// SHA-256 of the snapshot's file of leaves.
    pub snapshot_hash: [u8; 32],
    /// From this second on holders are paid, unix seconds.
    pub opens_at: i64,
    /// From this second on the rest may go to the treasury, unix seconds.
    pub deadline: i64,
    /// Whether nobody has to approve it any more.
    pub approved: bool,
}
