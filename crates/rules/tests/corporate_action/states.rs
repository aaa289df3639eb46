//! What may become of an action.

use proptest::prelude::*;
use scrip_rules::corporate_action::ActionState::{
    self, Announced, Approved, Cancelled, Scheduled, Settled,
};

const ALL: [ActionState; 5] = [Announced, Approved, Scheduled, Settled, Cancelled];

#[test]
fn no_other_byte_is_a_state() {
    for byte in 0..=u8::MAX {
        let expected = (1..=5).contains(&byte).then_some(byte);
        assert_eq!(ActionState::from_byte(byte).map(|state| state as u8), expected);
    }
    assert!(ALL.iter().map(|state| *state as u8).eq(1..=5));
}

#[test]
fn what_each_state_allows() {
    // state; in force and may change a second before its effective time, and at it
    for (state, before, at) in [
        (Announced, (false, true), (false, true)),
        (Approved, (false, true), (false, true)),
        (Scheduled, (false, true), (true, false)),
        (Settled, (true, false), (true, false)),
        (Cancelled, (false, false), (false, false)),
    ] {
        for (now, expected) in [(99, before), (100, at), (101, at)] {
            let seen = (state.in_force(100, now), state.may_change(100, now));
            assert_eq!(seen, expected, "{state:?} {now}");
        }
    }
}

#[test]
fn only_what_is_announced_is_scheduled_and_only_what_is_approved_where_a_checker_is_needed() {
    // state; may be scheduled without a checker, and with one
    for (state, free, checked) in [
        (Announced, true, false),
        (Approved, true, true),
        (Scheduled, false, false),
        (Settled, false, false),
        (Cancelled, false, false),
    ] {
        assert_eq!((state.may_schedule(false), state.may_schedule(true)), (free, checked));
    }
}

proptest! {
    #[test]
    fn what_is_in_force_stays_as_it_is(at in 0..ALL.len(), effective_at: i64, now: i64) {
        let state = *ALL.get(at).unwrap();
        prop_assert!(!(state.in_force(effective_at, now) && state.may_change(effective_at, now)));
        // What may be scheduled may be called off.
        prop_assert!(!state.may_schedule(false) || state.may_change(effective_at, now));
    }
}
