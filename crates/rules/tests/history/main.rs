//! The multiplier at any time, by cases and against a walk through every second.
#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use scrip_rules::history::{MultiplierChange, is_unbroken, multiplier_at};
use scrip_rules::multiplier::{Multiplier, SCALE};

fn multiplier(scaled: u128) -> Multiplier {
    Multiplier::from_scaled(scaled).unwrap()
}

fn change(effective_at: i64, old: u128, new: u128) -> MultiplierChange {
    MultiplierChange { effective_at, old: multiplier(old), new: multiplier(new) }
}

#[test]
fn before_at_and_after_each_change() {
    let unchanged = multiplier(7);
    let history = [change(100, 1, 2), change(200, 2, 8), change(201, 8, 4)];
    let [first, second, third] = history;
    for order in [
        [first, second, third],
        [first, third, second],
        [second, first, third],
        [second, third, first],
        [third, first, second],
        [third, second, first],
    ] {
        for (at, scaled) in [
            (i64::MIN, 1),
            (0, 1),
            (99, 1),
            (100, 2),
            (101, 2),
            (199, 2),
            (200, 8),
            (201, 4),
            (202, 4),
            (i64::MAX, 4),
        ] {
            let answer = multiplier_at(unchanged, order, at);
            assert_eq!(answer, multiplier(scaled), "at {at} of {order:?}");
        }
    }
}

#[test]
fn without_a_change_there_is_one_multiplier() {
    for at in [i64::MIN, 0, i64::MAX] {
        assert_eq!(multiplier_at(multiplier(7), [], at), multiplier(7));
    }
}

#[test]
fn the_first_and_the_last_second_there_are() {
    let history = [change(i64::MIN, 1, 2), change(i64::MAX, 2, 3)];
    for (at, scaled) in [(i64::MIN, 2), (i64::MAX - 1, 2), (i64::MAX, 3)] {
        assert_eq!(multiplier_at(Multiplier::ONE, history, at), multiplier(scaled));
    }
}

#[test]
fn a_history_is_whole_or_broken() {
    for (history, whole) in [
        (&[][..], true),
        (&[change(100, 1, 2)], true),
        (&[change(100, 1, 2), change(101, 2, 3)], true),
        (&[change(100, 1, 2), change(101, 2, 3), change(300, 3, 1)], true),
        // One is left out, the order is wrong, or two are of one second.
        (&[change(100, 1, 2), change(300, 3, 1)], false),
        (&[change(101, 2, 3), change(100, 1, 2)], false),
        (&[change(100, 1, 1), change(99, 1, 1)], false),
        (&[change(100, 1, 2), change(100, 2, 3)], false),
        (&[change(100, 1, 2), change(101, 2, 3), change(300, 2, 1)], false),
    ] {
        assert_eq!(is_unbroken(history.iter().copied()), whole, "{history:?}");
    }
}

/// A history in which each change begins with what the last one ended with, in the order of time.
fn any_history() -> impl Strategy<Value = Vec<MultiplierChange>> {
    let changes = proptest::collection::btree_map(-50..50_i64, 1..10_u128, 0..20);
    changes.prop_map(|changes: BTreeMap<i64, u128>| {
        let mut old = 3;
        let chained = changes
            .into_iter()
            .map(|(effective_at, new)| change(effective_at, std::mem::replace(&mut old, new), new));
        chained.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_second_is_what_a_clock_would_have_seen(
        (history, shuffled) in any_history()
            .prop_flat_map(|history| (Just(history.clone()), Just(history).prop_shuffle())),
    ) {
        let unchanged = multiplier(SCALE);
        let mut clock = history.first().map_or(unchanged, |first| first.old);
        for now in -60..60 {
            if let Some(change) = history.iter().find(|change| change.effective_at == now) {
                prop_assert_eq!(change.old, clock);
                clock = change.new;
            }
            prop_assert_eq!(multiplier_at(unchanged, shuffled.iter().copied(), now), clock);
        }
    }

    #[test]
    fn a_change_that_is_left_out_is_noticed(history in any_history(), index: prop::sample::Index) {
        prop_assert!(is_unbroken(history.iter().copied()));
        let mut partial = history.clone();
        if history.len() > 2 {
            let left_out = partial.remove(1 + index.index(history.len() - 2));
            let noticed = !is_unbroken(partial);
            prop_assert_eq!(noticed, left_out.old != left_out.new);
        }
    }
}
