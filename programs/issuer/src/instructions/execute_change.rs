//! Carrying out a proposed change of settings.

use anchor_lang::prelude::*;

use crate::change::*;
use crate::error::IssuerError;
use crate::events::SettingChanged;
use crate::state::PendingChange;

/// Carries out a change that has waited and was approved as it had to be. Anybody can.
#[event_cpi]
#[derive(Accounts)]
pub struct ExecuteChange<'info> {
    /// Anybody.
    pub actor: Signer<'info>,
    /// Gets the rent of the entry back.
    /// CHECK: only receives lamports.
    #[account(mut, address = pending_change.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// What the change is about.
    pub targets: ChangeTargets<'info>,
    /// The entry of the queue, which ends.
    #[account(
        mut,
        close = rent_receiver,
        constraint = pending_change.issuer == targets.issuer.key() @ IssuerError::ChangeTargetMismatch,
        constraint = pending_change.asset == targets.asset_key() @ IssuerError::ChangeTargetMismatch,
    )]
    pub pending_change: Box<Account<'info, PendingChange>>,
}

impl ExecuteChange<'_> {
    /// Returns the setting as it stands.
    fn validate(&self, now: i64) -> Result<Change> {
        let pending = &self.pending_change;
        let issuer = &self.targets.issuer;
        let old = self.targets.current(&pending.change)?;
        // The setting, the timelock or the need of a checker may have moved since it was proposed: the
        // stricter of then and now counts.
        let loosens = pending.change.loosens(&old, now);
        let wait = if loosens { i64::from(issuer.timelock) } else { 0 };
        let due = pending.executable_at.max(pending.proposed_at.saturating_add(wait));
        if now < due {
            msg!("now {}, due {}", now, due);
            return err!(IssuerError::ChangeNotDue);
        }
        require!(now < pending.expires_at(), IssuerError::ChangeExpired);
        // What a former admin has left in the queue is not the new admin's will.
        require_keys_eq!(pending.maker, issuer.admin, IssuerError::NotAdmin);
        let checked = pending.checker != Pubkey::default();
        let needed = pending.change.needs_checker(issuer.four_eyes, loosens);
        require!(checked || !needed, IssuerError::ChangeNeedsChecker);
        Ok(old)
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let old = ctx.accounts.validate(now)?;
        let change = ctx.accounts.pending_change.change;
        ctx.accounts.targets.write(&change, now)?;
        emit_cpi!(SettingChanged {
            issuer: ctx.accounts.targets.issuer.key(),
            asset: ctx.accounts.targets.asset_key(),
            actor: ctx.accounts.actor.key(),
            pending_change: ctx.accounts.pending_change.key(),
            old,
            new: change,
            reference: ctx.accounts.pending_change.reference,
        });
        Ok(())
    }
}
