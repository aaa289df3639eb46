//! Approving of a program no longer.

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::VenueProgramRevoked;
use crate::seeds;
use crate::state::{PERMISSION_VENUES, Registrar, VenueProgram};

/// Approves of a program no longer: none of its accounts can be registered from now on, and anybody may
/// suspend those that are.
#[event_cpi]
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
    #[account(
        has_one = officer @ HookError::NotRegistrar,
        has_one = registry,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), officer.key().as_ref()],
        bump = registrar.load()?.bump,
    )]
    pub registrar: AccountLoader<'info, Registrar>,
    /// The approval to close.
    #[account(mut, close = rent_receiver, has_one = registry)]
    pub venue_program: AccountLoader<'info, VenueProgram>,
}

pub(crate) fn revoke_venue_program(ctx: Context<RevokeVenueProgram>) -> Result<()> {
    let accounts = ctx.accounts;
    let now = Clock::get()?.unix_timestamp;
    accounts.registrar.load()?.require(PERMISSION_VENUES, now)?;
    let VenueProgram { registry, program, .. } = *accounts.venue_program.load()?;
    emit(
        &accounts.event_authority,
        &VenueProgramRevoked { registry, actor: accounts.officer.key(), program },
    )
}
