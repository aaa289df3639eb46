//! The two settings that other programs keep: the terms of the policy, and the mint's transfer hook.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::program::invoke_signed;
use anchor_spl::token_2022::spl_token_2022::extension::transfer_hook;
use anchor_spl::token_interface::get_mint_extension_data;
use scrip_transfer_hook::{PolicyTerms, cpi};

use super::ChangeTargets;
use super::targets::given;
use crate::shared::as_authority;

impl ChangeTargets<'_> {
    pub(super) fn terms(&self) -> Result<PolicyTerms> {
        Ok(PolicyTerms::of(&*self.policy_of()?.load()?))
    }

    pub(super) fn write_terms(&self, terms: PolicyTerms) -> Result<()> {
        let asset = self.asset()?;
        let program = given(self.hook_program.as_ref())?.to_account_info();
        let policy = self.policy_of()?.to_account_info();
        let event_authority = given(self.hook_event_authority.as_ref())?.to_account_info();
        as_authority(asset, policy, event_authority, program, |policy| {
            cpi::update_policy(policy, terms)
        })
    }

    pub(super) fn hook(&self) -> Result<Pubkey> {
        let mint = self.mint_of()?.to_account_info();
        let hook: transfer_hook::TransferHook = get_mint_extension_data(&mint)?;
        Ok(Option::<Pubkey>::from(hook.program_id).unwrap_or_default())
    }

    pub(super) fn write_hook(&self, program: Pubkey) -> Result<()> {
        let (asset, mint) = (self.asset()?, self.mint_of()?);
        given(self.token_program.as_ref())?;
        let program = (program != Pubkey::default()).then_some(program);
        let update = transfer_hook::instruction::update(
            &anchor_spl::token_2022::ID,
            mint.key,
            &asset.key(),
            &[],
            program,
        )?;
        let accounts = [mint.to_account_info(), asset.to_account_info()];
        Ok(invoke_signed(&update, &accounts, &[&asset.signer_seeds()])?)
    }
}
