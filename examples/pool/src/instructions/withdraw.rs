//! Taking shares and payment out of a pool.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::{Burn, burn};
use anchor_spl::token_interface::Mint;

use crate::error::PoolError;
use crate::events::Withdrawn;
use crate::market::*;

/// What is given back, and for what at least.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct WithdrawArgs {
    /// Base units of liquidity tokens to burn.
    pub liquidity: u64,
    /// The least that comes out, raw units.
    pub min_shares: u64,
    /// The least that comes out, base units of the payment token.
    pub min_payment: u64,
}

/// Takes a part of both reserves out. Takes no multiplier: the part is the same before a split and after it. Refused
/// while shares stand still: payment alone does not come out, or the first to leave would leave the shares, which
/// are about to have another price, to the others.
#[derive(Accounts)]
pub struct Withdraw<'info> {
    /// The pool and the depositor.
    pub market: Market<'info>,
    /// Mint of the liquidity tokens.
    #[account(mut, address = market.pool.liquidity_mint)]
    pub liquidity_mint: Box<InterfaceAccount<'info, Mint>>,
    /// Gives the liquidity tokens.
    /// CHECK: Token-2022 checks mint and authority.
    #[account(mut)]
    pub liquidity_account: UncheckedAccount<'info>,
}

impl<'info> Withdraw<'info> {
    pub(crate) fn handle(ctx: Context<'info, Self>, args: WithdrawArgs) -> Result<()> {
        let accounts = &*ctx.accounts;
        let market = &accounts.market;
        let supply = accounts.liquidity_mint.supply;
        let taken = market.reserves().withdraw(supply, args.liquidity)?;
        let enough = taken.shares >= args.min_shares && taken.payment >= args.min_payment;
        require!(enough, PoolError::BelowMinimum);
        accounts.burn(taken.liquidity)?;
        market.move_shares(Way::Out, taken.shares, ctx.remaining_accounts)?;
        // Also of a token that takes a fee by now: the depositor bears it, and nobody is locked in.
        market.move_payment(Way::Out, taken.payment)?;
        emit!(Withdrawn {
            pool: market.pool.key(),
            owner: market.owner.key(),
            shares: taken.shares,
            payment: taken.payment,
            liquidity: taken.liquidity,
        });
        Ok(())
    }

    fn burn(&self, liquidity: u64) -> Result<()> {
        let accounts = Burn {
            mint: self.liquidity_mint.to_account_info(),
            from: self.liquidity_account.to_account_info(),
            authority: self.market.owner.to_account_info(),
        };
        burn(CpiContext::new(anchor_spl::token_2022::ID, accounts), liquidity)
    }
}
