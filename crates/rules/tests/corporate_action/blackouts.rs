//! The blackout that stands in a policy when an action is scheduled.

use proptest::prelude::*;
use scrip_rules::corporate_action::{
    ActionError, Dates, MultiplierTrack, check_pending_change, check_standing_blackout,
};
use scrip_rules::multiplier::Multiplier;
use scrip_rules::policy::Blackout;

use super::NOW;

const NONE: Blackout = Blackout { from: 0, until: 0 };

fn effective(effective_at: i64, blackout: Blackout) -> Dates {
    Dates { ex_at: 0, record_at: 0, effective_at, payable_at: 0, elect_by: 0, blackout }
}

#[test]
fn an_effective_time_within_and_a_second_blackout_are_refused() {
    use ActionError::{BlackoutStanding, EffectiveInBlackout};
    let standing = Blackout { from: NOW + 100, until: NOW + 200 };
    let own = |at: i64| Blackout { from: at - 5, until: at + 5 };
    for (at, now, without, with) in [
        (NOW + 99, NOW, Ok(()), Err(BlackoutStanding)),
        (NOW + 100, NOW, Err(EffectiveInBlackout), Err(EffectiveInBlackout)),
        (NOW + 199, NOW, Err(EffectiveInBlackout), Err(EffectiveInBlackout)),
        (NOW + 200, NOW, Ok(()), Err(BlackoutStanding)),
        (NOW + 300, NOW + 199, Ok(()), Err(BlackoutStanding)),
        // It is over, and there is room for another.
        (NOW + 300, NOW + 200, Ok(()), Ok(())),
    ] {
        let check = |own| check_standing_blackout(&effective(at, own), standing, now);
        assert_eq!((check(NONE), check(own(at))), (without, with), "{}", at - NOW);
    }
}

#[test]
fn without_a_standing_one_anything_goes() {
    let own = Blackout { from: NOW + 1, until: NOW + 9 };
    for (standing, own) in [(NONE, NONE), (NONE, own), (Blackout { from: NOW, until: NOW }, own)] {
        assert_eq!(check_standing_blackout(&effective(NOW + 5, own), standing, NOW), Ok(()));
    }
}

#[test]
fn the_effective_time_of_a_pending_change_is_not_stood_upon() {
    let own = effective(NOW + 50, Blackout { from: NOW + 40, until: NOW + 60 });
    let pending = |effective_at| {
        let track = MultiplierTrack::settled(Multiplier::ONE);
        MultiplierTrack { effective_at, ..track }
    };
    let refused = Err(ActionError::EffectiveInBlackout);
    for (at, now, answer) in [
        (39, 0, Ok(())),
        (40, 0, refused),
        (50, 0, refused),
        (59, 0, refused),
        (60, 0, Ok(())),
        // It has taken effect.
        (40, 40, Ok(())),
        (40, 39, refused),
    ] {
        let (track, now) = (pending(NOW + at), NOW + now);
        assert_eq!(check_pending_change(&own, &track, now), answer, "{at}");
        assert_eq!(check_pending_change(&effective(NOW + 50, NONE), &track, now), Ok(()));
    }
}

proptest! {
    #[test]
    fn after_scheduling_no_second_that_was_to_stand_still_is_lost(
        from in 0i64..40, len in 0i64..20, at in 1i64..60, own: bool, now in 0i64..40,
    ) {
        let standing = Blackout { from: NOW + from, until: NOW + from + len };
        let (at, now) = (NOW + at, NOW + now);
        let blackout = if own { Blackout { from: at - 2, until: at + 2 } } else { NONE };
        if check_standing_blackout(&effective(at, blackout), standing, now).is_ok() {
            let replaced = own;
            prop_assert!(!replaced || (now..NOW + 80).all(|second| !standing.in_force(second)));
            prop_assert!(at < now || !standing.in_force(at));
        }
    }
}
