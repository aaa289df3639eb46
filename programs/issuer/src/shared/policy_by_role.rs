//! A member of staff who changes an asset's policy.

use anchor_lang::prelude::*;
use scrip_transfer_hook::cpi::accounts::ChangePolicy;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;

use crate::seeds;
use crate::state::{Asset, Role};

/// A member of staff who changes an asset's policy, which the asset signs for.
#[event_cpi]
#[derive(Accounts)]
pub struct PolicyByRole<'info> {
    /// A member of staff with the permission that the instruction needs.
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

impl<'info> PolicyByRole<'info> {
    /// Fails unless the member has the permission; then calls an instruction of the transfer-hook program
    /// on the policy, signed by the asset.
    pub(crate) fn call<T>(
        &self,
        permission: u32,
        instruction: impl FnOnce(CpiContext<'_, '_, '_, 'info, ChangePolicy<'info>>) -> Result<T>,
    ) -> Result<T> {
        self.role.require(permission)?;
        let policy = self.policy.to_account_info();
        let event_authority = self.hook_event_authority.to_account_info();
        let program = self.hook_program.to_account_info();
        as_authority(&self.asset, policy, event_authority, program, instruction)
    }
}

/// Calls an instruction of the transfer-hook program on the policy of an asset, signed by the asset.
pub(crate) fn as_authority<'info, T>(
    asset: &Account<'info, Asset>,
    policy: AccountInfo<'info>,
    event_authority: AccountInfo<'info>,
    program: AccountInfo<'info>,
    instruction: impl FnOnce(CpiContext<'_, '_, '_, 'info, ChangePolicy<'info>>) -> Result<T>,
) -> Result<T> {
    let authority = asset.to_account_info();
    let accounts = ChangePolicy { authority, policy, event_authority, program };
    let seeds = asset.signer_seeds();
    let signer = &[&seeds[..]];
    instruction(CpiContext::new_with_signer(scrip_transfer_hook::ID, accounts, signer))
}
