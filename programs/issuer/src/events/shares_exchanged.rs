//! Shares were given up for what an action brings.

use anchor_lang::prelude::*;

/// Shares were given up for what an action brings.
#[event]
pub struct SharesExchanged {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// Who held them, and was paid.
    pub owner: Pubkey,
    /// Whether the owner signed.
    pub by_owner: bool,
    /// Raw units.
    pub amount: u64,
    /// Base units of the payment token.
    pub cash: u64,
    /// Raw units of the other asset.
    pub shares: u64,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
}
