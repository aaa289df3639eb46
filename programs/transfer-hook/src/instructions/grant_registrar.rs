//! Appointing a registrar.

use anchor_lang::prelude::*;

use crate::error::HookError;
use crate::events::RegistrarGranted;
use crate::seeds;
use crate::state::{PERMISSIONS_ALL, REGISTRAR_VERSION, Registrar, Registry};

/// What an appointment says.
#[derive(AnchorSerialize, AnchorDeserialize, Clone, Copy, Debug)]
pub struct GrantRegistrarArgs {
    /// The officer, who will sign.
    pub officer: Pubkey,
    /// Permission bits: onboard (1), suspend (2).
    pub permissions: u8,
    /// End of the appointment, unix seconds.
    pub expires_at: i64,
}

/// Appoints a registrar.
#[event_cpi]
#[derive(Accounts)]
#[instruction(args: GrantRegistrarArgs)]
pub struct GrantRegistrar<'info> {
    /// The registry's authority.
    pub authority: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry that the appointment is for.
    #[account(has_one = authority @ HookError::NotRegistryAuthority)]
    pub registry: Account<'info, Registry>,
    /// The appointment to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Registrar::INIT_SPACE,
        seeds = [seeds::REGISTRAR, registry.key().as_ref(), args.officer.as_ref()],
        bump,
    )]
    pub registrar: Account<'info, Registrar>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl GrantRegistrar<'_> {
    fn validate(args: &GrantRegistrarArgs) -> Result<()> {
        let known = args.permissions != 0 && args.permissions & !PERMISSIONS_ALL == 0;
        require!(known, HookError::UnknownPermissions);
        let now = Clock::get()?.unix_timestamp;
        require_gt!(args.expires_at, now, HookError::ExpiryInThePast);
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, args: GrantRegistrarArgs) -> Result<()> {
        Self::validate(&args)?;
        let registry = ctx.accounts.registry.key();
        ctx.accounts.registrar.set_inner(Registrar {
            version: REGISTRAR_VERSION,
            bump: ctx.bumps.registrar,
            permissions: args.permissions,
            expires_at: args.expires_at,
            registry,
            officer: args.officer,
        });
        ctx.accounts.registrar.invariant()?;
        emit_cpi!(RegistrarGranted {
            registry,
            officer: args.officer,
            actor: ctx.accounts.authority.key(),
            permissions: args.permissions,
            expires_at: args.expires_at,
        });
        Ok(())
    }
}
