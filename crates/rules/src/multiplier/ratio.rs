//! The ratio of a corporate action, as its announcement states it.

use core::fmt;
use core::num::NonZeroU64;

use super::MultiplierError;

/// New shares for each old share: 4/1 in a 4-for-1 forward split (ISO 15022 SPLF), 1/10 in a
/// 1-for-10 reverse split (SPLR), 1 + dividend ÷ price in a reinvested cash dividend (DVCA).
///
/// Kept as stated, not reduced: 4/2 and 2/1 have the same effect but are not equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: NonZeroU64,
    denominator: NonZeroU64,
}

impl Ratio {
    /// # Errors
    /// [`MultiplierError::RatioHasZero`] when either term is zero.
    pub const fn new(numerator: u64, denominator: u64) -> Result<Self, MultiplierError> {
        match (NonZeroU64::new(numerator), NonZeroU64::new(denominator)) {
            (Some(numerator), Some(denominator)) => Ok(Self { numerator, denominator }),
            _ => Err(MultiplierError::RatioHasZero { numerator, denominator }),
        }
    }

    /// Shares after the action. Never zero.
    #[must_use]
    pub const fn numerator(self) -> u64 {
        self.numerator.get()
    }

    /// Shares before the action. Never zero.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.denominator.get()
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
