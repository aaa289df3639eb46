//! Taking a proposed change of settings out of the queue.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::ChangeCancelled;
use crate::state::{Issuer, PendingChange};

/// Takes a change out of the queue: the admin or the maker at any time, anybody once it has expired.
#[event_cpi]
#[derive(Accounts)]
pub struct CancelChange<'info> {
    /// The admin or the maker; once the change has expired, anybody.
    pub actor: Signer<'info>,
    /// Gets the rent of the entry back.
    /// CHECK: only receives lamports.
    #[account(mut, address = pending_change.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The issuer.
    pub issuer: Account<'info, Issuer>,
    /// The entry of the queue, which ends.
    #[account(mut, close = rent_receiver, has_one = issuer)]
    pub pending_change: Box<Account<'info, PendingChange>>,
}

impl CancelChange<'_> {
    fn validate(&self) -> Result<()> {
        let (actor, change) = (self.actor.key(), &self.pending_change);
        let may = actor == self.issuer.admin
            || actor == change.maker
            || Clock::get()?.unix_timestamp >= change.expires_at();
        require!(may, IssuerError::NotAdmin);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        ctx.accounts.validate()?;
        let change = &ctx.accounts.pending_change;
        emit_cpi!(ChangeCancelled {
            issuer: change.issuer,
            asset: change.asset,
            pending_change: change.key(),
            actor: ctx.accounts.actor.key(),
            cancelled: change.change,
            reference: change.reference,
        });
        Ok(())
    }
}
