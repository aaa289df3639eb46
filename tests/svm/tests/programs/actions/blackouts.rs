//! The blackout of an action: in the policy from its scheduling on, alone, and never around another's effective time.

use scrip_issuer::error::IssuerError;
use scrip_issuer::state::ActionDates;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::Transfer;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::actions::STOPPED_SPLIT;

use super::*;

/// A change of name around which the share stands still as around [`STOPPED_SPLIT`].
fn stopped_change_of_name() -> AnnounceActionArgs {
    AnnounceActionArgs { dates: STOPPED_SPLIT.dates, ..renamed() }
}

/// The same later, so that an action before its blackout has its notice.
fn later_change_of_name() -> AnnounceActionArgs {
    let mut args = stopped_change_of_name();
    let dates = &mut args.dates;
    for date in [&mut dates.effective_at, &mut dates.blackout_from, &mut dates.blackout_until] {
        *date += 700;
    }
    args
}

/// With a blackout of ten seconds from the effective time on.
fn stopped(at: i64, args: AnnounceActionArgs) -> AnnounceActionArgs {
    let dates = ActionDates { blackout_from: at, blackout_until: at + 10, ..effective_at(at) };
    AnnounceActionArgs { dates, ..args }
}

#[track_caller]
fn refused(world: &mut World, sequence: u32, error: IssuerError) {
    world.refuse(schedule(sequence)).assert_code(error as u32, "scheduled");
}

#[test]
fn transfers_stop_around_the_effective_time() {
    let mut world = World::new();
    let (share, alice, bob) = (cast().share, cast().alice, cast().bob);
    world.schedule(&share, STOPPED_SPLIT);
    let transfer = Transfer::new(&share.mint, &alice, &bob, 1);
    let stops = Refusal::Blackout.code();
    for (after, answer) in
        [(-601, 0), (-600, stops), (-1, stops), (0, stops), (599, stops), (600, 0)]
    {
        world.set_time(AT + after);
        assert_eq!(transfer.check(&mut world), answer, "{after}");
    }
}

#[test]
fn no_action_takes_effect_within_the_blackout_of_another() {
    for (after, refusal) in [
        (-601, None),
        (-600, Some(IssuerError::EffectiveInBlackout)),
        (0, Some(IssuerError::EffectiveInBlackout)),
        (599, Some(IssuerError::EffectiveInBlackout)),
        (600, None),
    ] {
        let mut world = World::new();
        world.run(announce(0, later_change_of_name()));
        world.run(announce(1, taking_effect(AT + 700 + after, SPLIT)));
        world.run(schedule(0));
        match refusal {
            Some(error) => {
                refused(&mut world, 1, error);
                // Amended to a time after it, it passes.
                world.run(amend(1, taking_effect(AT + 700 + 600, SPLIT)));
                world.run(schedule(1));
            }
            None => drop(world.run(schedule(1))),
        }
    }
}

#[test]
fn no_blackout_is_laid_over_a_change_that_is_pending() {
    let name = later_change_of_name();
    let (from, until) = (name.dates.blackout_from, name.dates.blackout_until);
    for (at, refusal) in [
        (from - 1, None),
        (from, Some(IssuerError::EffectiveInBlackout)),
        (until - 1, Some(IssuerError::EffectiveInBlackout)),
        (until, None),
    ] {
        let mut world = World::new();
        world.schedule(&cast().share, taking_effect(at, SPLIT));
        world.run(announce(1, name));
        match refusal {
            Some(error) => {
                refused(&mut world, 1, error);
                // Without a blackout it passes.
                world.run(amend(1, taking_effect(name.dates.effective_at, name)));
                world.run(schedule(1));
            }
            None => drop(world.run(schedule(1))),
        }
    }
}

#[test]
fn there_is_room_for_one_blackout_until_it_is_over() {
    let mut world = World::new();
    world.schedule(&cast().share, stopped_change_of_name());
    world.run(announce(1, stopped(AT + 86_400, SPLIT)));
    for time in [START, AT, AT + 599] {
        world.set_time(time);
        refused(&mut world, 1, IssuerError::BlackoutStanding);
    }
    world.set_time(AT + 600);
    world.run(schedule(1));
}

#[test]
fn the_end_of_one_action_makes_room_for_another() {
    for ends in [cancel(0), amend(0, taking_effect(AT, renamed()))] {
        let mut world = World::new();
        world.schedule(&cast().share, stopped_change_of_name());
        world.run(announce(1, STOPPED_SPLIT));
        refused(&mut world, 1, IssuerError::EffectiveInBlackout);
        world.run(ends);
        world.run(schedule(1));
    }
}

#[test]
fn one_set_by_hand_counts_until_it_is_cleared() {
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::set_blackout(&share, AT - 5, AT + 5));
    world.run(announce(0, SPLIT));
    world.run(announce(1, stopped(AT + 86_400, renamed())));
    refused(&mut world, 0, IssuerError::EffectiveInBlackout);
    refused(&mut world, 1, IssuerError::BlackoutStanding);
    world.run(issuer_program::clear_blackout(&share));
    world.run(schedule(0));
    world.run(schedule(1));
}

#[test]
fn what_somebody_changed_by_hand_is_left_as_it_is() {
    let share = cast().share;
    let set = |from, until| issuer_program::set_blackout(&share, from, until);
    let (from, until) = (STOPPED_SPLIT.dates.blackout_from, STOPPED_SPLIT.dates.blackout_until);
    for by_hand in [
        set(from + 1, until),
        set(from, until + 1),
        set(START, START + 1),
        issuer_program::clear_blackout(&share),
    ] {
        for undo in [cancel(0), amend(0, taking_effect(AT, SPLIT))] {
            let mut world = World::new();
            world.schedule(&share, STOPPED_SPLIT);
            world.run(by_hand.clone());
            let policy = world.data(&share.policy);
            world.run(undo);
            assert_eq!(world.data(&share.policy), policy);
        }
    }
}
