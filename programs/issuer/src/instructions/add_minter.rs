//! Opening the account of a minter.

use anchor_lang::prelude::*;

use crate::error::IssuerError;
use crate::events::MinterAdded;
use crate::seeds;
use crate::state::{Asset, Issuer, MINTER_VERSION, Minter};

/// Opens the account of a minter, who may mint nothing until a change of settings says how much.
#[event_cpi]
#[derive(Accounts)]
#[instruction(member: Pubkey)]
pub struct AddMinter<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The asset.
    #[account(has_one = issuer)]
    pub asset: Account<'info, Asset>,
    /// The account to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Minter::INIT_SPACE,
        seeds = [seeds::MINTER, asset.key().as_ref(), member.as_ref()],
        bump,
    )]
    pub minter: Account<'info, Minter>,
    /// Creates the account.
    pub system_program: Program<'info, System>,
}

impl AddMinter<'_> {
    pub(crate) fn handle(ctx: Context<Self>, member: Pubkey) -> Result<()> {
        let asset = ctx.accounts.asset.key();
        ctx.accounts.minter.set_inner(Minter {
            version: MINTER_VERSION,
            bump: ctx.bumps.minter,
            asset,
            member,
            cap: 0,
            capacity: 0,
            period: 1,
            minted: 0,
            drawn: 0,
            updated_at: Clock::get()?.unix_timestamp,
        });
        ctx.accounts.minter.invariant()?;
        emit_cpi!(MinterAdded { asset, member, actor: ctx.accounts.admin.key() });
        Ok(())
    }
}
