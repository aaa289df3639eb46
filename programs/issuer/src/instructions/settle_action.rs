//! Settling a corporate action.

use anchor_lang::prelude::*;
use anchor_spl::token_2022::Token2022;
use anchor_spl::token_interface::Mint;
use scrip_rules::corporate_action::{ActionState, TermsForm};

use crate::error::IssuerError;
use crate::events::ActionSettled;
use crate::state::{ActionTerms, Asset, CorporateAction, text};
use crate::token_2022::MetadataField;

/// Closes the books on an action that is in force and has paid all that it pays. Anybody can: everything that
/// is asked for is on chain. A change of name is written here.
#[event_cpi]
#[derive(Accounts)]
pub struct SettleAction<'info> {
    /// Pays what the mint lacks of its rent when a new name is longer.
    #[account(mut)]
    pub payer: Signer<'info>,
    /// The asset.
    #[account(has_one = mint)]
    pub asset: Box<Account<'info, Asset>>,
    /// The action.
    #[account(mut, has_one = asset @ IssuerError::ActionMismatch)]
    pub action: Box<Account<'info, CorporateAction>>,
    /// The asset's mint, which carries the name.
    #[account(mut)]
    pub mint: Box<InterfaceAccount<'info, Mint>>,
    /// Keeps the name.
    pub token_program: Program<'info, Token2022>,
    /// Tops up the rent.
    pub system_program: Program<'info, System>,
}

impl SettleAction<'_> {
    fn validate(&self, now: i64) -> Result<()> {
        let action = &self.action;
        action.require_due(now)?;
        let form = action.terms.form();
        // An offer that nobody took needs no money.
        let nothing_due = form == TermsForm::Offer && action.tendered == 0;
        let paid = !form.pays() || nothing_due || action.payouts > 0;
        let open = action.open_payouts > 0 || action.open_tenders > 0;
        if !paid || open {
            msg!(
                "payouts {}, open {}, open tenders {}",
                action.payouts,
                action.open_payouts,
                action.open_tenders
            );
            return err!(IssuerError::ActionUnpaid);
        }
        Ok(())
    }

    fn write(&self, field: MetadataField<'_>, padded: &[u8]) -> Result<()> {
        let value = text(padded).ok_or(IssuerError::InvariantViolated)?;
        let (mint, asset) = (self.mint.to_account_info(), self.asset.to_account_info());
        field.write(&mint, &asset, &self.payer, &self.asset.signer_seeds(), value)?;
        Ok(())
    }

    pub(crate) fn handle(ctx: Context<Self>) -> Result<()> {
        let now = Clock::get()?.unix_timestamp;
        let accounts = &mut *ctx.accounts;
        accounts.validate(now)?;
        if let ActionTerms::Name { name, symbol } = accounts.action.terms {
            accounts.write(MetadataField::Name, &name)?;
            accounts.write(MetadataField::Symbol, &symbol)?;
        }
        accounts.action.state = ActionState::Settled as u8;
        accounts.action.settled_at = now;
        accounts.action.invariant()?;
        emit_cpi!(ActionSettled {
            asset: ctx.accounts.asset.key(),
            action: ctx.accounts.action.key(),
            actor: ctx.accounts.payer.key(),
        });
        Ok(())
    }
}
