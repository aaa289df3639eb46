//! How far one action may move the multiplier.

use super::{ActionError, ActionKind};
use crate::multiplier::Ratio;

/// How far one action may move the multiplier, per kind. Zero admits no action of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatioBounds {
    /// Greatest ratio of a forward split, in whole new shares per old share.
    pub split_max: u16,
    /// Greatest ratio of a reverse split, in whole old shares per new share.
    pub reverse_split_max: u16,
    /// Greatest growth by one bonus issue or dividend in shares, in basis points.
    pub bonus_max_bps: u16,
    /// Greatest growth by one reinvested dividend, in basis points.
    pub dividend_max_bps: u16,
}

impl RatioBounds {
    /// Whether some ratio is within these bounds and not within `old`.
    pub const fn loosens(&self, old: &Self) -> bool {
        self.split_max > old.split_max
            || self.reverse_split_max > old.reverse_split_max
            || self.bonus_max_bps > old.bonus_max_bps
            || self.dividend_max_bps > old.dividend_max_bps
    }
}

/// Whether `ratio` is one that an action of this kind may have. Kinds that do not move the multiplier have
/// none.
pub fn check_ratio(
    kind: ActionKind,
    ratio: Ratio,
    bounds: &RatioBounds,
) -> Result<(), ActionError> {
    let new = u128::from(ratio.numerator());
    let old = u128::from(ratio.denominator());
    // All products stay below 2^64 × 2^17, far inside u128: saturation never happens.
    let within = match kind {
        ActionKind::ReverseSplit => {
            if new >= old {
                return Err(ActionError::NotShrinking);
            }
            old <= new.saturating_mul(u128::from(bounds.reverse_split_max))
        }
        _ if new <= old => return Err(ActionError::NotGrowing),
        ActionKind::ForwardSplit => new <= old.saturating_mul(u128::from(bounds.split_max)),
        ActionKind::BonusIssue | ActionKind::StockDividend => {
            grows_within(new, old, bounds.bonus_max_bps)
        }
        ActionKind::CashDividend => grows_within(new, old, bounds.dividend_max_bps),
        _ => false,
    };
    if within { Ok(()) } else { Err(ActionError::BeyondBound) }
}

fn grows_within(new: u128, old: u128, max_bps: u16) -> bool {
    let growth = new.saturating_sub(old).saturating_mul(10_000);
    growth <= old.saturating_mul(u128::from(max_bps))
}
