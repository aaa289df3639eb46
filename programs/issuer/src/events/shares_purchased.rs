//! Shares were delivered against payment, in one transaction.

use anchor_lang::prelude::*;

/// Shares were delivered against payment, in one transaction.
#[event]
pub struct SharesPurchased {
    /// The asset.
    pub asset: Pubkey,
    /// The investor.
    pub investor: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// The checker who signed as well; all zeros: none had to.
    pub checker: Pubkey,
    /// The payment token's mint.
    pub payment_mint: Pubkey,
    /// Raw units minted.
    pub amount: u64,
    /// For one whole share, base units of the payment token, without the fee.
    pub price: u64,
    /// What the shares are worth at the price, base units of the payment token.
    pub value: u64,
    /// The fee, which the investor paid in addition.
    pub fee: u64,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}
