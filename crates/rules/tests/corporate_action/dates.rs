//! When an action may take effect, to the second, and in which order its dates must be.

use proptest::prelude::*;
use scrip_rules::corporate_action::ActionError::{
    BlackoutMalformed, DatesOutOfOrder, NoticeTooLong, NoticeTooShort,
};
use scrip_rules::corporate_action::{ActionError, Dates, MAX_BLACKOUT, MAX_NOTICE, TermsForm};
use scrip_rules::policy::Blackout;

use super::{EARLIEST, NOTICE, NOW};

const LATEST: i64 = NOW + MAX_NOTICE;
const NONE: Blackout = Blackout { from: 0, until: 0 };
const PLAIN: Dates = Dates {
    ex_at: 0,
    record_at: 0,
    effective_at: EARLIEST,
    payable_at: 0,
    elect_by: 0,
    blackout: NONE,
};
/// Of a distribution: every date that a choice needs but the last.
const PAID: Dates =
    Dates { ex_at: NOW + 5, record_at: NOW + 10, payable_at: EARLIEST + 50, ..PLAIN };

fn check(form: TermsForm, dates: &Dates) -> Option<ActionError> {
    dates.check(form, NOTICE, NOW).err()
}

#[test]
fn notice_is_kept_to_the_second() {
    for (effective_at, min_notice, error) in [
        (EARLIEST, NOTICE, None),
        (EARLIEST - 1, NOTICE, Some(NoticeTooShort)),
        (NOW + 1, 0, None),
        // Token-2022 would apply these at once.
        (NOW, 0, Some(NoticeTooShort)),
        (NOW - 1, 0, Some(NoticeTooShort)),
        (i64::MIN, 0, Some(NoticeTooShort)),
        (0, 0, Some(NoticeTooShort)),
        (LATEST, NOTICE, None),
        (LATEST + 1, NOTICE, Some(NoticeTooLong)),
        (i64::MAX, 0, Some(NoticeTooLong)),
        // A minimum beyond the maximum admits nothing.
        (LATEST, u32::MAX, Some(NoticeTooShort)),
    ] {
        let dates = Dates { effective_at, ..PLAIN };
        let answer = dates.check(TermsForm::Ratio, min_notice, NOW);
        assert_eq!(answer.err(), error, "{effective_at}");
    }
}

#[test]
fn no_date_is_more_than_a_year_away() {
    let far = LATEST + 1;
    for dates in [
        Dates { ex_at: far, ..PAID },
        Dates { record_at: far, ..PAID },
        Dates { payable_at: far, ..PAID },
        Dates { elect_by: far, ..PAID },
    ] {
        assert_eq!(check(TermsForm::Choice, &dates), Some(NoticeTooLong), "{dates:?}");
    }
    let ex = Dates { ex_at: LATEST, ..PAID };
    assert_eq!(check(TermsForm::Cash, &ex), None);
    let paid = Dates { payable_at: LATEST, elect_by: LATEST, ..PAID };
    assert_eq!(check(TermsForm::Choice, &paid), None);
}

#[test]
fn record_effective_payable_come_in_this_order() {
    for (dates, cash, split) in [
        // Neither a record date nor a payable date, one of them, both.
        (PLAIN, Some(DatesOutOfOrder), None),
        (Dates { record_at: NOW, ..PLAIN }, Some(DatesOutOfOrder), None),
        (Dates { payable_at: EARLIEST, ..PLAIN }, Some(DatesOutOfOrder), None),
        (PAID, None, None),
        (Dates { record_at: NOW, ..PAID }, None, None),
        (Dates { record_at: NOW - 1, ..PAID }, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
        (Dates { record_at: EARLIEST, ..PAID }, None, None),
        (Dates { record_at: EARLIEST + 1, ..PAID }, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
        (Dates { payable_at: EARLIEST, ..PAID }, None, None),
        (Dates { payable_at: EARLIEST - 1, ..PAID }, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
        (Dates { ex_at: 0, ..PAID }, None, None),
        (Dates { ex_at: -1, ..PAID }, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
        // The exchange's own business.
        (Dates { ex_at: 1, ..PAID }, None, None),
        (Dates { ex_at: EARLIEST + 9, ..PAID }, None, None),
        (Dates { record_at: i64::MIN, ..PAID }, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
    ] {
        assert_eq!(check(TermsForm::Cash, &dates), cash, "{dates:?}");
        assert_eq!(check(TermsForm::Shares, &dates), cash, "{dates:?}");
        assert_eq!(check(TermsForm::Ratio, &dates), split, "{dates:?}");
    }
}

#[test]
fn holders_choose_until_it_is_paid_at_most() {
    for (elect_by, choice, cash) in [
        (0, Some(DatesOutOfOrder), None),
        (NOW, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
        (NOW + 1, None, Some(DatesOutOfOrder)),
        (PAID.payable_at, None, Some(DatesOutOfOrder)),
        (PAID.payable_at + 1, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
        (-1, Some(DatesOutOfOrder), Some(DatesOutOfOrder)),
    ] {
        let dates = Dates { elect_by, ..PAID };
        assert_eq!(check(TermsForm::Choice, &dates), choice, "{elect_by}");
        assert_eq!(check(TermsForm::Cash, &dates), cash, "{elect_by}");
    }
}

#[test]
fn a_blackout_holds_the_effective_time_and_lasts_a_week() {
    let bad = Some(BlackoutMalformed);
    for (from, until, error) in [
        (0, 0, None),
        (EARLIEST, EARLIEST + 1, None),
        (EARLIEST + 1, EARLIEST + 2, bad),
        (EARLIEST - 1, EARLIEST, bad),
        (EARLIEST, EARLIEST, bad),
        (EARLIEST + 1, EARLIEST - 1, bad),
        // One that has begun.
        (NOW - 5, EARLIEST + 1, None),
        (EARLIEST + 1 - MAX_BLACKOUT, EARLIEST + 1, None),
        (EARLIEST - MAX_BLACKOUT, EARLIEST + 1, bad),
        (EARLIEST, EARLIEST + MAX_BLACKOUT, None),
        (EARLIEST, EARLIEST + MAX_BLACKOUT + 1, bad),
        (0, EARLIEST + 1, bad),
        (-1, EARLIEST + 1, bad),
        (EARLIEST, 0, bad),
        (i64::MIN, i64::MAX, bad),
        (EARLIEST, i64::MAX, bad),
    ] {
        let dates = Dates { blackout: Blackout { from, until }, ..PLAIN };
        assert_eq!(check(TermsForm::Ratio, &dates), error, "{from} {until}");
        assert!(error.is_some() || dates.has_blackout() == (until != 0));
    }
}

#[test]
fn what_has_no_payable_date_is_paid_when_it_takes_effect() {
    assert_eq!((PLAIN.pays_from(), PAID.pays_from()), (EARLIEST, EARLIEST + 50));
}

fn near() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), -9i64..40, (-9i64..40).prop_map(|after| NOW + after), any::<i64>()]
}

proptest! {
    #[test]
    fn what_passes_is_in_order_and_no_arithmetic_fails(
        dates in (near(), near(), near(), near(), near(), near(), near()), min_notice in 0u32..9, choice: bool,
        now in prop_oneof![Just(NOW), any::<i64>()],
    ) {
        let (ex_at, record_at, effective_at, payable_at, elect_by, from, until) = dates;
        let blackout = Blackout { from, until };
        let dates = Dates { ex_at, record_at, effective_at, payable_at, elect_by, blackout };
        let form = if choice { TermsForm::Choice } else { TermsForm::Ratio };
        if dates.check(form, min_notice, now).is_ok() {
            prop_assert!(now < effective_at);
            prop_assert!(record_at == 0 || (now <= record_at && record_at <= effective_at));
            prop_assert!(payable_at == 0 || effective_at <= payable_at);
            prop_assert!(dates.pays_from() >= effective_at);
            prop_assert_eq!(choice, elect_by > 0);
            prop_assert!(!dates.has_blackout() || blackout.in_force(effective_at));
            // A longer notice than that, and it does not pass.
            let longer = u32::try_from(i128::from(effective_at) - i128::from(now) + 1);
            prop_assert_eq!(dates.check(form, longer.unwrap(), now), Err(NoticeTooShort));
        }
    }
}
