//! Proposing a change of settings.

use anchor_lang::prelude::*;

use crate::change::*;
use crate::error::IssuerError;
use crate::events::ChangeProposed;
use crate::seeds;
use crate::state::{PENDING_CHANGE_VERSION, PendingChange};

/// Puts a change into the queue, where everybody sees it.
#[event_cpi]
#[derive(Accounts)]
pub struct ProposeChange<'info> {
    /// The issuer's admin.
    #[account(address = targets.issuer.admin @ IssuerError::NotAdmin)]
    pub admin: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// What the change is about.
    pub targets: ChangeTargets<'info>,
    /// The entry of the queue to create.
    #[account(
        init,
        payer = payer,
        space = 8 + PendingChange::INIT_SPACE,
        seeds = [
            seeds::CHANGE,
            targets.issuer.key().as_ref(),
            &targets.issuer.change_count.to_le_bytes(),
        ],
        bump,
    )]
    pub pending_change: Box<Account<'info, PendingChange>>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl ProposeChange<'_> {
    pub(crate) fn handle(ctx: Context<Self>, change: Change, reference: [u8; 32]) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        change.check()?;
        let old = accounts.targets.current(&change)?;
        let issuer = &mut accounts.targets.issuer;
        let wait = if change.loosens(&old, now) { issuer.timelock } else { 0 };
        let id = issuer.change_count;
        issuer.change_count = id.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
        issuer.invariant()?;
        let pending = PendingChange {
            version: PENDING_CHANGE_VERSION,
            bump: ctx.bumps.pending_change,
            id,
            issuer: issuer.key(),
            asset: accounts.targets.asset_key(),
            maker: accounts.admin.key(),
            checker: Pubkey::default(),
            proposed_at: now,
            executable_at: now.saturating_add(i64::from(wait)),
            rent_payer: accounts.payer.key(),
            reference,
            change,
        };
        let executable_at = pending.executable_at;
        accounts.pending_change.set_inner(pending);
        emit_cpi!(ChangeProposed {
            issuer: ctx.accounts.targets.issuer.key(),
            asset: ctx.accounts.targets.asset_key(),
            pending_change: ctx.accounts.pending_change.key(),
            actor: ctx.accounts.admin.key(),
            id,
            executable_at,
            old,
            new: change,
            reference,
        });
        Ok(())
    }
}
