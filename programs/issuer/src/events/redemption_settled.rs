//! Shares in escrow were burnt against a payment.

use anchor_lang::prelude::*;

/// Shares in escrow were burnt against a payment.
#[event]
pub struct RedemptionSettled {
    /// The asset.
    pub asset: Pubkey,
    /// The redemption.
    pub redemption: Pubkey,
    /// Who is paid.
    pub owner: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// The payment token's mint; all zeros: paid off chain.
    pub payment_mint: Pubkey,
    /// Raw units settled.
    pub amount: u64,
    /// For one whole share, base units of the payment token, without the fee.
    pub price: u64,
    /// What the shares are worth at the price, base units of the payment token.
    pub value: u64,
    /// The fee, which was taken off it.
    pub fee: u64,
    /// Whether the redemption is at its end.
    pub last: bool,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Case reference, or the hash of the payment order off chain.
    pub reference: [u8; 32],
}
