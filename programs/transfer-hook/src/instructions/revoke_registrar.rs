//! Dismissing a registrar.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::events::RegistrarRevoked;
use crate::seeds;
use crate::state::{Registrar, Registry};

/// Dismisses a registrar.
#[event_cpi]
#[derive(Accounts)]
pub struct RevokeRegistrar<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Receives the rent.
    /// CHECK: any account may receive lamports.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry that the appointment is for.
    #[account(has_one = authority @ HookError::NotRegistryAuthority)]
    pub registry: Account<'info, Registry>,
    /// The appointment to close.
    #[account(
        mut,
        close = rent_receiver,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), registrar.officer.as_ref()],
        bump = registrar.bump,
    )]
    pub registrar: Account<'info, Registrar>,
}

impl RevokeRegistrar<'_> {
    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        emit_cpi!(RegistrarRevoked {
            registry: ctx.accounts.registry.key(),
            officer: ctx.accounts.registrar.officer,
            actor: ctx.accounts.authority.key(),
            old_permissions: ctx.accounts.registrar.permissions,
        });
        Ok(())
    }
}
