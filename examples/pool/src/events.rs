//! What is told of each instruction that moves something. Amounts of shares are in raw units, and the multiplier is
//! told with them: a price for each share is payment ÷ (raw units × multiplier).

use anchor_lang::prelude::*;

use crate::math::Side;

/// A pool was opened. It can hold shares from when it is registered as a venue.
#[event]
pub struct PoolOpened {
    /// The pool.
    pub pool: Pubkey,
    /// The share.
    pub share_mint: Pubkey,
    /// The payment token.
    pub payment_mint: Pubkey,
    /// The fee, basis points.
    pub fee_bps: u16,
}

/// Shares and payment were put in.
#[event]
pub struct Deposited {
    /// The pool.
    pub pool: Pubkey,
    /// Who did it.
    pub owner: Pubkey,
    /// Raw units put in.
    pub shares: u64,
    /// Base units of the payment token put in.
    pub payment: u64,
    /// Liquidity tokens minted, base units.
    pub liquidity: u64,
}

/// Shares were sold or bought.
#[event]
pub struct Swapped {
    /// The pool.
    pub pool: Pubkey,
    /// Who did it.
    pub owner: Pubkey,
    /// Whether shares went in or out.
    pub side: Side,
    /// Put in: raw units of a sale, base units of the payment token of a purchase.
    pub amount_in: u64,
    /// Of that, what stays in the pool as the fee.
    pub fee: u64,
    /// Taken out: base units of the payment token of a sale, raw units of a purchase.
    pub amount_out: u64,
    /// Shares for each raw unit, 18 decimals.
    pub multiplier: u128,
}

/// Shares and payment were taken out.
#[event]
pub struct Withdrawn {
    /// The pool.
    pub pool: Pubkey,
    /// Who did it.
    pub owner: Pubkey,
    /// Raw units taken out.
    pub shares: u64,
    /// Base units of the payment token taken out.
    pub payment: u64,
    /// Liquidity tokens burned, base units.
    pub liquidity: u64,
}
