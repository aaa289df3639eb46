//! What stops transfers for a time: halts, blackouts, lock-ups, pauses, expired checks. A time is a time and
//! no switch: a clock that goes back by a second brings back what was then.

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, Transfer, World, cast, issuer_program};
use scrip_transfer_hook::HolderDetails;

use super::stage::{set_terms, transfer, update};
use super::{alice_to_bob, assert_allowed, assert_refused};

/// Fails unless the transfer is refused for this reason from second to second of the window, and not a
/// second before or after; asked forwards, and then with a clock that goes backwards.
#[track_caller]
fn assert_stands_still(
    world: &World,
    transfer: &Transfer,
    refusal: Refusal,
    from: i64,
    until: i64,
) {
    let mut world = world.clone();
    let forwards = [from - 1, from, from + 1, until - 1, until, until + 1];
    for time in forwards.into_iter().chain(forwards.into_iter().rev()) {
        world.set_time(time);
        match (from..until).contains(&time) {
            true => assert_refused(&world, transfer, refusal),
            false => assert_allowed(&world, transfer),
        }
    }
}

#[test]
fn a_halt_ends_at_its_end_or_when_it_is_resumed() {
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::halt(&share, 1, START + 60));
    for (time, refused) in [(0, true), (59, true), (60, false), (61, false)] {
        world.set_time(START + time);
        match refused {
            true => assert_refused(&world, &alice_to_bob(), Refusal::Halted),
            false => assert_allowed(&world, &alice_to_bob()),
        }
    }
    // A clock that goes back by a second halts again: the end is a time, not a switch.
    world.set_time(START + 59);
    assert_refused(&world, &alice_to_bob(), Refusal::Halted);
    world.run(issuer_program::halt(&share, 1, 0));
    world.set_time(START + 100 * 365 * 86_400);
    assert_eq!(alice_to_bob().check(&mut world), Refusal::Halted.code());
    world.set_time(START);
    world.run(issuer_program::resume(&share));
    assert_allowed(&world, &alice_to_bob());
}

#[test]
fn a_halt_of_one_share_is_no_halt_of_another() {
    let mut world = World::new();
    world.run(issuer_program::halt(&cast().share, 1, 0));
    let other = Transfer::new(&cast().other_share.mint, &cast().alice, &cast().bob, 1);
    assert_allowed(&world, &other);
    assert_refused(&world, &alice_to_bob(), Refusal::Halted);
}

#[test]
fn a_pause_stops_transfers_in_token_2022_itself() {
    let mut world = World::new();
    let share = cast().share;
    world.run(issuer_program::pause(&share));
    // The hook is not asked, so its answer stays what it was.
    assert_eq!(alice_to_bob().check(&mut world), 0);
    let instruction = alice_to_bob().instruction(&world);
    let failure = world.refuse(instruction);
    assert!(failure.logged("Transferring, minting, and burning is paused on this mint"));
    world.run(issuer_program::unpause(&share));
    assert_allowed(&world, &alice_to_bob());
}

#[test]
fn a_blackout_lasts_from_its_first_second_to_its_last() {
    let mut world = World::new();
    let (from, until) = (START + 100, START + 200);
    world.run(issuer_program::set_blackout(&cast().share, from, until));
    assert_stands_still(&world, &alice_to_bob(), Refusal::Blackout, from, until);
    // Of a single second.
    world.run(issuer_program::set_blackout(&cast().share, from, from + 1));
    assert_stands_still(&world, &alice_to_bob(), Refusal::Blackout, from, from + 1);
    world.set_time(from);
    world.run(issuer_program::clear_blackout(&cast().share));
    assert_allowed(&world, &alice_to_bob());
}

#[test]
fn a_blackout_of_one_share_is_none_of_another() {
    let mut world = World::new();
    world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
    let other = Transfer::new(&cast().other_share.mint, &cast().alice, &cast().bob, 1);
    assert_allowed(&world, &other);
}

#[test]
fn a_lock_up_of_the_share_ends_at_its_second() {
    let mut world = World::new();
    set_terms(&mut world, |terms| terms.locked_until = START + 100);
    for (time, locked) in [(0, true), (99, true), (100, false), (101, false), (99, true)] {
        world.set_time(START + time);
        match locked {
            true => assert_refused(&world, &alice_to_bob(), Refusal::AssetLocked),
            false => assert_allowed(&world, &alice_to_bob()),
        }
    }
}

#[test]
fn a_lock_up_of_a_holder_ends_at_its_second_and_does_not_stop_a_receipt() {
    let mut world = World::new();
    let locked = HolderDetails { locked_until: START + 100, ..details() };
    update(&mut world, &cast().alice, locked);
    for (time, locked) in [(0, true), (99, true), (100, false), (101, false), (99, true)] {
        world.set_time(START + time);
        match locked {
            true => assert_refused(&world, &alice_to_bob(), Refusal::SourceLocked),
            false => assert_allowed(&world, &alice_to_bob()),
        }
        assert_allowed(&world, &transfer(&cast().bob, &cast().alice, 1));
    }
}

#[test]
fn a_check_is_valid_until_the_second_of_its_expiry() {
    for (wallet, refusal) in
        [(cast().alice, Refusal::SourceExpired), (cast().bob, Refusal::DestinationExpired)]
    {
        let mut world = World::new();
        let until = |kyc_expires_at| HolderDetails { kyc_expires_at, ..details() };
        update(&mut world, &wallet, until(START + 100));
        for (time, expired) in [(99, false), (100, true), (101, true), (99, false), (100, true)] {
            world.set_time(START + time);
            match expired {
                true => assert_refused(&world, &alice_to_bob(), refusal),
                false => assert_allowed(&world, &alice_to_bob()),
            }
        }
        // Renewed, the same record is good again.
        update(&mut world, &wallet, until(START + 101));
        assert_allowed(&world, &alice_to_bob());
    }
}
