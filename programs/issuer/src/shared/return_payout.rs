//! What a payout has left, which goes to the treasury.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenAccount;

use super::payout_vault::*;
use super::staff::*;
use super::tokens::close_escrow;
use crate::error::IssuerError;
use crate::state::{CorporateAction, Issuer, PERMISSION_CORPORATE_ACTIONS};

/// A payout whose vault is emptied into the treasury and closed.
#[derive(Accounts)]
pub struct ReturnPayout<'info> {
    /// A member of staff with the permission for corporate actions.
    pub staff: Staff<'info>,
    /// The asset's issuer, whose treasury gets the rest.
    #[account(address = staff.asset.issuer)]
    pub issuer: Box<Account<'info, Issuer>>,
    /// The action.
    #[account(
        mut,
        constraint = action.asset == staff.asset.key() @ IssuerError::ActionMismatch,
    )]
    pub action: Box<Account<'info, CorporateAction>>,
    /// What is left.
    #[account(constraint = from.payout.action == action.key() @ IssuerError::PayoutMismatch)]
    pub from: PayoutVault<'info>,
    /// A token account of the treasury.
    #[account(
        mut,
        token::mint = from.payment_mint,
        token::token_program = from.payment_token_program,
        constraint = treasury_account.owner == issuer.treasury @ IssuerError::NotTreasuryAccount,
    )]
    pub treasury_account: Box<InterfaceAccount<'info, TokenAccount>>,
    /// Gets the rent back.
    /// CHECK: only receives lamports.
    #[account(mut, address = from.payout.rent_payer @ IssuerError::NotRentPayer)]
    pub rent_receiver: UncheckedAccount<'info>,
}

impl<'info> ReturnPayout<'info> {
    /// Fails unless the member may handle corporate actions.
    pub(crate) fn authorize(&self) -> Result<()> {
        self.staff.role.require(PERMISSION_CORPORATE_ACTIONS)
    }

    /// Empties the vault into the treasury and closes it; the action has one open payout less. Returns what
    /// was left.
    pub(crate) fn empty(&mut self, further: &[AccountInfo<'info>]) -> Result<u64> {
        let rest = self.from.vault.amount;
        self.from.pay(self.treasury_account.to_account_info(), rest, further)?;
        close_escrow(
            self.from.vault.to_account_info(),
            self.rent_receiver.to_account_info(),
            &self.from.paying_asset,
            self.from.payment_token_program.key,
        )?;
        let open = self.action.open_payouts.checked_sub(1);
        self.action.open_payouts = open.ok_or(IssuerError::InvariantViolated)?;
        Ok(rest)
    }
}
