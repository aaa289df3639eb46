//! Resuming the trading in a share.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;

use crate::events::TradingResumed;
use crate::seeds;
use crate::state::{Asset, PERMISSION_RESUME, Role};

/// Ends a halt of the trading in a share.
#[event_cpi]
#[derive(Accounts)]
pub struct ResumeTrading<'info> {
    /// A member of staff with the permission to resume.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Account<'info, Role>,
    /// The asset, which signs for its policy.
    #[account(has_one = policy)]
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

impl ResumeTrading<'_> {
    fn validate(&self) -> Result<()> {
        self.role.require(PERMISSION_RESUME)
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        let accounts = &*ctx.accounts;
        accounts.validate()?;
        let resume_accounts = cpi::accounts::Resume {
            authority: accounts.asset.to_account_info(),
            policy: accounts.policy.to_account_info(),
            event_authority: accounts.hook_event_authority.to_account_info(),
            program: accounts.hook_program.to_account_info(),
        };
        let seeds = accounts.asset.signer_seeds();
        let signer = &[&seeds[..]];
        cpi::resume(CpiContext::new_with_signer(scrip_transfer_hook::ID, resume_accounts, signer))?;
        emit_cpi!(TradingResumed { asset: accounts.asset.key(), actor: accounts.actor.key() });
        Ok(())
    }
}
