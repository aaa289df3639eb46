//! A corporate action was approved.

use anchor_lang::prelude::*;

/// A corporate action was approved.
#[event]
pub struct ActionApproved {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The checker.
    pub actor: Pubkey,
    /// How often it had been amended.
    pub amendments: u16,
}
