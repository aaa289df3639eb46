//! What an offer takes of a tender was bought.

use anchor_lang::prelude::*;

/// What an offer takes of a tender was bought.
#[event]
pub struct TenderSettled {
    /// The asset.
    pub asset: Pubkey,
    /// The action.
    pub action: Pubkey,
    /// The tender, which is gone.
    pub tender: Pubkey,
    /// Who tendered, and was paid.
    pub owner: Pubkey,
    /// Raw units bought.
    pub bought: u64,
    /// Raw units that went back.
    pub returned: u64,
    /// Base units of the payment token.
    pub cash: u64,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
}
