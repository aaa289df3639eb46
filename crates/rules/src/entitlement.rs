//! What a holder is entitled to in a corporate action.
//!
//! Holdings are raw units under a multiplier, money is in base units of the payment token, a rate is for one
//! whole share, and a withholding is in basis points of the gross amount. Every amount is exact until it is
//! rounded once, and never in favour of whoever is paid: what is paid rounds down, what is withheld up.

use crate::multiplier::{Multiplier, Ratio, Rounding};
use crate::reserves::WHOLE_BPS;
use crate::settlement::SHARE;

/// What one holder is due, in base units of the payment token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Before tax.
    pub gross: u64,
    /// Tax at source, at most `gross`.
    pub withheld: u64,
}

impl Due {
    /// What reaches the holder.
    #[must_use]
    pub const fn net(&self) -> u64 {
        self.gross.saturating_sub(self.withheld)
    }
}

/// The cash on `raw` units at `gross_per_share`: the gross amount rounded down, and of that the withholding
/// rounded up.
///
/// `None` if the gross amount passes 64 bits, or more than the whole would be withheld.
#[must_use]
pub fn cash(
    raw: u64,
    multiplier: Multiplier,
    gross_per_share: u64,
    withholding_bps: u16,
) -> Option<Due> {
    if withholding_bps > WHOLE_BPS {
        return None;
    }
    let gross = multiplier.value_of(raw, gross_per_share, SHARE, Rounding::Down)?;
    let withheld =
        u128::from(gross).checked_mul(u128::from(withholding_bps))?.div_ceil(u128::from(WHOLE_BPS));
    Some(Due { gross, withheld: u64::try_from(withheld).ok()? })
}

/// The ratio of a cash dividend that is reinvested for all holders: (`price` + `gross` × (1 − withholding)) ÷
/// `price`, exact. `gross` and `price` are for one share and in the same unit of whichever currency.
///
/// What is kept of each unit is in lowest terms, and nothing else is: without a withholding the ratio is
/// (`price` + `gross`) / `price` to the letter.
///
/// `None` if there is nothing to reinvest or no price, or if a term passes 64 bits.
#[must_use]
pub fn reinvestment_ratio(gross: u64, withholding_bps: u16, price: u64) -> Option<Ratio> {
    if gross == 0 {
        return None;
    }
    let kept_bps = WHOLE_BPS.checked_sub(withholding_bps).filter(|kept| *kept > 0)?;
    let common = greatest_common_divisor(kept_bps, WHOLE_BPS);
    let kept = u64::from(kept_bps.checked_div(common)?);
    let whole = u64::from(WHOLE_BPS.checked_div(common)?);
    let before = price.checked_mul(whole)?;
    let after = before.checked_add(gross.checked_mul(kept)?)?;
    Ratio::new(after, before).ok()
}

/// Raw units that `net` buys at `price` for one whole share, rounded down.
///
/// `None` without a price, or above the most that a mint can issue.
#[must_use]
pub fn reinvested(net: u64, price: u64, multiplier: Multiplier) -> Option<u64> {
    multiplier.raw_for(net, price, SHARE)
}

/// Raw units of another asset for `raw` units of this one: `ratio` shares of the other for each share held,
/// rounded down.
///
/// `None` above the most that a mint can issue.
#[must_use]
pub fn other_shares(
    raw: u64,
    multiplier: Multiplier,
    ratio: Ratio,
    other_multiplier: Multiplier,
) -> Option<u64> {
    multiplier.raw_to_other(raw, ratio, other_multiplier)
}

/// How much of one tender is accepted, where `total` is tendered in all and `max` is bought at most: all of it,
/// or the same part of everybody's, rounded down. All in the same unit.
///
/// What is accepted of tenders that add up to `total` never adds up to more than `max`.
#[must_use]
pub fn accepted(tendered: u64, total: u64, max: u64) -> u64 {
    let tendered = tendered.min(total);
    if total <= max {
        return tendered;
    }
    let part = u128::from(tendered).saturating_mul(u128::from(max)).checked_div(u128::from(total));
    // Less than was tendered, as `max` is less than `total`.
    part.and_then(|part| u64::try_from(part).ok()).unwrap_or(0)
}

const fn greatest_common_divisor(mut a: u16, mut b: u16) -> u16 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}
