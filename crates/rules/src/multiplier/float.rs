//! A multiplier to and from the bits of an IEEE 754 binary64 (`f64`), the form in which
//! Token-2022's ScaledUiAmount keeps it.
//!
//! No float value exists here: sBPF has no float instructions, and the rounding of software
//! floats would depend on the compiler.

use super::{Multiplier, MultiplierError, SCALE, wide};

/// Bits of the significand that are stored: all but its leading one.
const FRACTION_BITS: u32 = 52;
const LEADING_ONE: u64 = 1 << FRACTION_BITS;
const FRACTION_MASK: u64 = LEADING_ONE - 1;
const SIGNIFICAND_BITS: u32 = FRACTION_BITS + 1;

/// Stored exponent of a number that equals its significand read as an integer.
const INTEGER_EXPONENT: u32 = 1023 + FRACTION_BITS;
/// Stored exponent of infinities and NaN.
const NOT_FINITE: u32 = 0x7ff;

impl Multiplier {
    /// Bits of the `f64` nearest to this multiplier, ties to even: the value to give to
    /// Token-2022. Always positive and normal.
    #[must_use]
    pub fn to_f64_bits(self) -> u64 {
        // With the top bit set, the value divided by 10^18 has 68 or 69 bits, 15 or 16 more than
        // a significand: of the remainder it only matters whether there is one.
        let shift = self.0.leading_zeros();
        let aligned = self.0.wrapping_shl(shift);
        let quotient = aligned.wrapping_div(SCALE);
        let inexact = aligned.wrapping_rem(SCALE) != 0;
        let excess = (u128::BITS - SIGNIFICAND_BITS).wrapping_sub(quotient.leading_zeros());
        let significand = wide::round_off_bits(quotient | u128::from(inexact), excess);

        // The leading one of the significand adds one to the exponent, and a significand that
        // was rounded up to the next power of two adds one more.
        let exponent = (INTEGER_EXPONENT - 1).wrapping_add(excess).wrapping_sub(shift);
        (u64::from(exponent) << FRACTION_BITS).wrapping_add(wide::low_word(significand))
    }

    /// The multiplier nearest to the `f64` with these bits, ties to the even last decimal.
    ///
    /// From 1/128 up, [`Multiplier::to_f64_bits`] gives the same bits back; below, neighbouring
    /// `f64`s lie closer together than 18 decimals can tell apart.
    ///
    /// # Errors
    /// - [`MultiplierError::FloatNotNormal`] for what Token-2022 itself refuses as a multiplier:
    ///   NaN, infinities, zeros, subnormals and negatives.
    /// - [`MultiplierError::FloatOutOfRange`] when the result would lie below
    ///   [`Multiplier::MIN`] or above [`Multiplier::MAX`].
    pub fn from_f64_bits(bits: u64) -> Result<Self, MultiplierError> {
        // The sign sits above the exponent, so read together they put every negative number
        // past the finite ones.
        let exponent = (bits >> FRACTION_BITS) as u32;
        if exponent == 0 || exponent >= NOT_FINITE {
            return Err(MultiplierError::FloatNotNormal { bits });
        }
        let significand = u128::from((bits & FRACTION_MASK) | LEADING_ONE);
        // 53 bits × 60 bits fit.
        let scaled_significand = significand.wrapping_mul(SCALE);
        let scaled = match exponent.checked_sub(INTEGER_EXPONENT) {
            Some(doublings) => 1_u128
                .checked_shl(doublings)
                .and_then(|factor| scaled_significand.checked_mul(factor)),
            None => {
                let halvings = INTEGER_EXPONENT.wrapping_sub(exponent).min(u128::BITS - 1);
                Some(wide::round_off_bits(scaled_significand, halvings))
            }
        };
        scaled
            .and_then(|scaled| Self::from_scaled(scaled).ok())
            .ok_or(MultiplierError::FloatOutOfRange { bits })
    }
}
