//! What a holding is entitled to. The rules are `scrip_rules::entitlement`.

use anyhow::{Context, Result, bail};
use scrip_rules::entitlement::{Due, cash, other_shares, reinvested};
use scrip_rules::multiplier::{Multiplier, Ratio, SCALE};
use scrip_rules::reserves::WHOLE_BPS;

/// What a distribution pays on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Shares per raw unit when the action was scheduled.
    pub multiplier: Multiplier,
    /// What is paid.
    pub pays: Pays,
}

/// What a distribution pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pays {
    /// Cash.
    Cash(Dividend),
    /// Shares of the same asset, for what is left of a dividend after tax.
    Reinvested {
        /// The dividend.
        dividend: Dividend,
        /// What a share is bought at, base units of the payment token.
        price: u64,
    },
    /// Shares of another asset.
    Shares {
        /// Shares of the other asset for each share.
        ratio: Ratio,
        /// Shares of the other asset per raw unit of it.
        other_multiplier: Multiplier,
    },
}

/// A dividend in cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dividend {
    /// Base units of the payment token, for each whole share.
    pub gross_per_share: u64,
    /// What is withheld of it, basis points.
    pub withholding_bps: u16,
}

impl Terms {
    /// Fails unless these are terms that can be paid on.
    pub fn check(&self) -> Result<()> {
        match self.pays {
            Pays::Cash(dividend) => dividend.check(),
            Pays::Reinvested { price: 0, .. } => {
                bail!("--reinvest-price is 0, and must be at least 1 base unit")
            }
            Pays::Reinvested { dividend, .. } => dividend.check(),
            Pays::Shares { .. } => Ok(()),
        }
    }

    /// What `raw` units get, in base units of what is paid: before withholding rounded down, what is withheld
    /// rounded up. Of shares nothing is withheld.
    pub fn entitlement(&self, raw: u64) -> Result<Due> {
        let shares = |gross| Due { gross, withheld: 0 };
        let due = match self.pays {
            Pays::Cash(dividend) => dividend.due(raw, self.multiplier),
            Pays::Reinvested { dividend, price } => dividend
                .due(raw, self.multiplier)
                .and_then(|due| reinvested(due.net(), price, self.multiplier))
                .map(shares),
            Pays::Shares { ratio, other_multiplier } => {
                other_shares(raw, self.multiplier, ratio, other_multiplier).map(shares)
            }
        };
        due.with_context(|| format!("{raw} raw units get more than {} base units", u64::MAX))
    }
}

impl Dividend {
    fn check(&self) -> Result<()> {
        if self.gross_per_share == 0 {
            bail!("--gross-per-share is 0, and must be at least 1 base unit");
        }
        if self.withholding_bps > WHOLE_BPS {
            bail!("--withholding-bps is {}, and must be at most {WHOLE_BPS}", self.withholding_bps);
        }
        Ok(())
    }

    fn due(&self, raw: u64, multiplier: Multiplier) -> Option<Due> {
        cash(raw, multiplier, self.gross_per_share, self.withholding_bps)
    }
}

/// Reads a ratio, as `1/4`.
pub fn parse_ratio(text: &str) -> Result<Ratio> {
    let terms =
        text.split_once('/').and_then(|(new, old)| Some((new.parse().ok()?, old.parse().ok()?)));
    let (numerator, denominator) =
        terms.with_context(|| format!("ratio \"{text}\" is not one, as 1/4"))?;
    Ok(Ratio::new(numerator, denominator)?)
}

/// Reads a multiplier in decimal, as `1.5`, with up to 18 places.
pub fn parse_multiplier(text: &str) -> Result<Multiplier> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_decimal = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let scaled = || -> Option<u128> {
        let whole: u128 = whole.parse().ok()?;
        let fraction: u128 = format!("{fraction:0<18}").parse().ok()?;
        whole.checked_mul(SCALE)?.checked_add(fraction)
    };
    if !is_decimal(whole) || !is_decimal(fraction) || fraction.len() > 18 {
        bail!("multiplier \"{text}\" is not a decimal number with up to 18 places, as 1.5");
    }
    let scaled = scaled().with_context(|| format!("multiplier \"{text}\" is not one"))?;
    Ok(Multiplier::from_scaled(scaled)?)
}
