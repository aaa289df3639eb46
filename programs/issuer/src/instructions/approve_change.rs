//! Approving a proposed change of settings.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::ChangeApproved;
use crate::seeds;
use crate::state::{PERMISSION_CHECK, PendingChange, Role};

/// Approves a change that somebody else proposed. It still waits as long as it has to.
#[event_cpi]
#[derive(Accounts)]
pub struct ApproveChange<'info> {
    /// A member of staff with the permission to check, and not the maker.
    pub checker: Signer<'info>,
    /// The checker's role with the issuer.
    #[account(
        seeds = [seeds::ROLE, pending_change.issuer.as_ref(), checker.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Account<'info, Role>,
    /// The change.
    #[account(mut)]
    pub pending_change: Box<Account<'info, PendingChange>>,
}

impl ApproveChange<'_> {
    fn validate(&self) -> Result<()> {
        self.role.require(PERMISSION_CHECK)?;
        let change = &self.pending_change;
        require_keys_neq!(self.checker.key(), change.maker, IssuerError::CheckerIsMaker);
        let unchecked = change.checker == Pubkey::default();
        require!(unchecked, IssuerError::ChangeAlreadyApproved);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        ctx.accounts.validate()?;
        let checker = ctx.accounts.checker.key();
        ctx.accounts.pending_change.checker = checker;
        let change = &ctx.accounts.pending_change;
        emit_cpi!(ChangeApproved {
            issuer: change.issuer,
            pending_change: change.key(),
            actor: checker,
            executable_at: change.executable_at,
            reference: change.reference,
        });
        Ok(())
    }
}
