//! Dismissing a registrar.

use anchor_lang::prelude::*;

use crate::emit::emit;
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
    pub registry: AccountLoader<'info, Registry>,
    /// The appointment to close.
    #[account(
        mut,
        close = rent_receiver,
        has_one = registry,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), registrar.load()?.officer.as_ref()],
        bump = registrar.load()?.bump,
    )]
    pub registrar: AccountLoader<'info, Registrar>,
}

pub(crate) fn revoke_registrar(ctx: Context<RevokeRegistrar>) -> Result<()> {
    let accounts = ctx.accounts;
    let old = *accounts.registrar.load()?;
    emit(
        &accounts.event_authority,
        &RegistrarRevoked {
            registry: old.registry,
            officer: old.officer,
            actor: accounts.authority.key(),
            old_permissions: old.permissions,
            records_created: old.created,
            records_closed: old.closed,
        },
    )
}
