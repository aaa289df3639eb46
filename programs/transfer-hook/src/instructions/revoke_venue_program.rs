//! Approving of a program no longer.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::VenueProgramRevoked;
use crate::own::{read, same};
use crate::shared::require_officer;
use crate::state::{PERMISSION_VENUES, Registrar, VenueProgram};

/// Approves of a program no longer: none of its accounts can be registered from now on, and anybody may
/// suspend those that are.
#[derive(Accounts)]
pub struct RevokeVenueProgram<'info> {
    /// A registrar with the permission for venues.
    pub officer: Signer<'info>,
    /// Receives the rent.
    /// CHECK: any account may receive lamports.
    #[account(mut)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// The registry.
    /// CHECK: the appointment names it.
    pub registry: UncheckedAccount<'info>,
    /// The officer's appointment in this registry.
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
            bump,
        )
    )]
    pub registrar: AccountLoader<'info, Registrar>,
    /// The approval to close.
    #[account(mut, close = rent_receiver)]
    #[cfg_attr(feature = "idl-build", account(has_one = registry))]
    pub venue_program: AccountLoader<'info, VenueProgram>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

pub(crate) fn revoke_venue_program(ctx: Context<RevokeVenueProgram>) -> Result<()> {
    let accounts = ctx.accounts;
    require_officer(
        &accounts.officer,
        &accounts.registry,
        accounts.registrar.as_ref(),
        PERMISSION_VENUES,
    )?;
    let VenueProgram { registry, program, .. } = *read::<VenueProgram>(&accounts.venue_program)?;
    same(&registry, accounts.registry.key, HookError::OtherRegistry)?;
    emit(
        &accounts.event_authority,
        &VenueProgramRevoked { registry, actor: accounts.officer.key(), program },
    )
}
