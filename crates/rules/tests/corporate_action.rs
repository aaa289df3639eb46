//! What may be scheduled, by a table of cases and by properties.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]

use proptest::prelude::*;
use scrip_rules::corporate_action::{
    ActionError, ActionKind, MAX_NOTICE, MultiplierTrack, Proposal, RatioBounds, check_ratio,
    schedule,
};
use scrip_rules::loosening::ActionLimits;
use scrip_rules::multiplier::{Multiplier, Ratio};

const NOW: i64 = 1_782_993_586;
const NOTICE: u32 = 3_600;
const EARLIEST: i64 = NOW + 3_600;
const BOUNDS: RatioBounds = RatioBounds { split_max: 20, dividend_max_bps: 1_000 };

fn ratio(numerator: u64, denominator: u64) -> Ratio {
    Ratio::new(numerator, denominator).unwrap()
}

fn split(effective_at: i64, expected: Multiplier) -> Proposal {
    Proposal { kind: ActionKind::ForwardSplit, ratio: ratio(4, 1), effective_at, expected }
}

#[test]
fn ratios() {
    use ActionError::{BeyondBound, NotGrowing};
    use ActionKind::{ForwardSplit, ReinvestedDividend};
    for (kind, numerator, denominator, expected) in [
        (ForwardSplit, 4, 1, Ok(())),
        (ForwardSplit, 3, 2, Ok(())),
        (ForwardSplit, 20, 1, Ok(())),
        (ForwardSplit, 21, 1, Err(BeyondBound)),
        (ForwardSplit, 200_000_001, 10_000_000, Err(BeyondBound)),
        (ForwardSplit, 1, 1, Err(NotGrowing)),
        (ForwardSplit, 1, 4, Err(NotGrowing)),
        (ForwardSplit, u64::MAX, 1, Err(BeyondBound)),
        (ForwardSplit, u64::MAX, u64::MAX, Err(NotGrowing)),
        (ReinvestedDividend, 1_000_782_402_647, 1_000_000_000_000, Ok(())),
        (ReinvestedDividend, 11, 10, Ok(())),
        (ReinvestedDividend, 1_101, 1_000, Err(BeyondBound)),
        (ReinvestedDividend, 2, 1, Err(BeyondBound)),
        (ReinvestedDividend, u64::MAX, 1, Err(BeyondBound)),
        (ReinvestedDividend, 999, 1_000, Err(NotGrowing)),
    ] {
        let answer = check_ratio(kind, ratio(numerator, denominator), &BOUNDS);
        assert_eq!(answer, expected, "{kind:?} {numerator}/{denominator}");
    }
}

#[test]
fn bounds_of_zero_admit_nothing() {
    let none = RatioBounds { split_max: 0, dividend_max_bps: 0 };
    for kind in [ActionKind::ForwardSplit, ActionKind::ReinvestedDividend] {
        assert_eq!(check_ratio(kind, ratio(1_001, 1_000), &none), Err(ActionError::BeyondBound));
    }
}

#[test]
fn notice_is_kept_to_the_second() {
    let track = MultiplierTrack::settled(Multiplier::ONE);
    use ActionError::{NoticeTooLong, NoticeTooShort};
    for (effective_at, min_notice, error) in [
        (EARLIEST, NOTICE, None),
        (EARLIEST - 1, NOTICE, Some(NoticeTooShort)),
        (NOW + 1, 0, None),
        // Token-2022 would apply these at once.
        (NOW, 0, Some(NoticeTooShort)),
        (NOW - 1, 0, Some(NoticeTooShort)),
        (i64::MIN, 0, Some(NoticeTooShort)),
        (NOW + MAX_NOTICE, NOTICE, None),
        (NOW + MAX_NOTICE + 1, NOTICE, Some(NoticeTooLong)),
        (i64::MAX, 0, Some(NoticeTooLong)),
        // A minimum beyond the maximum admits nothing.
        (NOW + MAX_NOTICE, u32::MAX, Some(NoticeTooShort)),
    ] {
        let proposal = split(effective_at, Multiplier::ONE);
        let answer = schedule(&track, &proposal, &BOUNDS, min_notice, NOW);
        assert_eq!(answer.err(), error, "{effective_at}");
    }
}

#[test]
fn one_change_at_a_time_and_the_next_from_what_is_then_in_force() {
    let four = Multiplier::ONE.apply(ratio(4, 1)).unwrap();
    let track = MultiplierTrack { current: Multiplier::ONE, next: four, effective_at: EARLIEST };
    let again =
        |expected, now: i64| schedule(&track, &split(now + 7_200, expected), &BOUNDS, NOTICE, now);
    assert_eq!(again(Multiplier::ONE, EARLIEST - 1), Err(ActionError::ChangePending));
    assert_eq!(again(Multiplier::ONE, EARLIEST), Err(ActionError::MultiplierMoved));
    let after = again(four, EARLIEST).unwrap();
    assert_eq!((after.current, after.next.scaled()), (four, 16 * Multiplier::ONE.scaled()));
}

#[test]
fn the_multiplier_stays_in_range() {
    let track = MultiplierTrack::settled(Multiplier::MAX);
    let answer = schedule(&track, &split(EARLIEST, Multiplier::MAX), &BOUNDS, NOTICE, NOW);
    assert!(matches!(answer, Err(ActionError::Multiplier(_))));
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

#[test]
fn wider_limits_loosen() {
    let of = |min_notice, split_max, dividend_max_bps| ActionLimits {
        min_notice,
        bounds: RatioBounds { split_max, dividend_max_bps },
    };
    let old = of(NOTICE, 20, 1_000);
    // new limits, whether they loosen, whether going back does
    for (new, loosens, back) in [
        (old, false, false),
        (of(NOTICE - 1, 20, 1_000), true, false),
        (of(NOTICE + 1, 20, 1_000), false, true),
        (of(NOTICE, 21, 1_000), true, false),
        (of(NOTICE, 19, 1_000), false, true),
        (of(NOTICE, 20, 1_001), true, false),
        (of(NOTICE, 20, 999), false, true),
        (of(u32::MAX, 0, 1_001), true, true),
        (of(0, u16::MAX, u16::MAX), true, false),
    ] {
        assert_eq!((new.loosens(&old), old.loosens(&new)), (loosens, back), "{new:?}");
    }
}

/// Limits close enough to each other that often neither or only one loosens.
fn any_limits() -> impl Strategy<Value = ActionLimits> {
    (0u32..4, 0u16..4, 0u16..4).prop_map(|(min_notice, split_max, by)| ActionLimits {
        min_notice,
        bounds: RatioBounds { split_max, dividend_max_bps: by * 2_500 },
    })
}

proptest! {
    #[test]
    fn limits_that_do_not_loosen_admit_no_further_action(
        (old, new) in (any_limits(), any_limits()), numerator in 1u64..9, denominator in 1u64..5,
        ahead in 0i64..5, dividend: bool,
    ) {
        let kind =
            if dividend { ActionKind::ReinvestedDividend } else { ActionKind::ForwardSplit };
        let proposal = Proposal {
            kind, ratio: ratio(numerator, denominator), effective_at: NOW + ahead, expected: Multiplier::ONE,
        };
        let track = MultiplierTrack::settled(Multiplier::ONE);
        let passes = |it: ActionLimits| schedule(&track, &proposal, &it.bounds, it.min_notice, NOW).is_ok();
        prop_assert!(new.loosens(&old) || passes(old) || !passes(new));
        prop_assert!(!old.loosens(&old));
        prop_assert!(old == new || old.loosens(&new) || new.loosens(&old));
    }

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
        notice: u32, ahead in 0i64..10_000_000_000,
    ) {
        let current = Multiplier::from_scaled(scaled).unwrap();
        let proposal = Proposal {
            kind: ActionKind::ForwardSplit,
            ratio: ratio(numerator, denominator),
            effective_at: NOW + ahead,
            expected: current,
        };
        if let Ok(track) = schedule(&MultiplierTrack::settled(current), &proposal, &BOUNDS, notice, NOW) {
            prop_assert!(ahead >= i64::from(notice.max(1)));
            prop_assert!(numerator > denominator);
            prop_assert_eq!(track.at(NOW), current);
            prop_assert_eq!(track.at(proposal.effective_at - 1), current);
            prop_assert_eq!(track.at(proposal.effective_at), current.apply(proposal.ratio).unwrap());
            prop_assert!(track.next >= current);
        }
    }
}
