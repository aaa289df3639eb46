//! The multiplier: how many shares one raw unit of a token stands for.
//!
//! Raw balances never change in a corporate action; shares = raw × multiplier. Token-2022's
//! ScaledUiAmount extension keeps the multiplier as an `f64`, which cannot hold most ratios and
//! drifts when they are chained. Here the exact value is an integer with 18 decimals, corporate
//! actions multiply it by exact ratios, and the extension's `f64` is derived from it, as bits, by
//! integer arithmetic alone.
//!
//! - [`Multiplier`]: the value, and [`Multiplier::apply`] for a corporate action
//! - `ratio`: the ratio of a corporate action
//! - `float`: to and from the bits of Token-2022's `f64`
//! - `convert`: raw units to shares and back, with the rounding direction named
//! - `display`: what Token-2022 itself shows, digit by digit
//! - `wide`: 192-bit product and division under all of them

mod convert;
mod display;
mod error;
mod float;
mod ratio;
mod wide;

use core::fmt;

pub use convert::Rounding;
pub use display::Displayed;
pub use error::MultiplierError;
pub use ratio::Ratio;

/// Fixed-point units in a multiplier of one: 18 decimals.
pub const SCALE: u128 = 1_000_000_000_000_000_000;

/// Shares per raw unit, in fixed point with 18 decimals.
///
/// Lies between [`Multiplier::MIN`] (10^-18) and [`Multiplier::MAX`] (10^18), so it is never
/// zero, and its `f64` image is always positive and normal, as Token-2022 demands of a multiplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Multiplier(u128);

impl Multiplier {
    /// 10^-18, the smallest step.
    pub const MIN: Self = Self(1);

    /// One share per raw unit: the multiplier of a token before its first corporate action.
    pub const ONE: Self = Self(SCALE);

    /// 10^18, the inverse of [`Multiplier::MIN`].
    ///
    /// With this bound the shares of `u64::MAX` raw units fit in a `u128`, a multiplier can be
    /// the divisor of a long division in `u128`, and rounding to or from `f64` never crosses the
    /// bound, because 10^18 is itself an `f64`.
    pub const MAX: Self = Self(SCALE * SCALE);

    /// Takes a value in units of 10^-18.
    ///
    /// # Errors
    /// [`MultiplierError::ScaledOutOfRange`] outside [`Multiplier::MIN`] to [`Multiplier::MAX`].
    pub const fn from_scaled(scaled: u128) -> Result<Self, MultiplierError> {
        if scaled < Self::MIN.0 || scaled > Self::MAX.0 {
            return Err(MultiplierError::ScaledOutOfRange { scaled });
        }
        Ok(Self(scaled))
    }

    /// The value in units of 10^-18.
    #[must_use]
    pub const fn scaled(self) -> u128 {
        self.0
    }

    /// The multiplier after a corporate action: the exact product with `ratio`, rounded half to
    /// even to 18 decimals.
    ///
    /// # Errors
    /// [`MultiplierError::ProductOutOfRange`] when the rounded product is below
    /// [`Multiplier::MIN`] or above [`Multiplier::MAX`].
    pub fn apply(self, ratio: Ratio) -> Result<Self, MultiplierError> {
        wide::mul_div(self.0, ratio.numerator(), u128::from(ratio.denominator()))
            .and_then(wide::Division::half_even)
            .and_then(|scaled| Self::from_scaled(scaled).ok())
            .ok_or(MultiplierError::ProductOutOfRange { multiplier: self, ratio })
    }
}

/// Decimal with all 18 places, as `4.000000000000000000`.
impl fmt::Display for Multiplier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0.wrapping_div(SCALE);
        let fraction = self.0.wrapping_rem(SCALE);
        write!(f, "{whole}.{fraction:018}")
    }
}
