//! A holder withdrew a choice, or closed the account of one that was counted.

use anchor_lang::prelude::*;

/// A holder withdrew a choice, or closed the account of one that was counted.
#[event]
pub struct ElectionWithdrawn {
    /// The action.
    pub action: Pubkey,
    /// Who had chosen.
    pub owner: Pubkey,
    /// What was chosen.
    pub choice: u8,
}
