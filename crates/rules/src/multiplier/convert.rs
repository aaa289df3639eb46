//! Raw units to shares and back.
//!
//! Both are counted in the mint's base units: with 8 decimals, 100,000,000 raw units at a
//! multiplier of 4 are 400,000,000 base units of shares, shown as 4 shares. The caller names the
//! direction of rounding: down for what is paid out, up for what must be covered.

use core::cmp::Ordering;

use super::wide::{self, Division};
use super::{Multiplier, MultiplierError, Ratio, SCALE};

/// Where an amount goes that falls between two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

impl Rounding {
    fn round(self, division: Division) -> Option<u128> {
        match self {
            Self::Down => Some(division.down()),
            Self::Up => division.up(),
        }
    }
}

impl Multiplier {
    /// Base units of shares that `raw` units stand for: `raw` × multiplier.
    ///
    /// # Errors
    /// [`MultiplierError::AmountOverflow`] above `u128::MAX`, which [`Multiplier::MAX`] keeps
    /// out of reach of any `u64`.
    pub fn raw_to_shares(self, raw: u64, rounding: Rounding) -> Result<u128, MultiplierError> {
        wide::mul_div(self.0, raw, SCALE)
            .and_then(|division| rounding.round(division))
            .ok_or(MultiplierError::AmountOverflow { amount: u128::from(raw), multiplier: self })
    }

    /// Raw units that stand for `shares` base units of shares: `shares` ÷ multiplier.
    ///
    /// # Errors
    /// [`MultiplierError::AmountOverflow`] above `u64::MAX`, the most that a mint can issue.
    pub fn shares_to_raw(self, shares: u128, rounding: Rounding) -> Result<u64, MultiplierError> {
        wide::mul_div(shares, wide::low_word(SCALE), self.0)
            .and_then(|division| rounding.round(division))
            .and_then(|raw| u64::try_from(raw).ok())
            .ok_or(MultiplierError::AmountOverflow { amount: shares, multiplier: self })
    }

    /// Compares what a raw unit costs at `price` a share with what it costs at `other_price` a share under
    /// another multiplier. Exact.
    pub fn cmp_raw_price(self, price: u64, other: Self, other_price: u64) -> Ordering {
        wide::widening_mul(self.0, price).cmp(&wide::widening_mul(other.0, other_price))
    }

    /// What `raw` units are worth at `price` for each `unit` base units of shares: `raw` × multiplier ×
    /// `price` ÷ `unit`, exact until it is rounded once. `None` above `u64::MAX`, or if `unit` is zero or
    /// above 10^18.
    pub fn value_of(self, raw: u64, price: u64, unit: u128, rounding: Rounding) -> Option<u64> {
        if unit > SCALE {
            return None;
        }
        // Whole shares first, then what is left of each division over the common denominator.
        let shares = wide::mul_div(self.0, raw, SCALE)?;
        let whole = wide::mul_div(shares.down(), price, unit)?;
        let rest = whole
            .remainder()
            .checked_mul(SCALE)?
            .checked_add(shares.remainder().checked_mul(u128::from(price))?)?;
        let denominator = unit.checked_mul(SCALE)?;
        let carried = match rounding {
            Rounding::Down => rest.checked_div(denominator)?,
            Rounding::Up => rest.checked_next_multiple_of(denominator)?.checked_div(denominator)?,
        };
        u64::try_from(whole.down().checked_add(carried)?).ok()
    }

    /// Raw units that `amount` buys at `price` for each `unit` base units of shares: `amount` × `unit` ÷
    /// (`price` × multiplier), rounded down once. `None` above `u64::MAX`, or if `price` is zero or `unit`
    /// above 10^18.
    pub fn raw_for(self, amount: u64, price: u64, unit: u128) -> Option<u64> {
        if unit > SCALE {
            return None;
        }
        wide::mul_mul_div(unit.checked_mul(SCALE)?, amount, 1, self.0, price)
    }

    /// Raw units under the multiplier `other` for `raw` units under this one, where each share becomes
    /// `ratio` shares: `raw` × multiplier × `ratio` ÷ `other`, rounded down once. `None` above `u64::MAX`.
    pub fn raw_to_other(self, raw: u64, ratio: Ratio, other: Self) -> Option<u64> {
        wide::mul_mul_div(self.0, raw, ratio.numerator(), other.0, ratio.denominator())
    }
}
