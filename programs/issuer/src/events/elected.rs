//! A holder chose cash or shares.

use anchor_lang::prelude::*;

/// A holder chose cash or shares.
#[event]
pub struct Elected {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// Who chose.
    pub owner: Pubkey,
    /// A `scrip_rules::corporate_action::Election`.
    pub choice: u8,
}
