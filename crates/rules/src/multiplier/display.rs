//! What Token-2022 itself shows for an amount, to the last digit.
//!
//! Its ScaledUiAmount multiplies in `f64`, cuts off what is below a base unit, divides by a power of ten and
//! prints: four roundings, one of them to an integer. Wallets show the result. The same steps are taken here
//! in integers, so that a client can show exactly what wallets show, next to the exact shares of
//! [`Multiplier::raw_to_shares`].
//!
//! How far the two can be apart, where `exact` is raw × multiplier in base units, before any rounding:
//!
//! - **Equal**, if the multiplier is itself an `f64`, as after any forward split from one, `exact` is a whole
//!   number, and `raw` and `exact` are below 2^26 × 10^8 base units (67,108,864 shares with 8 decimals). All
//!   integers below 2^53 are `f64`s, so nothing is rounded but the division by 10^8; and its error, half the
//!   distance of neighbouring `f64`s, is below half of the last decimal up to 2^26.
//! - **At most one base unit apart**, if `raw` is at most 2^53 and `exact` at most 2^52 base units, with 8
//!   decimals (45,035,996 shares); and equal there unless `exact` lies within `exact` ÷ 2^52 of a whole number.
//!   The multiplier's own rounding and that of the product are at most one part in 2^53 each.
//! - **Less than `exact` ÷ 2^51 + 2 base units apart** for any amount below 2^100: a part in 2^53 for each
//!   rounding, and up to a unit and a half for the cut and for the last digit.

use core::fmt;

use super::{Multiplier, SCALE, wide};

/// Bits of the significand of an `f64`, and of those that are stored.
const SIGNIFICAND_BITS: u32 = 53;
const FRACTION_BITS: u32 = SIGNIFICAND_BITS - 1;
const LEADING_ONE: u64 = 1 << FRACTION_BITS;

/// Stored exponent of a number that equals its significand read as an integer.
const INTEGER_EXPONENT: i32 = 1023 + 52;

/// An amount as Token-2022 shows it. Its text is the one that `AmountToUiAmount` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Displayed {
    base_units: u128,
    decimals: u8,
}

impl Displayed {
    /// The amount shown, in base units of shares.
    #[must_use]
    pub const fn base_units(&self) -> u128 {
        self.base_units
    }
}

impl Multiplier {
    /// What Token-2022 shows for `raw` units of a mint with this multiplier. `None` above 18 decimals.
    #[must_use]
    pub fn displayed(self, raw: u64, decimals: u8) -> Option<Displayed> {
        let one = 10_u128.checked_pow(decimals.into()).filter(|one| *one <= SCALE)?;
        let whole_units = Float::nearest(raw.into(), 0)?.times(Float::of(self)?)?.truncated()?;
        let base_units = Float::quotient(whole_units, one)?.rounded_times(one)?;
        Some(Displayed { base_units, decimals })
    }
}

/// Without trailing zeros, as `4` or `4.04`.
impl fmt::Display for Displayed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u128.wrapping_pow(self.decimals.into());
        let whole = self.base_units.checked_div(one).unwrap_or_default();
        let mut fraction = self.base_units.checked_rem(one).unwrap_or_default();
        if fraction == 0 {
            return write!(f, "{whole}");
        }
        let mut digits = usize::from(self.decimals);
        while fraction.wrapping_rem(10) == 0 {
            fraction = fraction.wrapping_div(10);
            digits = digits.saturating_sub(1);
        }
        write!(f, "{whole}.{fraction:0digits$}")
    }
}

/// `significand` × 2^`exponent`, where the significand has at most 53 bits, or is 2^53.
struct Float {
    significand: u128,
    exponent: i32,
}

impl Float {
    /// The `f64` that Token-2022 keeps for `multiplier`.
    fn of(multiplier: Multiplier) -> Option<Self> {
        let bits = multiplier.to_f64_bits();
        let significand = u128::from((bits & LEADING_ONE.wrapping_sub(1)) | LEADING_ONE);
        let stored = i32::try_from(bits >> FRACTION_BITS).ok()?;
        Some(Self { significand, exponent: stored.checked_sub(INTEGER_EXPONENT)? })
    }

    /// The `f64` nearest to `value` × 2^`exponent`, ties to even.
    fn nearest(value: u128, exponent: i32) -> Option<Self> {
        let bits = u128::BITS.saturating_sub(value.leading_zeros());
        let excess = bits.saturating_sub(SIGNIFICAND_BITS);
        if excess == 0 {
            return Some(Self { significand: value, exponent });
        }
        let significand = wide::round_off_bits(value, excess);
        Some(Self { significand, exponent: exponent.checked_add(i32::try_from(excess).ok()?)? })
    }

    fn times(self, other: Self) -> Option<Self> {
        let product = self.significand.checked_mul(other.significand)?;
        Self::nearest(product, self.exponent.checked_add(other.exponent)?)
    }

    /// The `f64` nearest to `dividend` ÷ `divisor`, which is at most 10^18.
    fn quotient(dividend: u128, divisor: u128) -> Option<Self> {
        let shift = dividend.leading_zeros();
        let aligned = dividend.checked_shl(shift).unwrap_or_default();
        let quotient = aligned.checked_div(divisor)?;
        // At least 68 bits, 15 more than a significand: of the remainder it only matters whether there is one.
        let inexact = u128::from(aligned.checked_rem(divisor)? != 0);
        Self::nearest(quotient | inexact, 0_i32.checked_sub_unsigned(shift)?)
    }

    /// Towards zero. `None` if that does not fit.
    fn truncated(self) -> Option<u128> {
        match u32::try_from(self.exponent) {
            Ok(doublings) => doubled(self.significand, doublings),
            Err(_) => {
                let halvings = self.exponent.unsigned_abs();
                Some(self.significand.checked_shr(halvings).unwrap_or_default())
            }
        }
    }

    /// The whole number nearest to the product with `factor`, ties to even, as the last decimal is printed.
    fn rounded_times(self, factor: u128) -> Option<u128> {
        let product = self.significand.checked_mul(factor)?;
        match u32::try_from(self.exponent) {
            Ok(doublings) => doubled(product, doublings),
            Err(_) => {
                let halvings = self.exponent.unsigned_abs().min(u128::BITS.saturating_sub(1));
                Some(wide::round_off_bits(product, halvings))
            }
        }
    }
}

fn doubled(value: u128, times: u32) -> Option<u128> {
    1_u128.checked_shl(times).and_then(|factor| value.checked_mul(factor))
}
