//! Replacing the terms on which a share may be transferred.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi::accounts::ChangePolicy;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;
use scrip_transfer_hook::{PolicyTerms, cpi};

use crate::error::IssuerError;
use crate::state::{Asset, Issuer};

/// Replaces the terms. The transfer-hook program checks and stores them, and emits old and new.
#[derive(Accounts)]
pub struct UpdatePolicy<'info> {
    /// The issuer's admin.
    pub admin: Signer<'info>,
    /// The asset's issuer.
    #[account(has_one = admin @ IssuerError::NotAdmin)]
    pub issuer: Account<'info, Issuer>,
    /// The asset, which signs for its policy.
    #[account(has_one = issuer, has_one = policy)]
    pub asset: Account<'info, Asset>,
    /// The asset's policy.
    #[account(mut)]
    pub policy: AccountLoader<'info, Policy>,
    /// With which the transfer-hook program signs its events.
    /// CHECK: the transfer-hook program checks the address.
    pub hook_event_authority: UncheckedAccount<'info>,
    /// Writes the policy.
    pub hook_program: Program<'info, ScripTransferHook>,
}

pub(crate) fn update_policy(ctx: Context<UpdatePolicy>, terms: PolicyTerms) -> Result<()> {
    let accounts = ctx.accounts;
    let change = ChangePolicy {
        authority: accounts.asset.to_account_info(),
        policy: accounts.policy.to_account_info(),
        event_authority: accounts.hook_event_authority.to_account_info(),
        program: accounts.hook_program.to_account_info(),
    };
    let seeds = accounts.asset.signer_seeds();
    let signer = &[&seeds[..]];
    cpi::update_policy(CpiContext::new_with_signer(scrip_transfer_hook::ID, change, signer), terms)
}
