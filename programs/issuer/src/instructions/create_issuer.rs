//! Opening an issuer.

use anchor_lang::prelude::*;
use scrip_transfer_hook::state::Registry;

use crate::events::IssuerCreated;
use crate::seeds;
use crate::state::{ISSUER_VERSION, Issuer};

/// Opens an issuer.
#[event_cpi]
#[derive(Accounts)]
#[instruction(index: u16)]
pub struct CreateIssuer<'info> {
    /// Becomes the admin, and owns the treasury until a change of settings says otherwise. Its signature is in the address, so nobody can take it first.
    pub creator: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The registry that the issuer's assets will rely on.
    pub registry: AccountLoader<'info, Registry>,
    /// The issuer to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Issuer::INIT_SPACE,
        seeds = [seeds::ISSUER, creator.key().as_ref(), &index.to_le_bytes()],
        bump,
    )]
    pub issuer: Account<'info, Issuer>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl CreateIssuer<'_> {
    pub(crate) fn handle(ctx: Context<Self>, index: u16) -> Result<()> {
        let admin = ctx.accounts.creator.key();
        let registry = ctx.accounts.registry.key();
        ctx.accounts.issuer.set_inner(Issuer {
            version: ISSUER_VERSION,
            bump: ctx.bumps.issuer,
            index,
            creator: admin,
            admin,
            pending_admin: Pubkey::default(),
            registry,
            treasury: admin,
            timelock: 0,
            four_eyes: 0,
            change_count: 0,
        });
        ctx.accounts.issuer.invariant()?;
        emit_cpi!(IssuerCreated { issuer: ctx.accounts.issuer.key(), admin, registry, index });
        Ok(())
    }
}
