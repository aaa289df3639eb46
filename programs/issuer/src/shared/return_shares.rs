//! A redemption's shares that go back to their owner.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount};

use super::hooked::*;
use super::tokens::close_escrow;
use crate::error::IssuerError;
use crate::seeds;
use crate::state::{Asset, Redemption};

/// A redemption that ends with what is left going back. The asset signs the transfer, so neither a halt nor a
/// blackout nor the owner's record stops it.
#[derive(Accounts)]
pub struct ReturnShares<'info> {
    /// The asset, which owns the escrow.
    #[account(
        has_one = mint,
        constraint = asset.policy == hooked.policy.key() @ ErrorCode::ConstraintHasOne,
    )]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The redemption, which ends.
    #[account(mut, close = rent_receiver, has_one = asset @ IssuerError::EscrowMismatch)]
    pub redemption: Box<Account<'info, Redemption>>,
    /// The redemption's escrow.
    #[account(
        mut,
        seeds = [seeds::ESCROW, redemption.key().as_ref()],
        bump = redemption.escrow_bump,
    )]
    pub share_escrow: Box<InterfaceAccount<'info, TokenAccount>>,
    /// A token account of the owner.
    #[account(
        mut,
        token::mint = mint,
        token::token_program = hooked.token_program,
        constraint = destination.owner == redemption.owner @ IssuerError::NotTokenAccountOwner,
    )]
    pub destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Gets the rent back.
    /// CHECK: only receives lamports.
    #[account(mut, address = redemption.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// What the transfer hook asks for.
    pub hooked: Hooked<'info>,
}

impl<'info> ReturnShares<'info> {
    /// Returns all that the escrow holds and closes it. `further` are accounts of another transfer hook,
    /// should the share have got one since.
    pub(crate) fn close(&self, further: &[AccountInfo<'info>]) -> Result<u64> {
        let amount = self.share_escrow.amount;
        let (from, to) = (self.share_escrow.to_account_info(), self.destination.to_account_info());
        self.hooked.transfer(&self.asset, &self.mint, from, to, amount, further)?;
        close_escrow(
            self.share_escrow.to_account_info(),
            self.rent_receiver.to_account_info(),
            &self.asset,
            &anchor_spl::token_2022::ID,
        )?;
        Ok(amount)
    }
}
