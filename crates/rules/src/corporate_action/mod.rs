//! Which corporate actions may be announced, and what may become of them.
//!
//! Token-2022 takes any positive `f64` as multiplier, applies a past time at once and silently replaces a
//! change that is still pending. The rules here are what stands before it.
//!
//! - [`ActionKind`], [`TermsForm`]: the events of ISO 15022, and what has to be said about each
//! - [`Dates`]: when an action takes effect, and with how much notice
//! - [`RatioBounds`]: how far one action may move the multiplier
//! - [`MultiplierTrack`]: the multiplier before and after the pending change
//! - [`ActionState`]: announced, approved, scheduled, settled or cancelled
//! - [`Election`]: cash, or shares

mod bounds;
mod dates;
mod kind;
mod state;
mod track;

use crate::multiplier::MultiplierError;

pub use bounds::{RatioBounds, check_ratio};
pub use dates::{Dates, MAX_BLACKOUT, MAX_NOTICE, check_pending_change, check_standing_blackout};
pub use kind::{ActionKind, Election, TermsForm};
pub use state::ActionState;
pub use track::{MultiplierTrack, schedule};

/// Why an action cannot be announced or scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionError {
    /// The ratio does not grow the multiplier.
    NotGrowing,
    /// The ratio does not shrink the multiplier.
    NotShrinking,
    /// The ratio is beyond the bound for its kind.
    BeyondBound,
    /// Another change has not taken effect yet.
    ChangePending,
    /// The effective time is nearer than the minimum notice.
    NoticeTooShort,
    /// A date is further away than [`MAX_NOTICE`].
    NoticeTooLong,
    /// The effective time has passed.
    EffectivePassed,
    /// The multiplier in force is not the one that the caller expected.
    MultiplierMoved,
    /// A date is missing or before one that must come first.
    DatesOutOfOrder,
    /// The blackout does not hold the effective time, is over, or is longer than [`MAX_BLACKOUT`].
    BlackoutMalformed,
    /// The effective time lies in a blackout that is not this action's.
    EffectiveInBlackout,
    /// Another blackout is not over, and the policy has room for one.
    BlackoutStanding,
    /// The arithmetic of the multiplier refuses.
    Multiplier(MultiplierError),
}
