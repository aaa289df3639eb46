//! Ending a pause.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_2022_extensions::{PausableToggle, pausable_resume};
use anchor_spl::token_interface::Mint;

use crate::events::AssetUnpaused;
use crate::seeds;
use crate::state::{Asset, PERMISSION_UNPAUSE, Role};

/// Ends a pause of a mint.
#[event_cpi]
#[derive(Accounts)]
pub struct Unpause<'info> {
    /// A member of staff with the permission to end pauses.
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

impl Unpause<'_> {
    fn validate(&self) -> Result<()> {
        self.role.require(PERMISSION_UNPAUSE)
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
        pausable_resume(CpiContext::new_with_signer(anchor_spl::token_2022::ID, toggle, signer))?;
        emit_cpi!(AssetUnpaused { asset: accounts.asset.key(), actor: accounts.actor.key() });
        Ok(())
    }
}
