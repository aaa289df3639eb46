//! Multiply-then-divide with an exact intermediate, and the rounding of its result.
//!
//! A `u128` times a `u64` has at most 192 bits. One integer of each type holds that, and times another `u64`
//! one more word does, so no big-integer library is pulled into the programs.

use core::cmp::Ordering;

/// `quotient` × `divisor` + `remainder` is the exact dividend, and `remainder` < `divisor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Division {
    quotient: u128,
    remainder: u128,
    divisor: u128,
}

impl Division {
    /// Rounded towards zero.
    pub(super) const fn down(self) -> u128 {
        self.quotient
    }

    /// What the rounding towards zero leaves.
    pub(super) const fn remainder(self) -> u128 {
        self.remainder
    }

    /// Rounded away from zero. `None` when that does not fit.
    pub(super) fn up(self) -> Option<u128> {
        self.quotient.checked_add(u128::from(self.remainder != 0))
    }

    /// Rounded to the nearest, and from the middle to the even neighbour. `None` when that does
    /// not fit.
    pub(super) fn half_even(self) -> Option<u128> {
        self.quotient.checked_add(u128::from(self.nearest_is_above()))
    }

    fn nearest_is_above(self) -> bool {
        let to_next = self.divisor.saturating_sub(self.remainder);
        match self.remainder.cmp(&to_next) {
            Ordering::Less => false,
            Ordering::Equal => self.quotient & 1 == 1,
            Ordering::Greater => true,
        }
    }
}

/// `a` × `b` ÷ `divisor` without loss. `None` when the quotient needs more than 128 bits, or
/// when the divisor is zero or, for a product beyond 128 bits, above 2^127.
pub(super) fn mul_div(a: u128, b: u64, divisor: u128) -> Option<Division> {
    let (high, low) = widening_mul(a, b)?;
    if let Ok(high) = u64::try_from(high) {
        // Everyday amounts fit into 128 bits, where one division costs less than 64 steps of a long one.
        let dividend = (u128::from(high) << u64::BITS) | u128::from(low);
        let quotient = dividend.checked_div(divisor)?;
        let remainder = dividend.checked_sub(quotient.checked_mul(divisor)?)?;
        return Some(Division { quotient, remainder, divisor });
    }
    let high_quotient = u64::try_from(high.checked_div(divisor)?).ok()?;
    let mut remainder = high.checked_rem(divisor)?;

    // Long division of the low word bit by bit: `remainder` followed by a whole word would not
    // fit in any integer type.
    let mut low_quotient: u64 = 0;
    for position in (0..u64::BITS).rev() {
        let next_bit = low.wrapping_shr(position) & 1;
        remainder = remainder.checked_add(remainder)?.checked_add(u128::from(next_bit))?;
        low_quotient = low_quotient.wrapping_shl(1);
        if let Some(rest) = remainder.checked_sub(divisor) {
            remainder = rest;
            low_quotient |= 1;
        }
    }

    let quotient = (u128::from(high_quotient) << u64::BITS) | u128::from(low_quotient);
    Some(Division { quotient, remainder, divisor })
}

/// `a` × `b` × `c` ÷ (`d` × `e`) towards zero, without loss before that. `None` when the quotient
/// needs more than 64 bits, or when the whole divisor is zero or above 2^191.
pub(super) fn mul_mul_div(a: u128, b: u64, c: u64, d: u128, e: u64) -> Option<u64> {
    let (divisor_high, divisor_low) = widening_mul(d, e)?;
    // 256 bits: those of both products that are not in the low word of the second.
    let (high, middle) = widening_mul(a, b)?;
    let (carry, low) = widening_mul(u128::from(middle), c)?;
    let (high, middle) = widening_mul(high, c)?;
    let (middle, carried) = middle.overflowing_add(u64::try_from(carry).ok()?);
    let high = high.checked_add(u128::from(carried))?;

    if high == 0
        && let Ok(divisor_high) = u64::try_from(divisor_high)
    {
        let dividend = (u128::from(middle) << u64::BITS) | u128::from(low);
        let divisor = (u128::from(divisor_high) << u64::BITS) | u128::from(divisor_low);
        return u64::try_from(dividend.checked_div(divisor)?).ok();
    }
    let divisor = (divisor_high, divisor_low);
    let mut remainder = (high, middle);
    if remainder >= divisor {
        return None;
    }
    let mut quotient: u64 = 0;
    for position in (0..u64::BITS).rev() {
        let next_bit = low.wrapping_shr(position) & 1;
        let carry = u128::from(remainder.1.wrapping_shr(u64::BITS - 1));
        remainder.0 = remainder.0.checked_add(remainder.0)?.checked_add(carry)?;
        remainder.1 = remainder.1.wrapping_shl(1) | next_bit;
        quotient = quotient.wrapping_shl(1);
        if remainder >= divisor {
            let (rest, borrowed) = remainder.1.overflowing_sub(divisor.1);
            let high = remainder.0.checked_sub(divisor.0)?.checked_sub(u128::from(borrowed))?;
            remainder = (high, rest);
            quotient |= 1;
        }
    }
    Some(quotient)
}

/// `value` ÷ 2^`bits`, rounded half to even. `bits` lies in 1..=127, so the result always fits.
pub(super) fn round_off_bits(value: u128, bits: u32) -> u128 {
    let divisor = 1_u128.wrapping_shl(bits);
    let quotient = value.wrapping_shr(bits);
    let remainder = value & divisor.wrapping_sub(1);
    let up = Division { quotient, remainder, divisor }.nearest_is_above();
    quotient.wrapping_add(u128::from(up))
}

/// `a` × `b` as its bits from 64 up, and its low 64 bits. Always `Some`: 128 bits × 64 bits fit.
pub(super) fn widening_mul(a: u128, b: u64) -> Option<(u128, u64)> {
    let b = u128::from(b);
    let low_product = u128::from(low_word(a)).checked_mul(b)?;
    let high = (a >> u64::BITS).checked_mul(b)?.checked_add(low_product >> u64::BITS)?;
    Some((high, low_word(low_product)))
}

pub(super) const fn low_word(value: u128) -> u64 {
    (value & 0xffff_ffff_ffff_ffff) as u64
}
