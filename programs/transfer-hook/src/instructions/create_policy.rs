//! Giving a mint its policy.

use anchor_lang::prelude::*;

use super::update_policy::PolicyTerms;
use crate::create::{create, create_with};
use crate::emit::emit;
use crate::error::{HookError, ensure};
use crate::events::PolicyCreated;
use crate::extra_metas::{DISCRIMINATOR, extra_metas};
use crate::seeds;
use crate::state::{POLICY_VERSION, Policy, Registry, check_policy, check_terms};
use crate::token_2022::{Mint, TOKEN_2022_ID};

/// Creates the policy of a mint and its validation account in one step, so that neither is ever there
/// without the other.
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
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::POLICY, mint.key().as_ref()],
            bump,
        )
    )]
    pub policy: UncheckedAccount<'info>,
    /// The validation account to create.
    /// CHECK: created here, at its own address.
    #[account(mut)]
    #[cfg_attr(
        feature = "idl-build",
        account(
            seeds = [crate::seeds::EXTRA_ACCOUNT_METAS, mint.key().as_ref()],
            bump,
        )
    )]
    pub extra_account_metas: UncheckedAccount<'info>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
    /// With which this program signs its events.
    /// CHECK: `emit` signs for it, and for no other.
    pub event_authority: UncheckedAccount<'info>,
    /// This program, which `emit` calls.
    /// CHECK: `emit` calls it by its own id.
    pub program: UncheckedAccount<'info>,
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
        mint,
        registry: accounts.registry.key(),
        authority: accounts.authority.key(),
        ..bytemuck::Zeroable::zeroed()
    };
    terms.write(&mut policy);
    check_terms(&policy)?;
    check_policy(&policy)?;
    let seeds = &[seeds::POLICY, mint.as_ref()];
    create(&accounts.payer, &accounts.policy, seeds, &policy)?;

    let metas = extra_metas(&address);
    let seeds = &[seeds::EXTRA_ACCOUNT_METAS, mint.as_ref()];
    let target = &accounts.extra_account_metas;
    create_with(&accounts.payer, target, seeds, &DISCRIMINATOR, &metas)?;
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
