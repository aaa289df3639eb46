//! Putting money into a payout's vault.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenAccount;

use crate::error::IssuerError;
use crate::events::PayoutFunded;
use crate::shared::tokens::Tokens;
use crate::shared::*;

/// Moves tokens of whoever signs into a payout's vault. What is sent to the vault in other ways is not counted
/// and goes to the treasury in the end. For shares, accounts of their transfer hook follow.
#[event_cpi]
#[derive(Accounts)]
pub struct FundPayout<'info> {
    /// The owner or the delegate of the account that the tokens come from.
    pub funder: Signer<'info>,
    /// The payout.
    pub into: PayoutVault<'info>,
    /// Where the tokens come from.
    #[account(
        mut,
        token::mint = into.payment_mint,
        token::token_program = into.payment_token_program,
    )]
    pub source: Box<InterfaceAccount<'info, TokenAccount>>,
}

impl<'info> FundPayout<'info> {
    fn validate(&self, amount: u64, now: i64) -> Result<()> {
        let payout = &self.into.payout;
        require!(amount > 0, IssuerError::ZeroAmount);
        require!(!payout.swept && now < payout.deadline, IssuerError::PayoutOver);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, amount: u64) -> Result<()> {
        let accounts = &mut *ctx.accounts;
        accounts.validate(amount, Clock::get()?.unix_timestamp)?;
        let into = &mut accounts.into;
        let tokens = Tokens {
            from: accounts.source.to_account_info(),
            mint: into.payment_mint.to_account_info(),
            to: into.vault.to_account_info(),
            authority: accounts.funder.to_account_info(),
            program: into.payment_token_program.key(),
            decimals: into.payment_mint.decimals,
        };
        let before = into.vault.amount;
        tokens.transfer(amount, ctx.remaining_accounts, None)?;
        into.vault.reload()?;
        // A token may have got a fee since it was accepted: what counts is what arrives, so that with the fee on
        // top the last unit can arrive too.
        let arrived = into.vault.amount.saturating_sub(before);
        let payout = &mut into.payout;
        if arrived > payout.total.saturating_sub(payout.funded) {
            msg!("arrived {}, funded {}, total {}", arrived, payout.funded, payout.total);
            return err!(IssuerError::PayoutOverfunded);
        }
        payout.funded = payout.funded.checked_add(arrived).ok_or(IssuerError::AmountOverflow)?;
        payout.invariant()?;
        let payout = &ctx.accounts.into.payout;
        emit_cpi!(PayoutFunded {
            asset: payout.asset,
            action: payout.action,
            payout: payout.key(),
            funder: ctx.accounts.funder.key(),
            amount: arrived,
            funded: payout.funded,
            total: payout.total,
        });
        Ok(())
    }
}
