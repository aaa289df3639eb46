//! Taking back what is left of a subscription.

use anchor_lang::prelude::*;
use scrip_rules::settlement::is_past;

use crate::error::IssuerError;
use crate::events::SubscriptionReturned;
use crate::shared::*;
use crate::state::AssetStatus;

/// Returns what is left to the investor, who signs: from the deadline on, or as soon as the asset issues no
/// more shares. Asks nobody, and no rule.
#[event_cpi]
#[derive(Accounts)]
pub struct CancelSubscription<'info> {
    /// The investor.
    #[account(address = escrowed.subscription.investor @ IssuerError::NotEscrowOwner)]
    pub investor: Signer<'info>,
    /// What goes back.
    pub escrowed: ReturnPayment<'info>,
}

impl<'info> CancelSubscription<'info> {
    fn validate(&self, now: i64) -> Result<()> {
        let (deadline, asset) = (self.escrowed.subscription.deadline, &self.escrowed.asset);
        if asset.status == AssetStatus::Active as u8 && !is_past(deadline, now) {
            msg!("now {}, deadline {}", now, deadline);
            return err!(IssuerError::DeadlineNotReached);
        }
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<'info, Self>) -> Result<()> {
        ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
        let escrowed = &ctx.accounts.escrowed;
        let returned = escrowed.close(ctx.remaining_accounts)?;
        emit_cpi!(SubscriptionReturned {
            asset: escrowed.asset.key(),
            subscription: escrowed.subscription.key(),
            investor: escrowed.subscription.investor,
            actor: ctx.accounts.investor.key(),
            returned,
            reason: 0,
            reference: [0; 32],
        });
        Ok(())
    }
}
