//! Approving of a program whose accounts may be venues.

use anchor_lang::prelude::*;

use crate::create::create;
use crate::emit::emit;
use crate::error::HookError;
use crate::events::VenueProgramApproved;
use crate::seeds;
use crate::shared::require_officer;
use crate::state::{PERMISSION_VENUES, Registrar, VENUE_PROGRAM_VERSION, VenueProgram};

/// Approves of a program.
#[derive(Accounts)]
pub struct ApproveVenueProgram<'info> {
    /// A registrar with the permission for venues.
    pub officer: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
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
    /// The program to approve of.
    /// CHECK: executable.
    #[account(constraint = program_to_approve.executable @ HookError::NotAProgram)]
    pub program_to_approve: UncheckedAccount<'info>,
    /// The approval to create.
    /// CHECK: created here, at its own address.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::VENUE_PROGRAM, registry.key().as_ref(), program_to_approve.key().as_ref()],
            bump,
        )
    )]
    pub venue_program: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

pub(crate) fn approve_venue_program(ctx: Context<ApproveVenueProgram>) -> Result<()> {
    let accounts = ctx.accounts;
    require_officer(
        &accounts.officer,
        &accounts.registry,
        accounts.registrar.as_ref(),
        PERMISSION_VENUES,
    )?;
    let (registry, program) = (accounts.registry.key(), accounts.program_to_approve.key());
    let approval = VenueProgram {
        version: VENUE_PROGRAM_VERSION,
        bump: 0,
        padding: [0; 6],
        registry,
        program,
    };
    let seeds = &[seeds::VENUE_PROGRAM, registry.as_ref(), program.as_ref()];
    create(&accounts.payer, &accounts.venue_program, seeds, &approval)?;
    emit(
        &accounts.event_authority,
        &VenueProgramApproved { registry, actor: accounts.officer.key(), program },
    )
}
