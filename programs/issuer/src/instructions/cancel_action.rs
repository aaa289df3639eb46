//! Cancelling a corporate action.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::ActionState;

use crate::error::IssuerError;
use crate::events::ActionCancelled;
use crate::shared::*;

/// Cancels an action that is not in force, for ever. What scheduling it wrote is taken back; who tendered
/// takes the shares back.
#[event_cpi]
#[derive(Accounts)]
pub struct CancelAction<'info> {
    /// The action, who cancels it, and what scheduling it wrote.
    pub by: ActionByRole<'info>,
}

impl CancelAction<'_> {
    fn validate(&self, reason: &[u8; 32], now: i64) -> Result<()> {
        self.by.authorize()?;
        self.by.require_changeable(now)?;
        require!(*reason != [0; 32], IssuerError::ReasonMissing);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, reason: [u8; 32]) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        ctx.accounts.validate(&reason, now)?;
        let by = &mut ctx.accounts.by;
        let old_state = by.action.state;
        by.unschedule()?;
        by.action.state = ActionState::Cancelled as u8;
        by.action.reason = reason;
        by.action.payouts = 0;
        by.action.invariant()?;
        by.asset.invariant()?;
        emit_cpi!(ActionCancelled {
            asset: ctx.accounts.by.asset.key(),
            action: ctx.accounts.by.action.key(),
            actor: ctx.accounts.by.actor.key(),
            old_state,
            reason,
        });
        Ok(())
    }
}
