//! The multiplier of an asset at any time, from the changes that its corporate actions made.
//!
//! Times are unix seconds. A cancelled action changed nothing and does not belong here; one that is still to
//! come does.

use crate::multiplier::Multiplier;

/// One change of an asset's multiplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MultiplierChange {
    /// `new` holds from this second on.
    pub effective_at: i64,
    /// Held before.
    pub old: Multiplier,
    /// Holds from then on, until the next change.
    pub new: Multiplier,
}

/// The multiplier in force at `at`, from all `changes` of an asset in any order; `unchanged` is the asset's
/// own multiplier, which is the answer if there are none.
///
/// No two changes of an asset are of the same second, because each is scheduled after the effect of the last.
#[must_use]
pub fn multiplier_at(
    unchanged: Multiplier,
    changes: impl IntoIterator<Item = MultiplierChange>,
    at: i64,
) -> Multiplier {
    let mut in_force: Option<MultiplierChange> = None;
    let mut first: Option<MultiplierChange> = None;
    for change in changes {
        if first.is_none_or(|first| change.effective_at < first.effective_at) {
            first = Some(change);
        }
        let newer = in_force.is_none_or(|other| change.effective_at > other.effective_at);
        if change.effective_at <= at && newer {
            in_force = Some(change);
        }
    }
    match (in_force, first) {
        (Some(change), _) => change.new,
        (None, Some(change)) => change.old,
        (None, None) => unchanged,
    }
}

/// Whether `changes`, by time, are a whole history: each begins at a later second than the one before, and
/// with the multiplier that it ended with. One that a server left out shows here.
#[must_use]
pub fn is_unbroken(changes: impl IntoIterator<Item = MultiplierChange>) -> bool {
    let mut last: Option<MultiplierChange> = None;
    changes.into_iter().all(|change| {
        let follows = last
            .is_none_or(|last| last.effective_at < change.effective_at && last.new == change.old);
        last = Some(change);
        follows
    })
}
