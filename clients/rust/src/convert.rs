//! Shares and raw units, exactly.
//!
//! Raw units are what balances, supplies and instructions count. Shares are what people hold: raw units × multiplier.
//! Both have eight decimals. The multiplier moves with corporate actions, so a number of shares only means something
//! at a time; the conversions say which way they round.

use core::fmt;
use core::str::FromStr;

use scrip_issuer::state::ASSET_DECIMALS;
pub use scrip_rules::multiplier::{Displayed, Multiplier, MultiplierError, Ratio, Rounding};

use crate::decimal;

/// A number of shares, in base units: 100,000,000 are one share.
///
/// ```
/// use scrip_client::convert::{Multiplier, Rounding, SCALE, Shares};
///
/// // After a 4-for-1 split, 3.125 raw tokens are 12.5 shares.
/// let multiplier = Multiplier::from_scaled(4 * SCALE)?;
/// let shares: Shares = "12.5".parse()?;
/// assert_eq!(shares.to_raw(multiplier, Rounding::Down)?, 312_500_000);
/// assert_eq!(Shares::of_raw(312_500_000, multiplier, Rounding::Down)?.to_string(), "12.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shares {
    /// Base units, 10^-8 shares.
    pub base_units: u128,
}

pub use scrip_rules::multiplier::SCALE;

/// What is wrong with a text that should be a number of shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotShares(String);

impl fmt::Display for NotShares {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is no number of shares: write digits, and at most {ASSET_DECIMALS} behind a point, as in 12.5",
            self.0
        )
    }
}

impl core::error::Error for NotShares {}

impl Shares {
    /// The shares that `raw` units stand for under this multiplier.
    ///
    /// ```
    /// use scrip_client::convert::{Multiplier, Rounding, Shares};
    /// let shares = Shares::of_raw(150_000_000, Multiplier::ONE, Rounding::Down)?;
    /// assert_eq!(shares.to_string(), "1.5");
    /// # Ok::<(), scrip_client::convert::MultiplierError>(())
    /// ```
    ///
    /// # Errors
    /// [`MultiplierError::AmountOverflow`], which no `u64` reaches.
    pub fn of_raw(
        raw: u64,
        multiplier: Multiplier,
        rounding: Rounding,
    ) -> Result<Self, MultiplierError> {
        multiplier.raw_to_shares(raw, rounding).map(|base_units| Self { base_units })
    }

    /// The raw units that stand for so many shares under this multiplier.
    ///
    /// ```
    /// use scrip_client::convert::{Multiplier, Rounding, SCALE, Shares};
    /// let (third, shares) = (Multiplier::from_scaled(3 * SCALE)?, Shares { base_units: 100 });
    /// assert_eq!(shares.to_raw(third, Rounding::Down)?, 33);
    /// assert_eq!(shares.to_raw(third, Rounding::Up)?, 34);
    /// # Ok::<(), scrip_client::convert::MultiplierError>(())
    /// ```
    ///
    /// # Errors
    /// [`MultiplierError::AmountOverflow`] if they are more than an account can hold.
    pub fn to_raw(
        self,
        multiplier: Multiplier,
        rounding: Rounding,
    ) -> Result<u64, MultiplierError> {
        multiplier.shares_to_raw(self.base_units, rounding)
    }
}

/// A decimal with a point, without spaces, signs or separators of thousands; nothing is rounded.
impl FromStr for Shares {
    type Err = NotShares;

    fn from_str(text: &str) -> Result<Self, NotShares> {
        let base_units = decimal::parse(text, ASSET_DECIMALS);
        base_units.map(|base_units| Self { base_units }).map_err(|_| NotShares(text.to_owned()))
    }
}

/// A decimal without zeros at its end.
impl fmt::Display for Shares {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal::format(self.base_units, ASSET_DECIMALS))
    }
}
