//! Withdrawing a payout before anybody is paid from it.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::PayoutWithdrawn;
use crate::shared::*;

/// Takes a payout back before holders are paid, for example because its root is wrong: as if it had not been.
/// One that is not approved or not funded pays nobody, also after its opening; it must not stand in the way of the
/// right one until its deadline.
#[event_cpi]
#[derive(Accounts)]
pub struct WithdrawPayout<'info> {
    /// The payout, and where what is in it goes.
    pub back: ReturnPayout<'info>,
}

impl<'info> WithdrawPayout<'info> {
    fn validate(&self, reason: &[u8; 32], now: i64) -> Result<()> {
        self.back.authorize()?;
        require!(*reason != [0; 32], IssuerError::ReasonMissing);
        let payout = &self.back.from.payout;
        if payout.has_opened(now) {
            msg!("now {}, opens at {}", now, payout.opens_at);
            return err!(IssuerError::PayoutHasOpened);
        }
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<'info, Self>, reason: [u8; 32]) -> Result<()> {
        ctx.accounts.validate(&reason, Clock::get()?.unix_timestamp)?;
        let back = &mut ctx.accounts.back;
        let returned = back.empty(ctx.remaining_accounts)?;
        let payouts = back.action.payouts.checked_sub(1);
        back.action.payouts = payouts.ok_or(IssuerError::InvariantViolated)?;
        back.action.invariant()?;
        let (payout, root) = (back.from.payout.key(), back.from.payout.root);
        back.from.payout.close(back.rent_receiver.to_account_info())?;
        emit_cpi!(PayoutWithdrawn {
            asset: ctx.accounts.back.staff.asset.key(),
            action: ctx.accounts.back.action.key(),
            payout,
            actor: ctx.accounts.back.staff.actor.key(),
            root,
            returned,
            reason,
        });
        Ok(())
    }
}
