//! Opening a registry.

use anchor_lang::prelude::*;

use crate::create::create;
use crate::emit::emit;
use crate::events::RegistryCreated;
use crate::seeds;
use crate::state::{REGISTRY_VERSION, Registry};

/// Opens a registry.
#[derive(Accounts)]
#[instruction(index: u16)]
pub struct CreateRegistry<'info> {
    /// Becomes the registry's authority. Its signature is in the address, so nobody can take it first.
    pub creator: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry to create.
    /// CHECK: created here, at its own address.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::REGISTRY, creator.key().as_ref(), &index.to_le_bytes()],
            bump,
        )
    )]
    pub registry: UncheckedAccount<'info>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

pub(crate) fn create_registry(ctx: Context<CreateRegistry>, index: u16) -> Result<()> {
    let accounts = ctx.accounts;
    let authority = accounts.creator.key();
    let registry = Registry {
        version: REGISTRY_VERSION,
        bump: 0,
        index,
        credentials: 0,
        padding: [0; 3],
        creator: authority,
        authority,
        pending_authority: Pubkey::default(),
    };
    let index_bytes = index.to_le_bytes();
    let seeds = &[seeds::REGISTRY, authority.as_ref(), &index_bytes];
    create(&accounts.payer, &accounts.registry, seeds, &registry)?;
    emit(
        &accounts.event_authority,
        &RegistryCreated { registry: accounts.registry.key(), authority, index },
    )
}
