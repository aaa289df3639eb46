//! Pausing a mint.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_2022_extensions::{PausableToggle, pausable_pause};
use anchor_spl::token_interface::Mint;

use crate::events::AssetPaused;
use crate::seeds;
use crate::state::{Asset, PERMISSION_PAUSE, Role};

/// Pauses a mint: Token-2022 then refuses transfers, minting and burning.
#[event_cpi]
#[derive(Accounts)]
pub struct Pause<'info> {
    /// A member of staff with the permission to pause.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Account<'info, Role>,
    /// The asset, which signs for its mint.
    #[account(has_one = mint)]
    pub asset: Account<'info, Asset>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: InterfaceAccount<'info, Mint>,
    /// Keeps the pause.
    pub token_program: Program<'info, Token2022>,
}

impl Pause<'_> {
    fn validate(&self) -> Result<()> {
        self.role.require(PERMISSION_PAUSE)
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        let accounts = &*ctx.accounts;
        accounts.validate()?;
        let toggle = PausableToggle {
            token_program_id: accounts.token_program.to_account_info(),
            mint: accounts.mint.to_account_info(),
            authority: accounts.asset.to_account_info(),
        };
        let seeds = accounts.asset.signer_seeds();
        let signer = &[&seeds[..]];
        pausable_pause(CpiContext::new_with_signer(anchor_spl::token_2022::ID, toggle, signer))?;
        emit_cpi!(AssetPaused { asset: accounts.asset.key(), actor: accounts.actor.key() });
        Ok(())
    }
}
