//! Sweeping what nobody claimed.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::PayoutSwept;
use crate::shared::*;

/// Moves what a payout has left after its deadline to the treasury. The payout stays, as history.
#[event_cpi]
#[derive(Accounts)]
pub struct SweepPayout<'info> {
    /// The payout, and where what is in it goes.
    pub back: ReturnPayout<'info>,
}

impl<'info> SweepPayout<'info> {
    fn validate(&self, now: i64) -> Result<()> {
        self.back.authorize()?;
        let payout = &self.back.from.payout;
        if now < payout.deadline {
            msg!("now {}, deadline {}", now, payout.deadline);
            return err!(IssuerError::DeadlineNotReached);
        }
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<'info, Self>) -> Result<()> {
        ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
        let back = &mut ctx.accounts.back;
        let returned = back.empty(ctx.remaining_accounts)?;
        back.from.payout.swept = true;
        back.from.payout.invariant()?;
        back.action.invariant()?;
        emit_cpi!(PayoutSwept {
            asset: ctx.accounts.back.staff.asset.key(),
            action: ctx.accounts.back.action.key(),
            payout: ctx.accounts.back.from.payout.key(),
            actor: ctx.accounts.back.staff.actor.key(),
            returned,
        });
        Ok(())
    }
}
