//! Giving a mint its policy.

use anchor_lang::prelude::*;
use spl_tlv_account_resolution::state::ExtraAccountMetaList;
use spl_transfer_hook_interface::instruction::ExecuteInstruction;

use super::update_policy::PolicyTerms;
use crate::create::{allocate_account, create};
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::PolicyCreated;
use crate::extra_metas::{EXTRA_METAS, extra_metas};
use crate::seeds;
use crate::state::{POLICY_VERSION, Policy, Registry, check_policy, check_terms};
use crate::token_2022::{Mint, TOKEN_2022_ID};

/// Creates the policy of a mint and its validation account in one step, so that neither is ever there
/// without the other.
#[event_cpi]
#[derive(Accounts)]
pub struct CreatePolicy<'info> {
    /// The mint's mint authority, which becomes the policy's authority. Demanding its signature keeps
    /// everybody else from making a policy first.
    pub authority: Signer<'info>,
    /// Pays the rent.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The mint.
    /// CHECK: Token-2022 owns it; `validate` reads its mint authority and its transfer hook.
    #[account(owner = TOKEN_2022_ID @ HookError::MintNotHooked)]
    pub mint: UncheckedAccount<'info>,
    /// The registry whose records count. Needs no consent: it is only ever read.
    pub registry: AccountLoader<'info, Registry>,
    /// The policy to create.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::POLICY, mint.key().as_ref()], bump)]
    pub policy: UncheckedAccount<'info>,
    /// The validation account to create.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::EXTRA_ACCOUNT_METAS, mint.key().as_ref()], bump)]
    pub extra_account_metas: UncheckedAccount<'info>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl CreatePolicy<'_> {
    fn validate(&self) -> Result<()> {
        let data = self.mint.try_borrow_data()?;
        let mint = Mint::read(&data).ok_or(HookError::MintNotHooked)?;
        ensure!(mint.transfer_hook == Some(crate::ID), HookError::MintNotHooked);
        ensure!(mint.mint_authority == Some(self.authority.key()), HookError::NotMintAuthority);
        Ok(())
    }
}

pub(crate) fn create_policy(ctx: Context<CreatePolicy>, terms: PolicyTerms) -> Result<()> {
    let accounts = ctx.accounts;
    accounts.validate()?;
    let (mint, address) = (accounts.mint.key(), accounts.policy.key());
    let mut policy = Policy {
        version: POLICY_VERSION,
        bump: ctx.bumps.policy,
        mint,
        registry: accounts.registry.key(),
        authority: accounts.authority.key(),
        ..bytemuck::Zeroable::zeroed()
    };
    terms.write(&mut policy);
    check_terms(&policy)?;
    check_policy(&policy)?;
    let seeds = &[seeds::POLICY, mint.as_ref(), &[policy.bump]];
    create(&accounts.payer, &accounts.policy, seeds, &policy)?;

    let seeds = &[seeds::EXTRA_ACCOUNT_METAS, mint.as_ref(), &[ctx.bumps.extra_account_metas]];
    let len = ExtraAccountMetaList::size_of(EXTRA_METAS)?;
    allocate_account(&accounts.payer, &accounts.extra_account_metas, seeds, len)?;
    let mut data = accounts.extra_account_metas.try_borrow_mut_data()?;
    ExtraAccountMetaList::init::<ExecuteInstruction>(&mut data, &extra_metas(&address)?)?;
    drop(data);
    emit(
        &accounts.event_authority,
        &PolicyCreated {
            policy: address,
            mint,
            registry: policy.registry,
            authority: policy.authority,
            terms,
        },
    )
}
