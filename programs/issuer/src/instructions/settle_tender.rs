//! Settling a tender.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::TokenAccount;
use scrip_rules::entitlement::accepted;
use scrip_rules::multiplier::Rounding;
use scrip_rules::settlement::SHARE;

use crate::error::IssuerError;
use crate::events::TenderSettled;
use crate::shared::register::admit_giver;
use crate::shared::tokens::{burn_shares, require_canonical};
use crate::shared::*;
use crate::state::ActionTerms;

/// Buys what an offer takes of a tender and returns the rest, in one step. Anybody can send it: cash and shares
/// go to the associated token accounts of the owner, who must have a live record.
#[event_cpi]
#[derive(Accounts)]
pub struct SettleTender<'info> {
    /// The tender.
    pub back: ReturnTender<'info>,
    /// What is paid.
    #[account(
        constraint = from.payout.action == back.action.key() @ IssuerError::PayoutMismatch,
    )]
    pub from: PayoutVault<'info>,
    /// The owner's associated token account, for the cash.
    #[account(
        mut,
        token::mint = from.payment_mint,
        token::token_program = from.payment_token_program,
        constraint = cash_destination.owner == back.tender.owner
            @ IssuerError::NotTokenAccountOwner,
    )]
    pub cash_destination: Box<InterfaceAccount<'info, TokenAccount>>,
}

impl<'info> SettleTender<'info> {
    /// Returns the raw units that are bought, and the cash for them.
    fn validate(&self, now: i64) -> Result<(u64, u64)> {
        let back = &self.back;
        back.action.require_due(now)?;
        let ActionTerms::Offer { price, max_raw, .. } = back.action.terms else {
            return err!(IssuerError::WrongForm);
        };
        self.from.payout.require_paying(now)?;
        let owner = &back.tender.owner;
        let own = &anchor_spl::token_2022::ID;
        require_canonical(&back.share_destination.key(), owner, &back.asset.mint, own)?;
        let program = self.from.payment_token_program.key;
        let mint = &self.from.payout.payment_mint;
        require_canonical(&self.cash_destination.key(), owner, mint, program)?;
        admit_giver(&back.hooked.policy, &back.hooked.holder, owner, now)?;
        let bought = accepted(back.tender.amount, back.action.tendered, max_raw);
        let cash = back.action.basis()?.value_of(bought, price, SHARE, Rounding::Down);
        Ok((bought, cash.ok_or(IssuerError::AmountOverflow)?))
    }

    pub(crate) fn handle(ctx: Context<'info, Self>) -> Result<()> {
        let accounts = &mut *ctx.accounts;
        let (bought, cash) = accounts.validate(Clock::get()?.unix_timestamp)?;
        let old_supply = accounts.back.mint.supply;
        if bought > 0 {
            let from = accounts.back.share_escrow.to_account_info();
            burn_shares(&accounts.back.mint, from, &accounts.back.asset, bought)?;
        }
        let returned = accounts.back.give_back(bought, ctx.remaining_accounts)?;
        accounts.from.pay(accounts.cash_destination.to_account_info(), cash, &[])?;
        let payout = &mut accounts.from.payout;
        payout.paid = payout.paid.checked_add(cash).ok_or(IssuerError::AmountOverflow)?;
        payout.invariant()?;
        accounts.back.close_escrow()?;
        emit_cpi!(TenderSettled {
            asset: ctx.accounts.back.asset.key(),
            action: ctx.accounts.back.action.key(),
            tender: ctx.accounts.back.tender.key(),
            owner: ctx.accounts.back.tender.owner,
            bought,
            returned,
            cash,
            old_supply,
            // The burn has succeeded, so the supply was at least that.
            new_supply: old_supply.saturating_sub(bought),
        });
        Ok(())
    }
}
