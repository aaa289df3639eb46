//! All that a corporate action brought is done.

use anchor_lang::prelude::*;

/// All that a corporate action brought is done.
#[event]
pub struct ActionSettled {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// Who sent it.
    pub actor: Pubkey,
}
