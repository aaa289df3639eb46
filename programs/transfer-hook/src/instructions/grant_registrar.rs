//! Appointing a registrar.

use anchor_lang::prelude::*;

use crate::create::create;
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::RegistrarGranted;
use crate::seeds;
use crate::shared::require_authority;
use crate::state::{PERMISSIONS_ALL, REGISTRAR_VERSION, Registrar, Registry};

/// What an appointment says.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct GrantRegistrarArgs {
    /// The officer, who will sign.
    pub officer: Pubkey,
    /// Permission bits: onboard (1), suspend (2), venues (4).
    pub permissions: u8,
    /// End of the appointment, unix seconds.
    pub expires_at: i64,
}

/// Appoints a registrar.
#[derive(Accounts)]
#[instruction(args: GrantRegistrarArgs)]
pub struct GrantRegistrar<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry that the appointment is for.
    #[cfg_attr(feature = "idl-build", account(has_one = authority))]
    pub registry: AccountLoader<'info, Registry>,
    /// The appointment to create.
    /// CHECK: created here, at its own address.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::REGISTRAR, registry.key().as_ref(), args.officer.as_ref()],
            bump,
        )
    )]
    pub registrar: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

fn validate(args: &GrantRegistrarArgs) -> Result<()> {
    let known = args.permissions != 0 && args.permissions & !PERMISSIONS_ALL == 0;
    ensure!(known, HookError::UnknownPermissions);
    ensure!(args.expires_at > Clock::get()?.unix_timestamp, HookError::ExpiryInThePast);
    Ok(())
}

pub(crate) fn grant_registrar(
    ctx: Context<GrantRegistrar>,
    args: GrantRegistrarArgs,
) -> Result<()> {
    let accounts = ctx.accounts;
    require_authority(&accounts.authority, accounts.registry.as_ref())?;
    validate(&args)?;
    let registrar = Registrar {
        version: REGISTRAR_VERSION,
        bump: 0,
        permissions: args.permissions,
        padding: [0; 5],
        expires_at: args.expires_at,
        created: 0,
        closed: 0,
        registry: accounts.registry.key(),
        officer: args.officer,
    };
    registrar.invariant()?;
    let (registry, officer) = (registrar.registry, registrar.officer);
    let seeds = &[seeds::REGISTRAR, registry.as_ref(), officer.as_ref()];
    create(&accounts.payer, &accounts.registrar, seeds, &registrar)?;
    emit(
        &accounts.event_authority,
        &RegistrarGranted {
            registry,
            officer,
            actor: accounts.authority.key(),
            permissions: args.permissions,
            expires_at: args.expires_at,
        },
    )
}
