//! A tender that ends, with shares that go back to their owner.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount};

use super::hooked::*;
use super::tokens::close_escrow;
use crate::error::IssuerError;
use crate::seeds;
use crate::state::{Asset, CorporateAction, Tender};

/// A tender that ends. The asset signs the transfer of what goes back, so neither a halt nor a blackout stops
/// it.
#[derive(Accounts)]
pub struct ReturnTender<'info> {
    /// The asset, which owns the escrow.
    #[account(
        has_one = mint,
        constraint = asset.policy == hooked.policy.key() @ ErrorCode::ConstraintHasOne,
    )]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The offer.
    #[account(mut, has_one = asset @ IssuerError::ActionMismatch)]
    pub action: Box<Account<'info, CorporateAction>>,
    /// The tender, which ends.
    #[account(
        mut,
        close = rent_receiver,
        has_one = asset @ IssuerError::EscrowMismatch,
        has_one = action @ IssuerError::EscrowMismatch,
    )]
    pub tender: Box<Account<'info, Tender>>,
    /// The tender's escrow.
    #[account(
        mut,
        seeds = [seeds::ESCROW, tender.key().as_ref()],
        bump = tender.escrow_bump,
    )]
    pub share_escrow: Box<InterfaceAccount<'info, TokenAccount>>,
    /// A token account of the owner, for shares.
    #[account(
        mut,
        token::mint = mint,
        token::token_program = hooked.token_program,
        constraint = share_destination.owner == tender.owner @ IssuerError::NotTokenAccountOwner,
    )]
    pub share_destination: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Gets the rent back.
    /// CHECK: only receives lamports.
    #[account(mut, address = tender.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// What the transfer hook asks for.
    pub hooked: Hooked<'info>,
}

impl<'info> ReturnTender<'info> {
    /// Returns all but `kept` raw units of the escrow. `further` are accounts of another transfer hook, should
    /// the share have got one since.
    pub(crate) fn give_back(&self, kept: u64, further: &[AccountInfo<'info>]) -> Result<u64> {
        let amount = self.share_escrow.amount.saturating_sub(kept);
        if amount > 0 {
            let from = self.share_escrow.to_account_info();
            let to = self.share_destination.to_account_info();
            self.hooked.transfer(&self.asset, &self.mint, from, to, amount, further)?;
        }
        Ok(amount)
    }

    /// Closes the escrow; the offer has one open tender less.
    pub(crate) fn close_escrow(&mut self) -> Result<()> {
        close_escrow(
            self.share_escrow.to_account_info(),
            self.rent_receiver.to_account_info(),
            &self.asset,
            &anchor_spl::token_2022::ID,
        )?;
        let open = self.action.open_tenders.checked_sub(1);
        self.action.open_tenders = open.ok_or(IssuerError::InvariantViolated)?;
        self.action.invariant()
    }
}
