//! What an action brings: the inputs as the company announced them, kept for ever.

use anchor_lang::prelude::*;
use scrip_rules::corporate_action::{ActionKind, TermsForm};
use scrip_rules::entitlement::reinvestment_ratio;
use scrip_rules::multiplier::Ratio;
use scrip_rules::reserves::WHOLE_BPS;

use crate::error::IssuerError;

/// What an action brings. A share is one of the multiplier that was in force when the action was scheduled:
/// what it brings for each raw unit is fixed then. Prices and amounts in cash are base units of the payment
/// token for one whole share.
#[derive(AnchorSerialize, AnchorDeserialize, InitSpace, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionTerms {
    /// SPLF, SPLR, BONU, DVSE: new shares for old ones.
    Ratio {
        /// Shares afterwards, for each `denominator` before.
        numerator: u64,
        /// See `numerator`.
        denominator: u64,
    },
    /// DVCA, reinvested by the custodian: grows the multiplier by net dividend ÷ price.
    Reinvestment {
        /// Dividend for one share before tax, in any unit of the currency.
        gross: u64,
        /// Tax withheld, basis points.
        withholding_bps: u16,
        /// What a share was bought at, in the same unit.
        price: u64,
    },
    /// DVCA, INTR, CAPD: paid in cash.
    Cash {
        /// The payment token's mint.
        payment_mint: Pubkey,
        /// For one share, before tax.
        gross: u64,
        /// Tax withheld, basis points.
        withholding_bps: u16,
    },
    /// DRIP: cash, or shares of the same asset.
    Choice {
        /// The payment token's mint.
        payment_mint: Pubkey,
        /// For one share, before tax.
        gross: u64,
        /// Tax withheld, basis points.
        withholding_bps: u16,
        /// What a share is bought at.
        price: u64,
        /// What those get who do not choose: a `scrip_rules::corporate_action::Election`. The asset's own
        /// setting, at the time of the announcement.
        default: u8,
    },
    /// SOFF: shares of another asset on top.
    Shares {
        /// The other asset's mint.
        mint: Pubkey,
        /// Shares of the other asset, for each `denominator` shares.
        numerator: u64,
        /// See `numerator`.
        denominator: u64,
    },
    /// MRGR, EXOF: each share becomes shares of another asset, cash, or both.
    Exchange {
        /// The other asset's mint; all zeros: cash alone.
        mint: Pubkey,
        /// Shares of the other asset, for each `denominator` shares.
        numerator: u64,
        /// See `numerator`.
        denominator: u64,
        /// The payment token's mint; all zeros: shares alone.
        payment_mint: Pubkey,
        /// Cash for one share.
        price: u64,
    },
    /// TEND, BIDS: an offer to buy.
    Offer {
        /// The payment token's mint.
        payment_mint: Pubkey,
        /// For one share.
        price: u64,
        /// The most that is bought, raw units.
        max_raw: u64,
    },
    /// CHAN: name and symbol in UTF-8, filled up with zero bytes.
    Name {
        /// The name.
        name: [u8; 64],
        /// The symbol.
        symbol: [u8; 16],
    },
    /// LIQU, DLST: a price for all that are left.
    FinalPrice {
        /// The payment token's mint.
        payment_mint: Pubkey,
        /// For one share.
        price: u64,
    },
}

impl ActionTerms {
    /// Its form.
    pub const fn form(&self) -> TermsForm {
        match self {
            Self::Ratio { .. } => TermsForm::Ratio,
            Self::Reinvestment { .. } => TermsForm::Reinvestment,
            Self::Cash { .. } => TermsForm::Cash,
            Self::Choice { .. } => TermsForm::Choice,
            Self::Shares { .. } => TermsForm::Shares,
            Self::Exchange { .. } => TermsForm::Exchange,
            Self::Offer { .. } => TermsForm::Offer,
            Self::Name { .. } => TermsForm::Name,
            Self::FinalPrice { .. } => TermsForm::FinalPrice,
        }
    }

    /// By how much the multiplier moves; `None`: it does not.
    pub fn ratio(&self) -> Result<Option<Ratio>> {
        let ratio = match *self {
            Self::Ratio { numerator, denominator } => Ratio::new(numerator, denominator).ok(),
            Self::Reinvestment { gross, withholding_bps, price } => {
                reinvestment_ratio(gross, withholding_bps, price)
            }
            _ => return Ok(None),
        };
        Ok(Some(ratio.ok_or(IssuerError::UnsoundTerms)?))
    }

    /// Shares of another asset for one share, with the asset's mint.
    pub fn other_shares(&self) -> Option<(Pubkey, Ratio)> {
        match *self {
            Self::Shares { mint, numerator, denominator }
            | Self::Exchange { mint, numerator, denominator, .. }
                if mint != Pubkey::default() =>
            {
                Some((mint, Ratio::new(numerator, denominator).ok()?))
            }
            _ => None,
        }
    }

    /// The price of a share in cash that whoever gives it up is paid, with the payment token's mint.
    pub fn price(&self) -> Option<(Pubkey, u64)> {
        match *self {
            Self::Exchange { payment_mint, price, .. }
            | Self::Offer { payment_mint, price, .. }
            | Self::FinalPrice { payment_mint, price }
                if payment_mint != Pubkey::default() =>
            {
                Some((payment_mint, price))
            }
            _ => None,
        }
    }

    /// Whether `mint` is a token that it pays with. `own` is the asset's mint.
    pub fn pays_with(&self, mint: Pubkey, own: Pubkey) -> bool {
        match *self {
            Self::Cash { payment_mint, .. } => mint == payment_mint,
            Self::Choice { payment_mint, .. } => mint == payment_mint || mint == own,
            _ => {
                self.price().is_some_and(|(with, _)| mint == with)
                    || self.other_shares().is_some_and(|(with, _)| mint == with)
            }
        }
    }

    /// Fails unless an action of this kind of the asset with the mint `own` may have these terms.
    pub fn check(&self, kind: ActionKind, own: Pubkey) -> Result<()> {
        require!(kind.takes(self.form()), IssuerError::UnsoundTerms);
        let none = Pubkey::default();
        let another = |mint: Pubkey| mint != none && mint != own;
        let taxed = |gross: u64, bps: u16| gross > 0 && bps < WHOLE_BPS;
        let sound = match *self {
            Self::Ratio { .. } | Self::Reinvestment { .. } => self.ratio()?.is_some(),
            Self::Cash { payment_mint, gross, withholding_bps } => {
                another(payment_mint) && taxed(gross, withholding_bps)
            }
            Self::Choice { payment_mint, gross, withholding_bps, price, .. } => {
                another(payment_mint) && taxed(gross, withholding_bps) && price > 0
            }
            Self::Shares { mint, .. } => another(mint) && self.other_shares().is_some(),
            Self::Exchange { mint, numerator, denominator, payment_mint, price } => {
                let shares = if mint == none {
                    numerator == 0 && denominator == 0
                } else {
                    another(mint) && self.other_shares().is_some()
                };
                let cash = if payment_mint == none {
                    price == 0
                } else {
                    another(payment_mint) && price > 0
                };
                let something = mint != none || payment_mint != none;
                shares && cash && something && mint != payment_mint
            }
            Self::Offer { payment_mint, price, max_raw } => {
                another(payment_mint) && price > 0 && max_raw > 0
            }
            Self::FinalPrice { payment_mint, price } => another(payment_mint) && price > 0,
            Self::Name { name, symbol } => text(&name).is_some() && text(&symbol).is_some(),
        };
        require!(sound, IssuerError::UnsoundTerms);
        Ok(())
    }
}

/// The text before the zero bytes; `None` if there is none, or if a zero byte is not followed by zero bytes
/// alone.
pub fn text(padded: &[u8]) -> Option<&str> {
    let text = core::str::from_utf8(padded).ok()?.trim_end_matches('\0');
    (!text.is_empty() && !text.contains('\0')).then_some(text)
}
