//! What stops transfers for a time: halts, pauses, expired checks.

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::{START, Transfer, World, cast, hook_program, issuer_program};

use super::{alice_to_bob, assert_allowed, assert_refused};

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
fn a_check_is_valid_until_the_second_of_its_expiry() {
    let mut world = World::new();
    let share = cast().share;
    for (wallet, refusal) in
        [(cast().alice, Refusal::SourceExpired), (cast().bob, Refusal::DestinationExpired)]
    {
        world.set_time(START);
        let mut args = UPDATE;
        args.kyc_expires_at = START + 100;
        world.run(hook_program::update_holder(&share.company.register, &wallet, args));
        world.set_time(START + 99);
        assert_allowed(&world, &alice_to_bob());
        world.set_time(START + 100);
        assert_refused(&world, &alice_to_bob(), refusal);
        // Renewed, the same record is good again.
        args.kyc_expires_at = START + 101;
        world.run(hook_program::update_holder(&share.company.register, &wallet, args));
        assert_allowed(&world, &alice_to_bob());
        args.kyc_expires_at = START + 1_000;
        world.run(hook_program::update_holder(&share.company.register, &wallet, args));
    }
}
