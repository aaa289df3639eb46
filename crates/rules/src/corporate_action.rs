//! Which multiplier changes may be scheduled, and when.
//!
//! Token-2022 takes any positive `f64`, applies a past time at once and silently replaces a change
//! that is still pending. The rules here are what stands before it.

use crate::multiplier::{Multiplier, MultiplierError, Ratio};

/// Kinds of corporate action, by ISO 15022 event code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ActionKind {
    /// SPLF, a forward split: `numerator` new shares for each `denominator` old ones.
    ForwardSplit = 1,
    /// DVCA, a cash dividend that the custodian reinvests: every holder has that much more of a share.
    ReinvestedDividend = 2,
}

impl ActionKind {
    /// The kind of a stored byte; `None` for anything that is not a kind.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::ForwardSplit),
            2 => Some(Self::ReinvestedDividend),
            _ => None,
        }
    }
}

/// How far one action may move the multiplier, per kind. Zero admits no action of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatioBounds {
    /// Greatest ratio of a forward split, in whole new shares per old share.
    pub split_max: u16,
    /// Greatest growth by one reinvested dividend, in basis points.
    pub dividend_max_bps: u16,
}

/// Longest time between scheduling a change and its effect, in seconds: a leap year.
///
/// As one change is pending at a time, a slip in the date would otherwise block all others for ever.
pub const MAX_NOTICE: i64 = 366 * 86_400;

/// Why an action cannot be scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionError {
    /// The ratio does not grow the multiplier.
    NotGrowing,
    /// The ratio is beyond the bound for its kind.
    BeyondBound,
    /// Another change has not taken effect yet.
    ChangePending,
    /// The effective time is nearer than the minimum notice.
    NoticeTooShort,
    /// The effective time is further away than [`MAX_NOTICE`].
    NoticeTooLong,
    /// The multiplier in force is not the one that the caller expected.
    MultiplierMoved,
    /// The arithmetic of the multiplier refuses.
    Multiplier(MultiplierError),
}

/// The multiplier of an asset over time, in the shape that Token-2022 keeps it: what held before
/// `effective_at`, and what holds from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MultiplierTrack {
    /// Holds before `effective_at`.
    pub current: Multiplier,
    /// Holds from `effective_at` on.
    pub next: Multiplier,
    /// Unix seconds.
    pub effective_at: i64,
}

impl MultiplierTrack {
    /// A track on which nothing is pending.
    pub const fn settled(multiplier: Multiplier) -> Self {
        Self { current: multiplier, next: multiplier, effective_at: 0 }
    }

    /// Whether a change is still to come at `now` (unix seconds).
    pub const fn is_pending(&self, now: i64) -> bool {
        now < self.effective_at
    }

    /// How many of `scheduled` corporate actions are in force at `now` (unix seconds): all but one that is
    /// still to come.
    pub const fn in_force(&self, scheduled: u32, now: i64) -> u32 {
        if self.is_pending(now) { scheduled.saturating_sub(1) } else { scheduled }
    }

    /// Since when the multiplier in force holds (unix seconds), where `current` holds since `current_since`.
    pub const fn in_force_since(&self, current_since: i64, now: i64) -> i64 {
        if self.is_pending(now) { current_since } else { self.effective_at }
    }

    /// The multiplier in force at `now` (unix seconds).
    pub const fn at(&self, now: i64) -> Multiplier {
        if self.is_pending(now) { self.current } else { self.next }
    }
}

/// A change of multiplier that somebody asks for.
#[derive(Clone, Copy, Debug)]
pub struct Proposal {
    /// What kind of corporate action it is.
    pub kind: ActionKind,
    /// New shares per old share.
    pub ratio: Ratio,
    /// When it takes effect, unix seconds.
    pub effective_at: i64,
    /// The multiplier that the caller saw in force.
    pub expected: Multiplier,
}

/// The track after `proposal`, or why it may not be scheduled.
///
/// `min_notice` is in seconds. The change must lie in the future also where no notice is asked for,
/// because Token-2022 would apply it at once.
pub fn schedule(
    track: &MultiplierTrack,
    proposal: &Proposal,
    bounds: &RatioBounds,
    min_notice: u32,
    now: i64,
) -> Result<MultiplierTrack, ActionError> {
    check_ratio(proposal.kind, proposal.ratio, bounds)?;
    if track.is_pending(now) {
        return Err(ActionError::ChangePending);
    }
    let notice = i64::from(min_notice.max(1));
    if now.saturating_add(notice) > proposal.effective_at {
        return Err(ActionError::NoticeTooShort);
    }
    if proposal.effective_at > now.saturating_add(MAX_NOTICE) {
        return Err(ActionError::NoticeTooLong);
    }
    let current = track.at(now);
    if current != proposal.expected {
        return Err(ActionError::MultiplierMoved);
    }
    let next = current.apply(proposal.ratio).map_err(ActionError::Multiplier)?;
    Ok(MultiplierTrack { current, next, effective_at: proposal.effective_at })
}

/// Whether `ratio` is one that an action of this kind may have.
pub fn check_ratio(
    kind: ActionKind,
    ratio: Ratio,
    bounds: &RatioBounds,
) -> Result<(), ActionError> {
    let numerator = u128::from(ratio.numerator());
    let denominator = u128::from(ratio.denominator());
    if numerator <= denominator {
        return Err(ActionError::NotGrowing);
    }
    // All products stay below 2^64 × 2^17, far inside u128: saturation never happens.
    let within = match kind {
        ActionKind::ForwardSplit => {
            numerator <= denominator.saturating_mul(u128::from(bounds.split_max))
        }
        ActionKind::ReinvestedDividend => {
            let growth = numerator.saturating_sub(denominator).saturating_mul(10_000);
            growth <= denominator.saturating_mul(u128::from(bounds.dividend_max_bps))
        }
    };
    if within { Ok(()) } else { Err(ActionError::BeyondBound) }
}
