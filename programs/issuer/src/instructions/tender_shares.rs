//! Tendering shares to an offer.

use anchor_lang::prelude::*;
use anchor_spl::token_interface::{Mint, TokenAccount};
use scrip_rules::corporate_action::TermsForm;

use crate::error::IssuerError;
use crate::events::SharesTendered;
use crate::seeds;
use crate::shared::register::admit_giver;
use crate::shared::tokens::NewEscrow;
use crate::shared::*;
use crate::state::{Asset, CorporateAction, TENDER_VERSION, Tender};

/// Seconds that tenders are held for an offer at least, after it takes effect: whoever could take them back at
/// once would have counted against everybody else for nothing.
const MIN_SETTLEMENT: u32 = 86_400;

/// Puts a holder's shares into escrow, for an offer to buy them. A trading halt does not stop it, a blackout or
/// a pause does.
#[event_cpi]
#[derive(Accounts)]
pub struct TenderShares<'info> {
    /// The holder, who owns the token account.
    pub owner: Signer<'info>,
    /// Pays the rent, and gets it back.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset.
    #[account(
        has_one = mint,
        constraint = asset.policy == hooked.policy.key() @ ErrorCode::ConstraintHasOne,
    )]
    pub asset: Box<Account<'info, Asset>>,
    /// The asset's mint.
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// The holder's token account.
    #[account(
        mut,
        token::mint = mint,
        token::token_program = hooked.token_program,
        has_one = owner @ IssuerError::NotTokenAccountOwner,
    )]
    pub source: Box<InterfaceAccount<'info, TokenAccount>>,
    /// The offer.
    #[account(mut, has_one = asset @ IssuerError::ActionMismatch)]
    pub action: Box<Account<'info, CorporateAction>>,
    /// The tender to create.
    #[account(
        init,
        payer = payer,
        space = 8 + Tender::INIT_SPACE,
        seeds = [seeds::TENDER, action.key().as_ref(), owner.key().as_ref()],
        bump,
    )]
    pub tender: Box<Account<'info, Tender>>,
    /// The escrow to create, which the asset owns.
    /// CHECK: created here, at its own address.
    #[account(mut, seeds = [seeds::ESCROW, tender.key().as_ref()], bump)]
    pub share_escrow: UncheckedAccount<'info>,
    /// What the transfer hook asks for.
    pub hooked: Hooked<'info>,
    /// Creates the accounts.
    pub system_program: Program<'info, System>,
}

impl TenderShares<'_> {
    fn validate(&self, amount: u64, now: i64) -> Result<()> {
        require!(amount > 0, IssuerError::ZeroAmount);
        let action = &self.action;
        action.basis()?;
        require!(action.terms.form() == TermsForm::Offer, IssuerError::WrongForm);
        let effective_at = action.dates.effective_at;
        if now >= effective_at {
            msg!("now {}, effective at {}", now, effective_at);
            return err!(IssuerError::OfferOver);
        }
        admit_giver(&self.hooked.policy, &self.hooked.holder, self.owner.key, now)?;
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>, amount: u64) -> Result<()> {
        let accounts = &mut *ctx.accounts;
        accounts.validate(amount, Clock::get()?.unix_timestamp)?;
        let tender = accounts.tender.key();
        let action = &mut accounts.action;
        action.tendered = action.tendered.checked_add(amount).ok_or(IssuerError::AmountOverflow)?;
        action.open_tenders =
            action.open_tenders.checked_add(1).ok_or(IssuerError::InvariantViolated)?;
        action.invariant()?;
        let window = i64::from(accounts.asset.settlement_window.max(MIN_SETTLEMENT));
        accounts.tender.set_inner(Tender {
            version: TENDER_VERSION,
            bump: ctx.bumps.tender,
            escrow_bump: ctx.bumps.share_escrow,
            asset: accounts.asset.key(),
            action: accounts.action.key(),
            owner: accounts.owner.key(),
            amount,
            reclaim_at: accounts.action.dates.facts().pays_from().saturating_add(window),
            rent_payer: accounts.payer.key(),
        });
        let escrow = NewEscrow {
            payer: accounts.payer.to_account_info(),
            escrow: accounts.share_escrow.to_account_info(),
            mint: accounts.mint.to_account_info(),
            owner: accounts.asset.key(),
            program: anchor_spl::token_2022::ID,
            seeds: &[seeds::ESCROW, tender.as_ref(), &[ctx.bumps.share_escrow]],
        };
        escrow.open()?;
        let (source, escrow) = (&accounts.source, &accounts.share_escrow);
        let (from, to) = (source.to_account_info(), escrow.to_account_info());
        accounts.hooked.transfer(&accounts.asset, &accounts.mint, from, to, amount, &[])?;
        emit_cpi!(SharesTendered {
            asset: ctx.accounts.asset.key(),
            action: ctx.accounts.action.key(),
            tender,
            owner: ctx.accounts.owner.key(),
            amount,
            tendered: ctx.accounts.action.tendered,
        });
        Ok(())
    }
}
