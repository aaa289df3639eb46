//! An investor put cash into escrow.

use anchor_lang::prelude::*;

/// An investor put cash into escrow.
#[event]
pub struct SubscriptionOpened {
    /// The asset.
    pub asset: Pubkey,
    /// The subscription.
    pub subscription: Pubkey,
    /// The investor.
    pub investor: Pubkey,
    /// The payment token's mint.
    pub payment_mint: Pubkey,
    /// Base units of the payment token.
    pub amount: u64,
    /// The most for one whole share, base units of the payment token, without the fee.
    pub limit_price: u64,
    /// The most that is taken as a fee, basis points.
    pub fee_bps: u16,
    /// From when on the investor may take back what is left, unix seconds.
    pub deadline: i64,
}
