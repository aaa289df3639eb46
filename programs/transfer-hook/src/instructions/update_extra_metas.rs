//! Writing the list of extra accounts anew, for when a version of this program asks for others.

use anchor_lang::prelude::*;
use spl_tlv_account_resolution::state::ExtraAccountMetaList;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

use crate::emit::emit;
use crate::error::HookError;
use crate::events::ExtraMetasUpdated;
use crate::extra_metas::extra_metas;
use crate::seeds;
use crate::state::Policy;

/// Writes the list of extra accounts that this version of the program asks for. Nobody can choose what is in
/// it: the policy, and the records of both owners.
#[event_cpi]
#[derive(Accounts)]
pub struct UpdateExtraMetas<'info> {
    /// The policy's authority.
    pub authority: Signer<'info>,
    /// The policy.
    #[account(has_one = authority @ HookError::NotPolicyAuthority)]
    pub policy: AccountLoader<'info, Policy>,
    /// The validation account of the policy's mint.
    /// CHECK: at its own address, and created together with the policy.
    #[account(
        mut,
        seeds = [seeds::EXTRA_ACCOUNT_METAS, policy.load()?.mint.as_ref()],
        bump,
    )]
    pub extra_account_metas: UncheckedAccount<'info>,
}

pub(crate) fn update_extra_metas(ctx: Context<UpdateExtraMetas>) -> Result<()> {
    let accounts = ctx.accounts;
    let policy = accounts.policy.key();
    let mut data = accounts.extra_account_metas.try_borrow_mut_data()?;
    ExtraAccountMetaList::update::<ExecuteInstruction>(&mut data, &extra_metas(&policy)?)?;
    drop(data);
    let mint = accounts.policy.load()?.mint;
    emit(&accounts.event_authority, &ExtraMetasUpdated { policy, mint })
}
