//! An example venue: a constant-product pool that holds a Scrip share against a payment token.
//!
//! It is meant to be read and copied: all that is particular to a share is in `market` (the transfers, with the
//! hook's accounts), in `swap` (the multiplier that a price was computed with) and in `quote` (asking the hook
//! beforehand). The rest is any pool. `README.md` beside it explains the decisions.
//!
//! - [`instructions`]: one file each; [`market`]: the accounts that they take alike, and how tokens move
//! - [`math`]: what a swap, a deposit and a withdrawal amount to, as pure functions
//! - [`payment`]: which tokens a pool takes as payment
//! - [`state`], [`events`], [`error`], [`seeds`]
//!
//! Not audited.

pub mod error;
pub mod events;
pub mod instructions;
pub mod market;
pub mod math;
pub mod payment;
pub mod seeds;
pub mod state;

use anchor_lang::prelude::*;
pub use instructions::*;
pub use market::*;
use math::Side;

declare_id!("HYbWk93Ew6muFrv5u1NtTec9reQAqA3hRyVvFPVxgApQ");

/// A pool of a share against a payment token.
#[program]
pub mod scrip_example_pool {
    use super::*;

    /// Opens the pool of a share and a payment token with this fee, basis points of what is put in. Anybody may.
    pub fn initialize(ctx: Context<Initialize>, fee_bps: u16) -> Result<()> {
        Initialize::handle(ctx, fee_bps)
    }

    /// Puts in shares and payment in the pool's ratio, for liquidity tokens. The first deposit sets the ratio.
    pub fn deposit<'info>(ctx: Context<'info, Deposit<'info>>, args: DepositArgs) -> Result<()> {
        Deposit::handle(ctx, args)
    }

    /// Sells shares for payment, or buys them.
    pub fn swap<'info>(ctx: Context<'info, Swap<'info>>, args: SwapArgs) -> Result<()> {
        Swap::handle(ctx, args)
    }

    /// Burns liquidity tokens for their part of shares and payment.
    pub fn withdraw<'info>(ctx: Context<'info, Withdraw<'info>>, args: WithdrawArgs) -> Result<()> {
        Withdraw::handle(ctx, args)
    }

    /// Says what a swap would bring now and what the transfer hook would say of it. For simulations: takes the
    /// accounts of the swap, and changes nothing.
    pub fn quote<'info>(
        ctx: Context<'info, Swap<'info>>,
        side: Side,
        amount_in: u64,
    ) -> Result<Quote> {
        instructions::quote(ctx, side, amount_in)
    }
}
