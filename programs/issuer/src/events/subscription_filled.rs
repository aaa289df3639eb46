//! Shares were delivered against a subscription's payment.

use anchor_lang::prelude::*;

/// Shares were delivered against a subscription's payment.
#[event]
pub struct SubscriptionFilled {
    /// The asset.
    pub asset: Pubkey,
    /// The subscription.
    pub subscription: Pubkey,
    /// The investor.
    pub investor: Pubkey,
    /// The member of staff who signed.
    pub actor: Pubkey,
    /// The checker who signed as well; all zeros: none had to.
    pub checker: Pubkey,
    /// Raw units minted.
    pub amount: u64,
    /// For one whole share, base units of the payment token, without the fee.
    pub price: u64,
    /// What the shares are worth at the price, base units of the payment token.
    pub value: u64,
    /// The fee, which the investor paid in addition.
    pub fee: u64,
    /// What went back to the investor.
    pub returned: u64,
    /// Whether the subscription is at its end.
    pub last: bool,
    /// Supply before, raw units.
    pub old_supply: u64,
    /// Supply from now on, raw units.
    pub new_supply: u64,
    /// Multiplier in force, 18 decimals.
    pub multiplier: u128,
    /// Case reference.
    pub reference: [u8; 32],
}
