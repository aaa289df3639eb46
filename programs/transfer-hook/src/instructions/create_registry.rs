//! Opening a registry.

use anchor_lang::prelude::*;

use crate::events::RegistryCreated;
use crate::seeds;
use crate::state::{REGISTRY_VERSION, Registry};

/// Opens a registry.
#[event_cpi]
#[derive(Accounts)]
#[instruction(index: u16)]
pub struct CreateRegistry<'info> {
    /// Becomes the registry's authority. Its signature is in the address, so nobody can take it first.
    pub creator: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Registry::INIT_SPACE,
        seeds = [seeds::REGISTRY, creator.key().as_ref(), &index.to_le_bytes()],
        bump,
    )]
    pub registry: Account<'info, Registry>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl CreateRegistry<'_> {
    pub(crate) fn handle(ctx: Context<Self>, index: u16) -> Result<()> {
        let authority = ctx.accounts.creator.key();
        ctx.accounts.registry.set_inner(Registry {
            version: REGISTRY_VERSION,
            bump: ctx.bumps.registry,
            index,
            creator: authority,
            authority,
        });
        emit_cpi!(RegistryCreated { registry: ctx.accounts.registry.key(), authority, index });
        Ok(())
    }
}
