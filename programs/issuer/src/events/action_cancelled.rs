//! A corporate action was cancelled.

use anchor_lang::prelude::*;

/// A corporate action was cancelled.
#[event]
pub struct ActionCancelled {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The member of staff.
    pub actor: Pubkey,
    /// What had become of it.
    pub old_state: u8,
    /// Case reference.
    pub reason: [u8; 32],
}
