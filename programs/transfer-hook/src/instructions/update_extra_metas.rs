//! Writing the list of extra accounts anew, for when a version of this program asks for others, as many as
//! before. (A version that asks for more has to bring the room for them.)

use anchor_lang::prelude::*;

use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::ExtraMetasUpdated;
use crate::extra_metas::{DISCRIMINATOR, extra_metas};
use crate::own::{check_address, read, same};
use crate::seeds;
use crate::state::Policy;

/// Writes the list of extra accounts that this version of the program asks for. Nobody can choose what is in
/// it: the policy, and the records of both owners.
#[derive(Accounts)]
pub struct UpdateExtraMetas<'info> {
    /// The policy's authority.
    pub authority: Signer<'info>,
    /// The policy.
    #[cfg_attr(feature = "idl-build", account(has_one = authority))]
    pub policy: AccountLoader<'info, Policy>,
    /// The validation account of the policy's mint.
    /// CHECK: at its own address, and created together with the policy.
    #[account(mut)]
    pub extra_account_metas: UncheckedAccount<'info>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
}

pub(crate) fn update_extra_metas(ctx: Context<UpdateExtraMetas>) -> Result<()> {
    let accounts = ctx.accounts;
    let policy = accounts.policy.key();
    let Policy { mint, authority, .. } = *read::<Policy>(&accounts.policy)?;
    same(&authority, accounts.authority.key, HookError::NotPolicyAuthority)?;
    let seeds = &[seeds::EXTRA_ACCOUNT_METAS, mint.as_ref()];
    check_address(accounts.extra_account_metas.key, seeds, HookError::NotValidationAccount)?;
    let mut data = accounts.extra_account_metas.try_borrow_mut_data()?;
    let list = [&DISCRIMINATOR[..], &extra_metas(&policy)].concat();
    ensure!(data.len() == list.len(), HookError::NotValidationAccount);
    data.copy_from_slice(&list);
    drop(data);
    emit(&accounts.event_authority, &ExtraMetasUpdated { policy, mint })
}
