//! Shares in a redemption's escrow that are burnt against a payment.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_transfer_hook::state::Policy;

use super::register::admit_giver;
use super::tokens::{burn_shares, close_escrow};
use crate::error::IssuerError;
use crate::seeds;
use crate::state::{Asset, PERMISSION_REDEEM, Redemption, Role};

/// A redemption that is settled, in full or in part.
#[derive(Accounts)]
pub struct BurnEscrow<'info> {
    /// A member of staff with the permission to redeem.
    pub actor: Signer<'info>,
    /// The member's role with the asset's issuer.
    #[account(
        seeds = [seeds::ROLE, asset.issuer.as_ref(), actor.key().as_ref()],
        bump = role.bump,
    )]
    pub role: Box<Account<'info, Role>>,
    /// The asset, which owns the escrow.
    #[account(has_one = mint, has_one = policy)]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The asset's policy.
    pub policy: AccountLoader<'info, Policy>,
    /// The record of the owner's wallet.
    /// CHECK: read by the same function as in the hook, which checks owner, registry and wallet.
    pub holder: UncheckedAccount<'info>,
    /// The redemption.
    #[account(mut, has_one = asset @ IssuerError::EscrowMismatch)]
    pub redemption: Box<Account<'info, Redemption>>,
    /// The redemption's escrow.
    #[account(
        mut,
        seeds = [seeds::ESCROW, redemption.key().as_ref()],
        bump = redemption.escrow_bump,
    )]
    pub share_escrow: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Gets the rent back when nothing is left to settle.
    /// CHECK: only receives lamports.
    #[account(mut, address = redemption.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
    /// Burns.
    pub token_program: Program<'info, Token2022>,
}

impl BurnEscrow<'_> {
    /// Fails unless the member may settle `amount` raw units for the owner, and now.
    pub(crate) fn validate(&self, amount: u64, now: i64) -> Result<()> {
        self.role.require(PERMISSION_REDEEM)?;
        require!(amount > 0, IssuerError::ZeroAmount);
        let remaining = self.redemption.remaining();
        if amount > remaining {
            msg!("amount {}, left in escrow {}", amount, remaining);
            return err!(IssuerError::OverEscrow);
        }
        admit_giver(&self.policy, &self.holder, &self.redemption.owner, now)?;
        Ok(())
    }

    /// Burns `amount` and counts it. If nothing is left to settle, burns what strangers sent to the escrow
    /// as well, and closes both accounts. Returns the raw units burnt, and whether that was the last.
    pub(crate) fn burn(&mut self, amount: u64) -> Result<(u64, bool)> {
        let settled = self.redemption.settled.checked_add(amount);
        self.redemption.settled = settled.ok_or(IssuerError::AmountOverflow)?;
        let last = self.redemption.remaining() == 0;
        let burnt = if last { self.share_escrow.amount } else { amount };
        require_gte!(burnt, amount, IssuerError::OverEscrow);
        let program = anchor_spl::token_2022::ID;
        burn_shares(&self.mint, self.share_escrow.to_account_info(), &self.asset, burnt)?;
        if last {
            let rent_receiver = self.rent_receiver.to_account_info();
            let escrow = self.share_escrow.to_account_info();
            close_escrow(escrow, rent_receiver.clone(), &self.asset, &program)?;
            self.redemption.close(rent_receiver)?;
        }
        Ok((burnt, last))
    }
}
