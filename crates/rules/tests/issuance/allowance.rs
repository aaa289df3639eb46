//! A minter's cap and bucket, by cases.

use scrip_rules::allowance::AllowanceError::{OverBucket, OverCap};
use scrip_rules::allowance::{Allowance, Usage};

use crate::NOW;

const ALLOWANCE: Allowance = Allowance { cap: 1_000, capacity: 100, period: 10 };
const UNUSED: Usage = Usage { minted: 0, drawn: 0, updated_at: NOW };

#[test]
fn a_period_is_at_least_a_second() {
    for (period, sound) in [(0, false), (1, true), (u32::MAX, true)] {
        assert_eq!(Allowance { period, ..ALLOWANCE }.is_sound(), sound, "{period}");
    }
    // A cap or a bucket of nothing can be meant: nothing may be minted.
    assert!(Allowance { cap: 0, capacity: 0, period: 1 }.is_sound());
}

#[test]
fn an_allowance_that_cannot_be_meant_gives_nothing() {
    let unsound = Allowance { period: 0, ..ALLOWANCE };
    for (drawn, now) in [(0, NOW), (0, i64::MAX), (1, NOW), (u128::MAX, i64::MAX)] {
        let usage = Usage { drawn, ..UNUSED };
        assert_eq!(unsound.available(&usage, now), 0);
        assert_eq!(unsound.take(&usage, 1, now), Err(OverBucket));
    }
    // What is drawn from it is taken for whole units.
    let carried = unsound.carry_over(&Usage { drawn: 7, ..UNUSED }, &ALLOWANCE, NOW);
    assert_eq!(carried, Usage { drawn: 70, ..UNUSED });
}

#[test]
fn what_is_available() {
    let draw = |drawn, minted| Usage { minted, drawn, ..UNUSED };
    // usage, seconds since, available
    for (usage, after, available) in [
        (UNUSED, 0, 100),
        (UNUSED, 1_000, 100),
        // Ten units a second flow back, each worth ten of what is drawn.
        (draw(1_000, 100), 0, 0),
        (draw(1_000, 100), 1, 10),
        (draw(1_000, 100), 9, 90),
        (draw(1_000, 100), 10, 100),
        (draw(1_000, 100), 11, 100),
        // Part of a unit is none.
        (draw(990, 99), 0, 1),
        (draw(991, 99), 0, 0),
        (draw(1, 1), 0, 99),
        // More drawn than the bucket holds, as after a change.
        (draw(1_100, 110), 0, 0),
        (draw(1_100, 110), 1, 0),
        (draw(1_100, 110), 2, 10),
        (draw(u128::MAX, 0), i64::MAX - NOW, 0),
        // The cap.
        (draw(0, 899), 0, 100),
        (draw(0, 901), 0, 99),
        (draw(0, 999), 0, 1),
        (draw(0, 1_000), 0, 0),
        (draw(0, 1_001), 0, 0),
        (draw(0, u64::MAX), 0, 0),
        // A clock that went back.
        (draw(500, 50), -1, 50),
        (draw(500, 50), -NOW, 50),
        (draw(500, 50), i64::MIN, 50),
    ] {
        let now = NOW.saturating_add(after);
        assert_eq!(ALLOWANCE.available(&usage, now), available, "{usage:?} {after}");
    }
}

#[test]
fn what_is_taken() {
    let used = Usage { minted: 950, drawn: 1_000, ..UNUSED };
    let after = |minted, drawn, updated_at| Ok(Usage { minted, drawn, updated_at });
    // amount, seconds since, usage afterwards
    for (amount, seconds, expected) in [
        (0, 0, after(950, 1_000, NOW)),
        (1, 0, Err(OverBucket)),
        (10, 1, after(960, 1_000, NOW + 1)),
        (11, 1, Err(OverBucket)),
        (1, 1, after(951, 910, NOW + 1)),
        (50, 5, after(1_000, 1_000, NOW + 5)),
        (50, 10, after(1_000, 500, NOW + 10)),
        (51, 10, Err(OverCap)),
        // Too much for both: told is the one that no waiting helps.
        (101, 0, Err(OverCap)),
        (u64::MAX, 10, Err(OverCap)),
        (0, -1, after(950, 1_000, NOW)),
        (1, -1, Err(OverBucket)),
    ] {
        let answer = ALLOWANCE.take(&used, amount, NOW + seconds);
        assert_eq!(answer, expected, "{amount} after {seconds} s");
    }
}

#[test]
fn the_largest_numbers_are_exact() {
    let top = Allowance { cap: u64::MAX, capacity: u64::MAX, period: u32::MAX };
    let full = u128::from(u64::MAX) * u128::from(u32::MAX);
    let begun = Usage { updated_at: i64::MIN, ..UNUSED };
    assert_eq!(top.available(&begun, i64::MIN), u64::MAX);
    let all = Usage { minted: u64::MAX, drawn: full, updated_at: i64::MIN };
    assert_eq!(top.take(&begun, u64::MAX, i64::MIN), Ok(all));
    assert_eq!(top.take(&all, 1, i64::MAX), Err(OverCap));
    // The cap is what stops it from here on; without it the bucket fills again, not a second too soon.
    let uncapped = Usage { minted: 0, ..all };
    let period = i64::from(u32::MAX);
    assert_eq!(top.available(&uncapped, i64::MIN), 0);
    assert_eq!(top.available(&uncapped, i64::MIN + 1), u64::from(u32::MAX) + 2);
    assert_ne!(top.available(&uncapped, i64::MIN + period - 1), u64::MAX);
    assert_eq!(top.available(&uncapped, i64::MIN + period), u64::MAX);
    assert_eq!(top.available(&uncapped, i64::MAX), u64::MAX);
}

#[test]
fn what_is_drawn_is_carried_over() {
    let used = Usage { minted: 7, drawn: 55, ..UNUSED };
    let new = |capacity, period| Allowance { cap: 1, capacity, period };
    // new allowance, seconds since, drawn afterwards: 6 units at first, then fewer
    for (new, seconds, drawn) in [
        (new(100, 10), 0, 60),
        (new(100, 1), 0, 6),
        (new(3, 7), 0, 42),
        (new(3, 7), -1, 42),
        (new(3, u32::MAX), 0, 6 * u128::from(u32::MAX)),
        (new(100, 10), 1, 0),
    ] {
        let carried = ALLOWANCE.carry_over(&used, &new, NOW + seconds);
        let expected = Usage { minted: 7, drawn, updated_at: NOW + seconds.max(0) };
        assert_eq!(carried, expected, "{new:?} after {seconds} s");
    }
    // More is drawn than the new bucket holds: three units have to flow back before the first is there.
    let smaller = Allowance { cap: 100, ..new(3, 7) };
    let carried = ALLOWANCE.carry_over(&used, &smaller, NOW);
    assert_eq!(smaller.available(&carried, NOW + 9), 0);
    assert_eq!(smaller.available(&carried, NOW + 10), 1);
}

#[test]
fn more_in_all_or_more_at_once_or_more_over_time_loosens() {
    let of = |cap, capacity, period| Allowance { cap, capacity, period };
    // new, whether it loosens, whether going back does
    for (new, loosens, back) in [
        (ALLOWANCE, false, false),
        (of(1_001, 100, 10), true, false),
        (of(999, 100, 10), false, true),
        (of(1_000, 101, 11), true, true),
        (of(1_000, 99, 10), false, true),
        (of(1_000, 100, 9), true, false),
        (of(1_000, 100, 11), false, true),
        // Less at once but more over time, and the other way round.
        (of(1_000, 99, 9), true, true),
        (of(1_000, 200, 20), true, false),
        (of(1_000, 200, 21), true, true),
        (of(1_000, 50, 5), false, true),
        // Less of one thing does not make up for more of another.
        (of(1_001, 50, 10), true, true),
        (of(0, 0, 1), false, true),
        (of(u64::MAX, u64::MAX, 1), true, false),
        (of(u64::MAX, u64::MAX, u32::MAX), true, false),
    ] {
        assert_eq!(new.loosens(&ALLOWANCE), loosens, "{new:?}");
        assert_eq!(ALLOWANCE.loosens(&new), back, "back from {new:?}");
    }
    // Nothing at once is nothing over time, however soon.
    assert!(!of(5, 0, 1).loosens(&of(5, 0, 9)) && !of(5, 0, 9).loosens(&of(5, 0, 1)));
}
