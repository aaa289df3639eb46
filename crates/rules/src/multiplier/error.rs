//! What can be wrong with a multiplier, a ratio or an amount to convert.

use core::error::Error;
use core::fmt;

use super::{Multiplier, Ratio};

/// Why a multiplier could not be made or used. Each message names the value seen and the values
/// allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MultiplierError {
    /// A fixed-point value lies outside [`Multiplier::MIN`] to [`Multiplier::MAX`].
    ScaledOutOfRange {
        /// Value seen, in units of 10^-18.
        scaled: u128,
    },
    /// A term of a ratio is zero.
    RatioHasZero {
        /// Shares after the action, as given.
        numerator: u64,
        /// Shares before the action, as given.
        denominator: u64,
    },
    /// A corporate action leads outside [`Multiplier::MIN`] to [`Multiplier::MAX`].
    ProductOutOfRange {
        /// Multiplier before the action.
        multiplier: Multiplier,
        /// Ratio of the action.
        ratio: Ratio,
    },
    /// The bits of an `f64` are not those of a positive normal number.
    FloatNotNormal {
        /// Bits seen.
        bits: u64,
    },
    /// An `f64` lies outside [`Multiplier::MIN`] to [`Multiplier::MAX`].
    FloatOutOfRange {
        /// Bits seen.
        bits: u64,
    },
    /// A converted amount does not fit in its type.
    AmountOverflow {
        /// Amount to convert, in base units.
        amount: u128,
        /// Multiplier to convert it by.
        multiplier: Multiplier,
    },
}

impl fmt::Display for MultiplierError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const RANGE: &str = "a multiplier lies between 10^-18 and 10^18";
        match self {
            Self::ScaledOutOfRange { scaled } => {
                write!(f, "multiplier {scaled} × 10^-18 is out of range: {RANGE}")
            }
            Self::RatioHasZero { numerator, denominator } => {
                write!(f, "ratio {numerator}/{denominator} has a zero: both terms are at least 1")
            }
            Self::ProductOutOfRange { multiplier, ratio } => {
                write!(f, "multiplier {multiplier} × ratio {ratio} is out of range: {RANGE}")
            }
            Self::FloatNotNormal { bits } => write!(
                f,
                "f64 with bits {bits:#018x} is not a multiplier: Token-2022 takes positive normal numbers only"
            ),
            Self::FloatOutOfRange { bits } => {
                write!(f, "f64 with bits {bits:#018x} is out of range: {RANGE}")
            }
            Self::AmountOverflow { amount, multiplier } => write!(
                f,
                "amount {amount} at multiplier {multiplier} is too large to convert: raw amounts end at {}",
                u64::MAX
            ),
        }
    }
}

impl Error for MultiplierError {}
