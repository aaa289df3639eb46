//! A holder put shares into escrow.

use anchor_lang::prelude::*;

/// A holder put shares into escrow.
#[event]
pub struct RedemptionRequested {
    /// The asset.
    pub asset: Pubkey,
    /// The redemption.
    pub redemption: Pubkey,
    /// The holder.
    pub owner: Pubkey,
    /// The payment token's mint; all zeros: paid off chain.
    pub payment_mint: Pubkey,
    /// Raw units.
    pub amount: u64,
    /// The least for one whole share, base units of the payment token, before the fee.
    pub min_price: u64,
    /// The most that is taken as a fee, basis points.
    pub fee_bps: u16,
    /// From when on the owner may take back what is left, unix seconds.
    pub deadline: i64,
}
