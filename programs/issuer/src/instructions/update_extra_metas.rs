//! Writing the list of a share's extra accounts anew.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;

use crate::error::IssuerError;
use crate::state::{Asset, Issuer};

/// Writes the list of extra accounts that the transfer-hook program's version asks for.
#[derive(Accounts)]
pub struct UpdateExtraMetas<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// The asset's issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The asset, which signs for its policy.
    #[account(has_one = issuer, has_one = policy)]
    pub asset: Account<'info, Asset>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The validation account of the asset's mint.
    /// CHECK: the transfer-hook program checks the address and writes it.
    #[account(mut)]
    pub extra_account_metas: UncheckedAccount<'info>,
    /// With which the transfer-hook program signs its events.
    /// CHECK: the transfer-hook program checks the address.
    pub hook_event_authority: UncheckedAccount<'info>,
    /// Writes the list.
    pub hook_program: Program<'info, ScripTransferHook>,
}

pub(crate) fn update_extra_metas(ctx: Context<UpdateExtraMetas>) -> Result<()> {
    let accounts = ctx.accounts;
    let update = cpi::accounts::UpdateExtraMetas {
        authority: accounts.asset.to_account_info(),
        policy: accounts.policy.to_account_info(),
        extra_account_metas: accounts.extra_account_metas.to_account_info(),
        event_authority: accounts.hook_event_authority.to_account_info(),
        program: accounts.hook_program.to_account_info(),
    };
    let seeds = accounts.asset.signer_seeds();
    let signer = &[&seeds[..]];
    cpi::update_extra_metas(CpiContext::new_with_signer(scrip_transfer_hook::ID, update, signer))
}
