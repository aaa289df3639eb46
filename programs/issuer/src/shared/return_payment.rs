//! A subscription's cash that goes back to the investor.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount, TokenInterface};

use super::tokens::{Tokens, close_escrow};
use crate::error::IssuerError;
use crate::seeds;
use crate::state::{Asset, Subscription};

/// A subscription that ends with what is left going back.
#[derive(Accounts)]
pub struct ReturnPayment<'info> {
    /// The asset, which owns the escrow.
    pub asset: Box<Account<'info, Asset>>,
    /// The subscription, which ends.
    #[account(
        mut,
        close = rent_receiver,
        has_one = asset @ IssuerError::EscrowMismatch,
        has_one = payment_mint @ IssuerError::EscrowMismatch,
    )]
    pub subscription: Box<Account<'info, Subscription>>,
    /// The subscription's escrow.
    #[account(
        mut,
        seeds = [seeds::ESCROW, subscription.key().as_ref()],
        bump = subscription.escrow_bump,
    )]
    pub payment_escrow: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The payment token's mint.
    #[account(mint::token_program = payment_token_program)]
    pub payment_mint: Box<InterfaceAccount<'info, Mint>>,
    /// A token account of the investor.
    #[account(
        mut,
        token::mint = payment_mint,
        token::token_program = payment_token_program,
        constraint = refund.owner == subscription.investor @ IssuerError::NotTokenAccountOwner,
    )]
    pub refund: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Gets the rent back.
    /// CHECK: only receives lamports.
    #[account(mut, address = subscription.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// Token or Token-2022.
    pub payment_token_program: Interface<'info, TokenInterface>,
}

impl<'info> ReturnPayment<'info> {
    /// Returns all that the escrow holds and closes it. `extra` are accounts of a transfer hook, should the
    /// payment token have got one since.
    pub(crate) fn close(&self, extra: &[AccountInfo<'info>]) -> Result<u64> {
        let amount = self.payment_escrow.amount;
        let tokens = Tokens {
            from: self.payment_escrow.to_account_info(),
            mint: self.payment_mint.to_account_info(),
            to: self.refund.to_account_info(),
            authority: self.asset.to_account_info(),
            program: self.payment_token_program.key(),
            decimals: self.payment_mint.decimals,
        };
        tokens.transfer(amount, extra, Some(&self.asset))?;
        close_escrow(
            self.payment_escrow.to_account_info(),
            self.rent_receiver.to_account_info(),
            &self.asset,
            self.payment_token_program.key,
        )?;
        Ok(amount)
    }
}
