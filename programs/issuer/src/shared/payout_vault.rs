//! A payout, and the vault that it pays from.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use super::tokens::Tokens;
use crate::error::IssuerError;
use crate::state::{Asset, Payout};

/// A payout, and the vault that it pays from.
#[derive(Accounts)]
pub struct PayoutVault<'info> {
    /// The payout.
    #[account(
        mut,
        has_one = paying_asset @ IssuerError::PayoutMismatch,
        has_one = payment_mint @ IssuerError::PayoutMismatch,
        has_one = vault @ IssuerError::PayoutMismatch,
    )]
    pub payout: Box<Account<'info, Payout>>,
    /// The asset that owns the vault.
    pub paying_asset: Box<Account<'info, Asset>>,
    /// The token's mint.
    #[account(mint::token_program = payment_token_program)]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// The vault.
    #[account(mut)]
    pub vault: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
}

impl<'info> PayoutVault<'info> {
    /// Moves `amount` out of the vault. `further` are accounts of the token's transfer hook.
    pub(crate) fn pay(
        &self,
        to: AccountInfo<'info>,
        amount: u64,
        further: &[AccountInfo<'info>],
    ) -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let tokens = Tokens {
            from: self.vault.to_account_info(),
            mint: self.payment_mint.to_account_info(),
            to,
            authority: self.paying_asset.to_account_info(),
            program: self.payment_token_program.key(),
            decimals: self.payment_mint.decimals,
        };
        tokens.transfer(amount, further, Some(&self.paying_asset))
    }
}
