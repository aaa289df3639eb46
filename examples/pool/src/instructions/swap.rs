//! Selling shares to a pool, or buying them.

use anchor_lang::prelude::*;
use scrip_client::cpi::{multiplier_in_force, read_asset};

use crate::error::PoolError;
use crate::events::Swapped;
use crate::market::*;
use crate::math::{Side, Trade};

/// What to swap, and on which terms.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct SwapArgs {
    /// Whether shares go in or come out.
    pub side: Side,
    /// What is put in, the fee included: raw units of a sale, base units of the payment token of a purchase.
    pub amount_in: u64,
    /// The least that comes out: base units of the payment token of a sale, raw units of a purchase.
    pub min_amount_out: u64,
    /// Shares for each raw unit that the amounts were computed with, 18 decimals.
    pub expected_multiplier: u128,
}

/// Swaps. Refused while shares stand still, as every transfer is.
#[derive(Accounts)]
pub struct Swap<'info> {
    /// The pool and the trader.
    pub market: Market<'info>,
    /// The asset of the share.
    /// CHECK: `read_asset` checks owner, type, mint and address.
    #[account(address = market.pool.asset)]
    pub asset: UncheckedAccount<'info>,
}

impl<'info> Swap<'info> {
    /// What a swap would bring now.
    pub(super) fn trade(&self, side: Side, amount_in: u64) -> Result<Trade> {
        let market = &self.market;
        market.require_plain_payment()?;
        market.reserves().swap(side, amount_in, market.pool.fee_bps())
    }

    /// Shares for each raw unit at this second, 18 decimals.
    pub(super) fn multiplier(&self) -> Result<u128> {
        let asset = read_asset(&self.asset, self.market.share_mint.key)?;
        Ok(multiplier_in_force(&asset)?.scaled())
    }

    fn validate(&self, args: &SwapArgs) -> Result<Trade> {
        let multiplier = self.multiplier()?;
        require_eq!(multiplier, args.expected_multiplier, PoolError::MultiplierMoved);
        let trade = self.trade(args.side, args.amount_in)?;
        require!(trade.amount_out > 0, PoolError::ZeroAmount);
        require_gte!(trade.amount_out, args.min_amount_out, PoolError::BelowMinimum);
        Ok(trade)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, args: SwapArgs) -> Result<()> {
        let SwapArgs { side, amount_in, expected_multiplier, .. } = args;
        let Trade { fee, amount_out } = ctx.accounts.validate(&args)?;
        let hook = ctx.remaining_accounts;
        let market = &mut ctx.accounts.market;
        let before = market.reserves();
        match side {
            Side::Sell => {
                market.move_shares(Way::In, amount_in, hook)?;
                market.move_payment(Way::Out, amount_out)?;
            }
            Side::Buy => {
                market.move_payment(Way::In, amount_in)?;
                market.move_shares(Way::Out, amount_out, hook)?;
            }
        }
        // By what the vaults hold, not by what was asked for.
        before.require_kept(market.reload()?)?;
        emit!(Swapped {
            pool: market.pool.key(),
            owner: market.owner.key(),
            side,
            amount_in,
            fee,
            amount_out,
            multiplier: expected_multiplier,
        });
        Ok(())
    }
}
