//! The accounts that a change reads and writes.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use scrip_transfer_hook::program::ScripTransferHook;
use scrip_transfer_hook::state::Policy;

use crate::error::IssuerError;
use crate::state::{Asset, Custodian, Issuer, Minter, PaymentMint};

/// The accounts that a change reads and writes: the issuer always, of the others those that the change is
/// about.
#[derive(Accounts)]
pub struct ChangeTargets<'info> {
    /// The issuer.
    #[account(mut)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The asset, for all changes that are about one.
    #[account(mut, has_one = issuer)]
    pub asset: Option<Box<Account<'info, Asset>>>,
    /// For a change of a minter.
    #[account(mut, has_one = asset)]
    pub minter: Option<Box<Account<'info, Minter>>>,
    /// For a change of a custodian.
    #[account(mut, has_one = issuer)]
    pub custodian: Option<Box<Account<'info, Custodian>>>,
    /// For a change of a payment mint.
    #[account(mut, has_one = asset)]
    pub payment_listing: Option<Box<Account<'info, PaymentMint>>>,
    /// For a change of the terms: the asset's policy.
    #[account(mut)]
    pub policy: Option<AccountLoader<'info, Policy>>,
    /// With which the transfer-hook program signs its events, for a change of the terms.
    /// CHECK: the transfer-hook program checks the address.
    pub hook_event_authority: Option<UncheckedAccount<'info>>,
    /// Writes the policy.
    pub hook_program: Option<Program<'info, ScripTransferHook>>,
    /// For a change of the hook program: the asset's mint.
    /// CHECK: `mint_of` holds it against the asset, which Token-2022 created it for.
    #[account(mut)]
    pub mint: Option<UncheckedAccount<'info>>,
    /// Writes the mint.
    pub token_program: Option<Program<'info, Token2022>>,
}

/// The account, or an error that says that the change needs it.
pub(super) fn given<T>(account: Option<T>) -> Result<T> {
    account.ok_or(error!(IssuerError::ChangeTargetMissing))
}

impl<'info> ChangeTargets<'info> {
    /// The asset's address, all zeros for a change of the issuer itself.
    pub fn asset_key(&self) -> Pubkey {
        self.asset.as_ref().map(|asset| asset.key()).unwrap_or_default()
    }

    pub(super) fn asset(&self) -> Result<&Account<'info, Asset>> {
        Ok(given(self.asset.as_ref())?)
    }

    pub(super) fn policy_of(&self) -> Result<&AccountLoader<'info, Policy>> {
        let policy = given(self.policy.as_ref())?;
        require_keys_eq!(self.asset()?.policy, policy.key(), IssuerError::ChangeTargetMismatch);
        Ok(policy)
    }

    pub(super) fn mint_of(&self) -> Result<&UncheckedAccount<'info>> {
        let mint = given(self.mint.as_ref())?;
        require_keys_eq!(self.asset()?.mint, mint.key(), IssuerError::ChangeTargetMismatch);
        Ok(mint)
    }
}
