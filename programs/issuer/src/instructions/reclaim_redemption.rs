//! Taking back what was not redeemed in time.

use anchor_lang::prelude::*;
use scrip_rules::settlement::is_past;

use crate::error::IssuerError;
use crate::events::RedemptionReturned;
use crate::shared::*;

/// Returns what is left to the owner, who signs, from the deadline on. Asks nobody, and no rule.
#[event_cpi]
#[derive(Accounts)]
pub struct ReclaimRedemption<'info> {
    /// The owner.
    #[account(address = escrowed.redemption.owner @ IssuerError::NotEscrowOwner)]
    pub owner: Signer<'info>,
    /// What goes back.
    pub escrowed: ReturnShares<'info>,
}

impl<'info> ReclaimRedemption<'info> {
    fn validate(&self, now: i64) -> Result<()> {
        let deadline = self.escrowed.redemption.deadline;
        if !is_past(deadline, now) {
            msg!("now {}, deadline {}", now, deadline);
            return err!(IssuerError::DeadlineNotReached);
        }
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<'info, Self>) -> Result<()> {
        ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
        let escrowed = &ctx.accounts.escrowed;
        let returned = escrowed.close(ctx.remaining_accounts)?;
        emit_cpi!(RedemptionReturned {
            asset: escrowed.asset.key(),
            redemption: escrowed.redemption.key(),
            owner: escrowed.redemption.owner,
            actor: ctx.accounts.owner.key(),
            returned,
            reason: 0,
            reference: [0; 32],
        });
        Ok(())
    }
}
