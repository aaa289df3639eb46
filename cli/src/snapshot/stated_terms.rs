//! The terms of a snapshot as its summary states them.

use anyhow::{Context, Result};
use scrip_rules::multiplier::Ratio;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::entitlement::{Dividend, Pays, Terms, parse_multiplier};

/// The terms, as they were given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedTerms {
    /// Shares per raw unit, decimal with 18 places.
    pub multiplier: String,
    /// What is paid.
    pub pays: StatedPays,
}

/// What is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum StatedPays {
    /// Cash.
    Cash {
        /// Base units of the payment token, for each whole share.
        gross_per_share: Amount,
        /// Basis points.
        withholding_bps: u16,
    },
    /// Shares of the same asset, for what is left of a dividend after tax.
    Reinvested {
        /// Base units of the payment token, for each whole share.
        gross_per_share: Amount,
        /// Basis points.
        withholding_bps: u16,
        /// What a share is bought at, base units of the payment token.
        price: Amount,
    },
    /// Shares of another asset.
    Shares {
        /// Shares of the other asset, for each `denominator` shares.
        numerator: Amount,
        /// See `numerator`.
        denominator: Amount,
        /// Shares of the other asset per raw unit of it, decimal with 18 places.
        other_multiplier: String,
    },
}

impl From<&Terms> for StatedTerms {
    fn from(terms: &Terms) -> Self {
        let pays = match terms.pays {
            Pays::Cash(Dividend { gross_per_share, withholding_bps }) => {
                StatedPays::Cash { gross_per_share: Amount(gross_per_share), withholding_bps }
            }
            Pays::Reinvested { dividend, price } => StatedPays::Reinvested {
                gross_per_share: Amount(dividend.gross_per_share),
                withholding_bps: dividend.withholding_bps,
                price: Amount(price),
            },
            Pays::Shares { ratio, other_multiplier } => StatedPays::Shares {
                numerator: Amount(ratio.numerator()),
                denominator: Amount(ratio.denominator()),
                other_multiplier: other_multiplier.to_string(),
            },
        };
        Self { multiplier: terms.multiplier.to_string(), pays }
    }
}

impl StatedTerms {
    /// The terms to compute with.
    pub fn parse(&self) -> Result<Terms> {
        let dividend =
            |gross: Amount, withholding_bps| Dividend { gross_per_share: gross.0, withholding_bps };
        let pays = match &self.pays {
            StatedPays::Cash { gross_per_share, withholding_bps } => {
                Pays::Cash(dividend(*gross_per_share, *withholding_bps))
            }
            StatedPays::Reinvested { gross_per_share, withholding_bps, price } => {
                let dividend = dividend(*gross_per_share, *withholding_bps);
                Pays::Reinvested { dividend, price: price.0 }
            }
            StatedPays::Shares { numerator, denominator, other_multiplier } => Pays::Shares {
                ratio: Ratio::new(numerator.0, denominator.0).context("terms.pays.shares")?,
                other_multiplier: parse_multiplier(other_multiplier)?,
            },
        };
        Ok(Terms { multiplier: parse_multiplier(&self.multiplier)?, pays })
    }
}
