//! Dismissing a registrar.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::RegistrarRevoked;
use crate::own::{read, same};
use crate::shared::require_authority;
use crate::state::{Registrar, Registry};

/// Dismisses a registrar.
#[derive(Accounts)]
pub struct RevokeRegistrar<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Receives the rent.
    /// CHECK: any account may receive lamports.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry that the appointment is for.
    #[cfg_attr(feature = "idl-build", account(has_one = authority))]
    pub registry: AccountLoader<'info, Registry>,
    /// The appointment to close.
    #[account(mut, close = rent_receiver)]
    #[cfg_attr(feature = "idl-build", account(has_one = registry))]
    pub registrar: AccountLoader<'info, Registrar>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

pub(crate) fn revoke_registrar(ctx: Context<RevokeRegistrar>) -> Result<()> {
    let accounts = ctx.accounts;
    require_authority(&accounts.authority, accounts.registry.as_ref())?;
    let old = *read::<Registrar>(&accounts.registrar)?;
    same(&old.registry, &accounts.registry.key(), HookError::OtherRegistry)?;
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
