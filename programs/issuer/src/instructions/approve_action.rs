//! Approving a corporate action.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::ActionState;

use crate::error::IssuerError;
use crate::events::ActionApproved;
use crate::shared::*;
use crate::state::{CorporateAction, PERMISSION_CHECK};

/// Approves an action that somebody else announced. An amendment takes the approval away.
#[event_cpi]
#[derive(Accounts)]
pub struct ApproveAction<'info> {
    /// The checker: a member of staff with the permission to check, and not the maker.
    pub staff: Staff<'info>,
    /// The action.
    #[account(
        mut,
        constraint = action.asset == staff.asset.key() @ IssuerError::ActionMismatch,
    )]
    pub action: Box<Account<'info, CorporateAction>>,
}

impl ApproveAction<'_> {
    /// `amendments` ties the approval to what the checker has read.
    fn validate(&self, amendments: u16) -> Result<()> {
        self.staff.role.require(PERMISSION_CHECK)?;
        let action = &self.action;
        require!(action.state()? == ActionState::Announced, IssuerError::ActionNotAnnounced);
        require_keys_neq!(self.staff.actor.key(), action.maker, IssuerError::CheckerIsMaker);
        require_eq!(amendments, action.amendments, IssuerError::ActionAmendedMeanwhile);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, amendments: u16) -> Result<()> {
        ctx.accounts.validate(amendments)?;
        let checker = ctx.accounts.staff.actor.key();
        let action = &mut ctx.accounts.action;
        action.state = ActionState::Approved as u8;
        action.checker = checker;
        action.invariant()?;
        emit_cpi!(ActionApproved {
            asset: ctx.accounts.staff.asset.key(),
            action: ctx.accounts.action.key(),
            actor: checker,
            amendments,
        });
        Ok(())
    }
}
