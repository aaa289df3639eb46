//! When an action takes effect, and with how much notice.

use super::{ActionError, MultiplierTrack, TermsForm};
use crate::policy::Blackout;

/// Longest time between announcing an action and any of its dates, in seconds: a leap year.
///
/// As one change is pending at a time, a slip in the date would otherwise block all others for ever.
pub const MAX_NOTICE: i64 = 366 * 86_400;

/// The longest blackout of an action, in seconds: a week.
pub const MAX_BLACKOUT: i64 = 7 * 86_400;

/// The dates of an action, unix seconds. 0: it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// From here on a buyer on the share's exchange does not get what is distributed. Told, not enforced.
    pub ex_at: i64,
    /// Who holds at the end of this second is entitled.
    pub record_at: i64,
    /// From this second on the action is in force. Every action has one.
    pub effective_at: i64,
    /// From this second on it is paid.
    pub payable_at: i64,
    /// Until then holders choose.
    pub elect_by: i64,
    /// In which transfers, minting and redemption stand still.
    pub blackout: Blackout,
}

impl Dates {
    /// Fails unless an action with terms of this form may have these dates when it is announced at `now`,
    /// with `min_notice` seconds of notice.
    ///
    /// The effective time must lie in the future also where no notice is asked for, because Token-2022 would
    /// apply it at once.
    pub fn check(&self, form: TermsForm, min_notice: u32, now: i64) -> Result<(), ActionError> {
        let Self { ex_at, record_at, effective_at, payable_at, elect_by, blackout } = *self;
        let notice = i64::from(min_notice.max(1));
        if now.saturating_add(notice) > effective_at {
            return Err(ActionError::NoticeTooShort);
        }
        let latest = now.saturating_add(MAX_NOTICE);
        if [ex_at, record_at, effective_at, payable_at, elect_by].iter().any(|at| *at > latest) {
            return Err(ActionError::NoticeTooLong);
        }
        let chooses = matches!(form, TermsForm::Choice);
        let in_order = ex_at >= 0
            && is_none_or_within(record_at, now, effective_at)
            && is_none_or_within(payable_at, effective_at, latest)
            && (!form.is_distribution() || (record_at > 0 && payable_at > 0))
            && if chooses { now < elect_by && elect_by <= payable_at } else { elect_by == 0 };
        if !in_order {
            return Err(ActionError::DatesOutOfOrder);
        }
        let none = blackout.from == 0 && blackout.until == 0;
        let around = blackout.in_force(effective_at)
            && blackout.from > 0
            && blackout.until.saturating_sub(blackout.from) <= MAX_BLACKOUT;
        if none || around { Ok(()) } else { Err(ActionError::BlackoutMalformed) }
    }

    /// Whether it has a blackout.
    pub const fn has_blackout(&self) -> bool {
        self.blackout.until != 0
    }

    /// From which second on it is paid.
    pub const fn pays_from(&self) -> i64 {
        if self.payable_at == 0 { self.effective_at } else { self.payable_at }
    }
}

const fn is_none_or_within(at: i64, first: i64, last: i64) -> bool {
    at == 0 || (first <= at && at <= last)
}

/// Fails if the blackout that stands in the policy at `now` does not let an action with these dates be
/// scheduled: its effective time must not lie within, and a policy has room for one blackout.
pub fn check_standing_blackout(
    dates: &Dates,
    standing: Blackout,
    now: i64,
) -> Result<(), ActionError> {
    if now >= standing.until {
        return Ok(());
    }
    if standing.in_force(dates.effective_at) {
        return Err(ActionError::EffectiveInBlackout);
    }
    if dates.has_blackout() { Err(ActionError::BlackoutStanding) } else { Ok(()) }
}

/// Fails if the blackout of an action with these dates would hold the effective time of the change of the multiplier
/// that is pending at `now`.
pub fn check_pending_change(
    dates: &Dates,
    track: &MultiplierTrack,
    now: i64,
) -> Result<(), ActionError> {
    let within = track.is_pending(now) && dates.blackout.in_force(track.effective_at);
    if within { Err(ActionError::EffectiveInBlackout) } else { Ok(()) }
}
