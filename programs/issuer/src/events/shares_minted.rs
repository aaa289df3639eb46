//! Shares were minted.

use anchor_lang::prelude::*;

/// Shares were minted.
#[event]
pub struct SharesMinted {
    /// The asset.
    pub asset: Pubkey,
    /// The wallet that owns the token account.
    pub recipient: Pubkey,
    /// The member of staff who signed, or proposed the mint.
    pub actor: Pubkey,
    /// The checker who signed as well; all zeros: none had to.
    pub checker: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}
