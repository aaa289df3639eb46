//! Withdrawing a tender.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::ActionState;

use crate::error::IssuerError;
use crate::events::TenderWithdrawn;
use crate::shared::*;

/// Returns what was tendered to its owner, who signs: until the offer takes effect, when it is off, or when it
/// was not settled in time.
#[event_cpi]
#[derive(Accounts)]
pub struct WithdrawTender<'info> {
    /// The owner.
    #[account(address = back.tender.owner @ IssuerError::NotEscrowOwner)]
    pub owner: Signer<'info>,
    /// What goes back.
    pub back: ReturnTender<'info>,
}

impl<'info> WithdrawTender<'info> {
    /// Returns whether the offer has taken effect: then the shares count as tendered for everybody else.
    fn validate(&self, now: i64) -> Result<bool> {
        let action = &self.back.action;
        let in_force = action.in_force(now)?;
        let off = action.state()? != ActionState::Scheduled;
        let reclaim_at = self.back.tender.reclaim_at;
        if in_force && !off && now < reclaim_at {
            msg!("now {}, to be settled until {}", now, reclaim_at);
            return err!(IssuerError::DeadlineNotReached);
        }
        Ok(in_force)
    }

    pub(crate) fn handle(ctx: Context<'info, Self>) -> Result<()> {
        let in_force = ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
        let back = &mut ctx.accounts.back;
        if !in_force {
            let tendered = back.action.tendered.checked_sub(back.tender.amount);
            back.action.tendered = tendered.ok_or(IssuerError::InvariantViolated)?;
        }
        let returned = back.give_back(0, ctx.remaining_accounts)?;
        back.close_escrow()?;
        emit_cpi!(TenderWithdrawn {
            asset: ctx.accounts.back.asset.key(),
            action: ctx.accounts.back.action.key(),
            tender: ctx.accounts.back.tender.key(),
            owner: ctx.accounts.owner.key(),
            returned,
            tendered: ctx.accounts.back.action.tendered,
        });
        Ok(())
    }
}
