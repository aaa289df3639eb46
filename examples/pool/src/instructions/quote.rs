//! What a swap would bring, and whether it would be allowed, before anybody signs.

use anchor_lang::prelude::*;

use super::Swap;
use crate::market::Way;
use crate::math::{Side, Trade};

/// What a swap would bring now.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What the transfer hook would say: 0 if it would allow the transfer, or the code of its refusal.
    pub verdict: u16,
    /// What would come out: base units of the payment token of a sale, raw units of a purchase.
    pub amount_out: u64,
    /// What would stay in the pool of what is put in.
    pub fee: u64,
    /// Shares for each raw unit, 18 decimals: what the swap expects.
    pub multiplier: u128,
}

/// The program's return data is the [`Quote`]. `check_transfer` looks at accounts and moves nothing.
pub(crate) fn quote<'info>(
    ctx: Context<'info, Swap<'info>>,
    side: Side,
    amount_in: u64,
) -> Result<Quote> {
    let accounts = &*ctx.accounts;
    let Trade { fee, amount_out } = accounts.trade(side, amount_in)?;
    let multiplier = accounts.multiplier()?;
    let (way, raw) = match side {
        Side::Sell => (Way::In, amount_in),
        Side::Buy => (Way::Out, amount_out),
    };
    let verdict = accounts.market.shares(way, ctx.remaining_accounts)?.check(raw)?;
    Ok(Quote { verdict, amount_out, fee, multiplier })
}
