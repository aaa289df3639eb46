//! The multiplier before and after a change, and its next one.

use proptest::prelude::*;
use scrip_rules::corporate_action::{ActionError, MultiplierTrack, schedule};
use scrip_rules::multiplier::Multiplier;

use super::{EARLIEST, NOW, ratio};

#[test]
fn one_change_at_a_time_and_the_next_from_what_is_then_in_force() {
    let four = Multiplier::ONE.apply(ratio(4, 1)).unwrap();
    let track = MultiplierTrack { current: Multiplier::ONE, next: four, effective_at: EARLIEST };
    let again = |expected, now: i64| schedule(&track, ratio(4, 1), expected, now + 7_200, now);
    assert_eq!(again(Multiplier::ONE, EARLIEST - 1), Err(ActionError::ChangePending));
    assert_eq!(again(four, EARLIEST - 1), Err(ActionError::ChangePending));
    assert_eq!(again(Multiplier::ONE, EARLIEST), Err(ActionError::MultiplierMoved));
    let after = again(four, EARLIEST).unwrap();
    assert_eq!((after.current, after.next.scaled()), (four, 16 * Multiplier::ONE.scaled()));
}

#[test]
fn an_effective_time_that_has_passed_is_refused() {
    let track = MultiplierTrack::settled(Multiplier::ONE);
    for (effective_at, error) in [
        (NOW + 1, None),
        // Token-2022 would apply these at once.
        (NOW, Some(ActionError::EffectivePassed)),
        (NOW - 1, Some(ActionError::EffectivePassed)),
        (i64::MIN, Some(ActionError::EffectivePassed)),
    ] {
        let answer = schedule(&track, ratio(4, 1), Multiplier::ONE, effective_at, NOW);
        assert_eq!(answer.err(), error, "{effective_at}");
    }
}

#[test]
fn the_multiplier_stays_in_range() {
    for (extreme, numerator, denominator) in [(Multiplier::MAX, 4, 1), (Multiplier::MIN, 1, 4)] {
        let track = MultiplierTrack::settled(extreme);
        let answer = schedule(&track, ratio(numerator, denominator), extreme, EARLIEST, NOW);
        assert!(matches!(answer, Err(ActionError::Multiplier(_))), "{answer:?}");
    }
}

#[test]
fn an_action_is_in_force_from_its_time_on() {
    let of = |effective_at| MultiplierTrack {
        effective_at,
        ..MultiplierTrack::settled(Multiplier::ONE)
    };
    const EARLIER: i64 = NOW - 1_000;
    // effective at, scheduled, in force, since when
    for (effective_at, scheduled, in_force, since) in [
        (NOW - 1, 3, 3, NOW - 1),
        (NOW, 3, 3, NOW),
        (NOW + 1, 3, 2, EARLIER),
        (i64::MAX, 1, 0, EARLIER),
        (i64::MAX, u32::MAX, u32::MAX - 1, EARLIER),
        // None was ever scheduled.
        (0, 0, 0, 0),
        (NOW + 1, 0, 0, EARLIER),
    ] {
        let track = of(effective_at);
        assert_eq!(track.in_force(scheduled, NOW), in_force, "{effective_at} {scheduled}");
        assert_eq!(track.in_force_since(EARLIER, NOW), since, "{effective_at}");
    }
    assert_eq!(MultiplierTrack::settled(Multiplier::MAX).in_force_since(EARLIER, NOW), 0);
}

proptest! {
    #[test]
    fn the_multiplier_in_force_is_that_of_the_actions_in_force(
        scheduled in 1u32.., effective_at: i64, now: i64,
    ) {
        let next = Multiplier::MAX;
        let track = MultiplierTrack { current: Multiplier::ONE, next, effective_at };
        let all = track.in_force(scheduled, now) == scheduled;
        prop_assert_eq!(all, track.at(now) == next);
        prop_assert!(track.in_force(scheduled, now) >= scheduled - 1);
        // Whoever counted since then, counted under the multiplier in force.
        let earlier = now.saturating_sub(7);
        let since = track.in_force_since(earlier, now);
        prop_assert!(since <= now);
        let holds = if all { track.at(since) == next } else { since == earlier };
        prop_assert!(holds);
    }

    #[test]
    fn what_is_scheduled_holds_from_its_time_and_not_before(
        scaled in 1u128..1_000_000_000_000_000_000_000_000, numerator in 1u64.., denominator in 1u64..,
        ahead in -5i64..10_000_000_000,
    ) {
        let current = Multiplier::from_scaled(scaled).unwrap();
        let (change, at) = (ratio(numerator, denominator), NOW + ahead);
        let before = MultiplierTrack::settled(current);
        if let Ok(track) = schedule(&before, change, current, at, NOW) {
            prop_assert!(ahead > 0);
            prop_assert_eq!(track.at(NOW), current);
            prop_assert_eq!(track.at(at - 1), current);
            prop_assert_eq!(track.at(at), current.apply(change).unwrap());
        }
    }

    #[test]
    fn a_change_that_is_taken_back_was_never_there(
        first in 1u64..30, second in 1u64..30, wait in 0i64..90, ahead in 1i64..90, later in 0i64..200,
    ) {
        let begin = MultiplierTrack::settled(Multiplier::ONE);
        let before = schedule(&begin, ratio(first, 7), Multiplier::ONE, NOW + 1, NOW).unwrap();
        let (now, current) = (NOW + 1 + wait, before.next);
        let pending = schedule(&before, ratio(second, 7), current, now + ahead, now).unwrap();
        prop_assert_eq!(pending.in_force_since(before.effective_at, now), before.effective_at);
        let back = pending.without_pending(before.effective_at);
        prop_assert_eq!(back.effective_at, before.effective_at);
        // From now on it says what it said before, and another can be scheduled.
        for second in [now, now + later] {
            prop_assert_eq!(back.at(second), before.at(second));
            prop_assert!(!back.is_pending(second));
            prop_assert_eq!(back.in_force(1, second), before.in_force(1, second));
        }
        let same = |track| schedule(track, ratio(second, 7), current, now + ahead, now);
        prop_assert_eq!(same(&back).map(|track| track.next), same(&before).map(|track| track.next));
    }
}
