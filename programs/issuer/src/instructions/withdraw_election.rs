//! Withdrawing an election.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::ActionState;

use crate::error::IssuerError;
use crate::events::ElectionWithdrawn;
use crate::state::{CorporateAction, HolderElection};

/// Withdraws an election while holders choose, or gives its rent back when it has been counted. In between it
/// stands, so that the snapshot can be computed again by everybody.
#[event_cpi]
#[derive(Accounts)]
pub struct WithdrawElection<'info> {
    /// The holder.
    pub owner: Signer<'info>,
    /// The action.
    pub action: Box<Account<'info, CorporateAction>>,
    /// The election.
    #[account(
        mut,
        close = rent_receiver,
        has_one = action @ IssuerError::ActionMismatch,
        has_one = owner @ IssuerError::NotEscrowOwner,
    )]
    pub election: Box<Account<'info, HolderElection>>,
    /// Gets the rent back.
    /// CHECK: only receives lamports.
    #[account(mut, address = election.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
}

impl WithdrawElection<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let action = &self.action;
        let counted = matches!(action.state()?, ActionState::Settled | ActionState::Cancelled);
        let elect_by = action.dates.elect_by;
        if !counted && now >= elect_by {
            msg!("state {}, now {}, elect by {}", action.state, now, elect_by);
            return err!(IssuerError::ElectionStands);
        }
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        ctx.accounts.validate(Clock::get()?.unix_timestamp)?;
        let (action, owner) = (ctx.accounts.action.key(), ctx.accounts.owner.key());
        let choice = ctx.accounts.election.choice;
        emit_cpi!(ElectionWithdrawn { action, owner, choice });
        Ok(())
    }
}
