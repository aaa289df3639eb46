//! Open mode: a wallet without a record may hold and send; what is known of a wallet still counts. (That
//! nobody's record can be made to look absent is `attacks::absent`.)

use anchor_lang::prelude::Pubkey;
use scrip_rules::classes::RETAIL;
use scrip_rules::refusal::{RecordFault, Refusal};
use scrip_svm_tests::fixtures::UPDATE;
use scrip_svm_tests::setup::details;
use scrip_svm_tests::{START, TOKEN, UNITED_STATES, World, cast, hook_program};
use scrip_transfer_hook::HolderDetails;

use super::stage::{newcomer, open, register, set_status, set_terms, transfer, update};
use super::{assert_allowed, assert_refused};

/// An open share, of which Carol holds ten tokens; and Dave, whom nobody knows either.
fn open_world() -> (World, Pubkey) {
    let mut world = World::new();
    set_terms(&mut world, open);
    transfer(&cast().alice, &cast().carol, 10 * TOKEN).send(&mut world).unwrap();
    let dave = newcomer(&mut world, "dave");
    (world, dave)
}

/// Fails unless Carol can neither send nor receive, for this reason.
#[track_caller]
fn assert_carol_barred(world: &World, fault: RecordFault) {
    let (alice, carol) = (cast().alice, cast().carol);
    assert_refused(world, &transfer(&alice, &carol, 1), Refusal::of_destination(fault));
    assert_refused(world, &transfer(&carol, &alice, 1), Refusal::of_source(fault));
}

#[test]
fn without_a_record_one_may_receive_and_send() {
    let (world, dave) = open_world();
    let (alice, bob, carol) = (cast().alice, cast().bob, cast().carol);
    for (from, to) in [(alice, carol), (carol, bob), (carol, dave), (alice, bob)] {
        assert_allowed(&world, &transfer(&from, &to, 1));
    }
}

#[test]
fn a_wallet_barred_before_anybody_knew_it_may_not() {
    use RecordFault::{Revoked, Sanctioned, Suspended};
    for (status, fault) in [(2, Suspended), (3, Revoked), (4, Sanctioned)] {
        let (mut world, dave) = open_world();
        world.run(hook_program::bar_wallet(&register(), cast().carol, status));
        assert_carol_barred(&world, fault);
        let to_dave = transfer(&cast().carol, &dave, 1);
        assert_refused(&world, &to_dave, Refusal::of_source(fault));
    }
}

#[test]
fn a_wallet_that_a_registrar_bars_may_not() {
    use RecordFault::{Revoked, Sanctioned, Suspended};
    for (status, fault) in [(2, Suspended), (4, Sanctioned), (3, Revoked)] {
        let (mut world, _) = open_world();
        world.run(hook_program::onboard_holder(&register(), cast().carol, details()));
        assert_allowed(&world, &transfer(&cast().carol, &cast().alice, 1));
        set_status(&mut world, &cast().carol, status);
        assert_carol_barred(&world, fault);
    }
}

#[test]
fn a_wallet_reinstated_without_facts_needs_a_check() {
    // Nobody knows more of it than that it was barred, so its record is no better than an expired one.
    let (mut world, _) = open_world();
    world.run(hook_program::bar_wallet(&register(), cast().carol, 2));
    set_status(&mut world, &cast().carol, 1);
    assert_carol_barred(&world, RecordFault::Expired);
    // Taken off the register, it is as free as before; onboarded, it is what it is found to be.
    let mut closed = world.clone();
    closed.run(hook_program::close_holder(&register(), &cast().carol));
    assert_allowed(&closed, &transfer(&cast().carol, &cast().alice, 1));
    update(&mut world, &cast().carol, details());
    assert_allowed(&world, &transfer(&cast().carol, &cast().alice, 1));
}

#[test]
fn what_is_asked_of_people_is_asked_of_those_who_are_known() {
    let cases: [(HolderDetails, RecordFault); 4] = [
        (UPDATE, RecordFault::Expired),
        (HolderDetails { jurisdiction: UNITED_STATES, ..details() }, RecordFault::Jurisdiction),
        (HolderDetails { investor_classes: 8, ..details() }, RecordFault::ClassNotAdmitted),
        (HolderDetails { investor_classes: 3, ..details() }, RecordFault::ClassRefused),
    ];
    for (facts, fault) in cases {
        let (mut world, _) = open_world();
        set_terms(&mut world, |terms| {
            open(terms);
            (terms.classes_admitted, terms.classes_refused) = (RETAIL, 1);
        });
        world.set_time(START + 5);
        // As long as nothing is known of Carol, none of it can be asked of her.
        assert_allowed(&world, &transfer(&cast().carol, &cast().alice, 1));
        world.set_time(START);
        world.run(hook_program::onboard_holder(&register(), cast().carol, facts));
        world.set_time(START + 5);
        assert_carol_barred(&world, fault);
    }
}

#[test]
fn a_lock_up_holds_whom_it_names() {
    let (mut world, _) = open_world();
    let locked = HolderDetails { locked_until: START + 1, ..details() };
    world.run(hook_program::onboard_holder(&register(), cast().carol, locked));
    let (to, from) =
        (transfer(&cast().alice, &cast().carol, 1), transfer(&cast().carol, &cast().alice, 1));
    assert_allowed(&world, &to);
    assert_refused(&world, &from, Refusal::SourceLocked);
    world.set_time(START + 1);
    assert_allowed(&world, &from);
}
