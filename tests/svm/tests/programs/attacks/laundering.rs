//! By roundabout ways to where the direct one is closed: through venues, through delegates, through those
//! whom nobody knows.

use anchor_lang::prelude::Pubkey;
use scrip_rules::paths::{self, VENUE_TO_VENUE, WALLET_TO_VENUE, WALLET_TO_WALLET};
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::{World, cast, hook_program, token_2022};

use crate::transfer::stage::{newcomer, open, register, set_status, set_terms, transfer, venue};
use crate::transfer::{assert_allowed, assert_refused};

const SUSPENDED: u8 = 2;
const SANCTIONED: u8 = 4;

/// A world with two venues, under terms with these paths closed.
fn with_venues(closed: u16) -> (World, Pubkey, Pubkey) {
    let mut world = World::new();
    let (first, second) = (venue(&mut world, "venue"), venue(&mut world, "second venue"));
    set_terms(&mut world, |terms| terms.paths &= !closed);
    (world, first, second)
}

#[test]
fn from_venue_to_venue_where_that_path_is_closed() {
    let (mut world, first, second) = with_venues(VENUE_TO_VENUE);
    transfer(&cast().alice, &first, 5).send(&mut world).unwrap();
    assert_refused(&world, &transfer(&first, &second, 5), Refusal::VenueToVenue);
    assert_allowed(&world, &transfer(&first, &cast().bob, 5));
    // Not even when the other venue, or a wallet, collects what it was allowed to take.
    for collector in [second, cast().bob] {
        let mut world = world.clone();
        world.run(token_2022::approve(&first, &cast().share.mint, &collector, 5));
        let collected = transfer(&first, &second, 5).signed_by(&collector);
        assert_refused(&world, &collected, Refusal::VenueToVenue);
    }
}

#[test]
fn from_a_venue_to_those_whom_nobody_knows() {
    let (mut world, venue, _) = with_venues(0);
    // On an allowlist there is no such path; in open mode the policy says whether there is.
    assert_refused(&world, &transfer(&venue, &cast().carol, 1), Refusal::DestinationMissing);
    set_terms(&mut world, |terms| {
        open(terms);
        terms.paths = paths::ALL & !paths::VENUE_TO_UNKNOWN;
    });
    assert_refused(&world, &transfer(&venue, &cast().carol, 1), Refusal::DestinationMissing);
    assert_allowed(&world, &transfer(&cast().alice, &cast().carol, 1));
}

#[test]
fn from_a_wallet_through_a_venue_to_a_barred_wallet() {
    let (mut world, venue, _) = with_venues(0);
    set_terms(&mut world, open);
    world.run(hook_program::bar_wallet(&register(), cast().carol, SANCTIONED));
    assert_refused(
        &world,
        &transfer(&cast().alice, &cast().carol, 1),
        Refusal::DestinationSanctioned,
    );
    transfer(&cast().alice, &venue, 1).send(&mut world).unwrap();
    let withdrawal = transfer(&venue, &cast().carol, 1);
    assert_refused(&world, &withdrawal, Refusal::DestinationSanctioned);
    // Nor through somebody whom nobody knows.
    let dave = newcomer(&mut world, "dave");
    transfer(&venue, &dave, 1).send(&mut world).unwrap();
    let gift = transfer(&dave, &cast().carol, 1);
    assert_refused(&world, &gift, Refusal::DestinationSanctioned);
}

#[test]
fn through_a_venue_that_signs_for_a_wallet() {
    // A path is from owner to owner. A venue that is a delegate does not make its customer a venue.
    let (mut world, venue, second) = with_venues(WALLET_TO_WALLET | WALLET_TO_VENUE);
    world.run(token_2022::approve(&cast().alice, &cast().share.mint, &venue, 5));
    let by_venue = |to| transfer(&cast().alice, to, 5).signed_by(&venue);
    assert_refused(&world, &by_venue(&cast().bob), Refusal::WalletToWallet);
    assert_refused(&world, &by_venue(&second), Refusal::WalletToVenue);
    // Nor does a wallet that signs for a venue make it a wallet.
    world.run(token_2022::approve(&venue, &cast().share.mint, &cast().alice, 5));
    let by_alice = transfer(&venue, &cast().bob, 5).signed_by(&cast().alice);
    assert_allowed(&world, &by_alice);
    set_terms(&mut world, |terms| terms.paths &= !paths::VENUE_TO_WALLET);
    assert_refused(&world, &by_alice, Refusal::VenueToWallet);
}

#[test]
fn through_a_venue_that_is_suspended_or_closed() {
    let (mut world, venue, second) = with_venues(0);
    let mut closed = world.clone();
    closed.run(hook_program::close_holder(&register(), &venue));
    set_status(&mut world, &venue, SUSPENDED);
    for (world, out, into) in [
        (world, Refusal::SourceSuspended, Refusal::DestinationSuspended),
        (closed, Refusal::SourceMissing, Refusal::DestinationMissing),
    ] {
        for other in [cast().alice, second] {
            assert_refused(&world, &transfer(&venue, &other, 1), out);
            assert_refused(&world, &transfer(&other, &venue, 1), into);
        }
    }
}

#[test]
fn through_a_venue_that_only_another_registry_knows() {
    let mut world = World::new();
    let venue = newcomer(&mut world, "venue");
    world.run(hook_program::add_venue(&cast().foreign_company.register, venue));
    assert_refused(&world, &transfer(&cast().alice, &venue, 1), Refusal::DestinationMissing);
}

#[test]
fn by_the_shares_of_another_company() {
    // Who is sanctioned here may be welcome there, and the other way round: a record is its registry's.
    let mut world = World::new();
    set_status(&mut world, &cast().alice, SANCTIONED);
    let foreign = cast().foreign_share.mint;
    let there = scrip_svm_tests::Transfer::new(&foreign, &cast().alice, &cast().bob, 1);
    assert_allowed(&world, &there);
    let here = transfer(&cast().alice, &cast().bob, 1);
    assert_refused(&world, &here, Refusal::SourceSanctioned);
    let sister = cast().other_share.mint;
    let sister = scrip_svm_tests::Transfer::new(&sister, &cast().alice, &cast().bob, 1);
    assert_refused(&world, &sister, Refusal::SourceSanctioned);
}
