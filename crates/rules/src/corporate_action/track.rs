//! The multiplier of an asset over time, and its next change.

use super::ActionError;
use crate::multiplier::{Multiplier, Ratio};

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

    /// The track without the change that is still to come, where `current` holds since `current_since` (unix
    /// seconds).
    pub const fn without_pending(&self, current_since: i64) -> Self {
        Self { current: self.current, next: self.current, effective_at: current_since }
    }
}

/// The track after a change by `ratio` at `effective_at` (unix seconds), or why it may not be scheduled at
/// `now`. `expected` is the multiplier that the caller saw in force.
pub fn schedule(
    track: &MultiplierTrack,
    ratio: Ratio,
    expected: Multiplier,
    effective_at: i64,
    now: i64,
) -> Result<MultiplierTrack, ActionError> {
    if track.is_pending(now) {
        return Err(ActionError::ChangePending);
    }
    // Token-2022 would apply it at once.
    if effective_at <= now {
        return Err(ActionError::EffectivePassed);
    }
    let current = track.at(now);
    if current != expected {
        return Err(ActionError::MultiplierMoved);
    }
    let next = current.apply(ratio).map_err(ActionError::Multiplier)?;
    Ok(MultiplierTrack { current, next, effective_at })
}
