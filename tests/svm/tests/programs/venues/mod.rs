//! Venues: the instructions about them, one module each, and here the way of a share through a venue.

pub mod add_venue;
pub mod approve_venue_program;
pub mod register_venue;
pub mod revoke_venue_program;
pub mod suspend_orphaned_venue;

use scrip_rules::refusal::Refusal;
use scrip_svm_tests::venue::Venue;
use scrip_svm_tests::{START, TOKEN, Transfer, World, addresses, cast, hook_program, token_2022};
use scrip_transfer_hook::state::{Holder, ORIGIN_VENUE_PROGRAM, VenueProgram, first_half};

use crate::hook::bar_wallet::NOTHING;
use crate::hook::onboard_holder::expected_record;
use crate::transfer::assert_refused;

/// A venue for the company's share: an account of the issuer program.
pub fn venue() -> Venue {
    Venue::asset_of(&cast().other_share)
}

/// A venue of another program.
pub fn other_venue() -> Venue {
    Venue::policy_of(&cast().other_share)
}

/// The record of [`venue`] after its registration.
pub fn registered() -> Holder {
    let venue = venue();
    let registry = cast().company.register.address;
    let approval = addresses::venue_program(&registry, &venue.program);
    Holder {
        kind: 2,
        origin: ORIGIN_VENUE_PROGRAM,
        kyc_expires_at: i64::MAX,
        identity: first_half(&approval),
        ..expected_record(venue.address, &NOTHING)
    }
}

/// The approval of [`venue`]'s program.
pub fn approval() -> VenueProgram {
    let (registry, program) = (cast().company.register.address, venue().program);
    let bump = addresses::bump(&addresses::venue_program(&registry, &program));
    VenueProgram { version: 1, bump, padding: [0; 6], registry, program }
}

/// A world in which an address without a key can sign, as it does when its program calls Token-2022; the
/// venue is registered and has a token account.
fn open_for_trade() -> World {
    let mut world = World::without_signatures();
    venue().put_registered(&mut world, &cast().company.register);
    world.run(token_2022::create_account(&venue().address, &cast().share.mint));
    world
}

fn deposit() -> Transfer {
    Transfer::new(&cast().share.mint, &cast().alice, &venue().address, TOKEN)
}

fn withdrawal() -> Transfer {
    Transfer::new(&cast().share.mint, &venue().address, &cast().bob, TOKEN)
}

#[test]
fn a_share_goes_through_a_venue_and_comes_back() {
    let mut world = open_for_trade();
    let (mint, venue) = (cast().share.mint, venue().address);
    assert_eq!(deposit().check(&mut world), 0);
    deposit().send(&mut world).unwrap();
    assert_eq!(token_2022::balance(&world, &venue, &mint), TOKEN);
    assert_eq!(withdrawal().check(&mut world), 0);
    withdrawal().send(&mut world).unwrap();
    assert_eq!(token_2022::balance(&world, &venue, &mint), 0);
    assert_eq!(token_2022::balance(&world, &cast().bob, &mint), 1_001 * TOKEN);
    // To whom nobody may send, a venue may not either.
    deposit().send(&mut world).unwrap();
    let out = Transfer::new(&mint, &venue, &cast().carol, 1);
    assert_refused(&world, &out, Refusal::DestinationMissing);
}

#[test]
fn nothing_reaches_a_venue_that_is_not_registered() {
    let mut world = World::without_signatures();
    world.run(token_2022::create_account(&venue().address, &cast().share.mint));
    assert_refused(&world, &deposit(), Refusal::DestinationMissing);
    // The approval alone registers nothing.
    world.run(venue().approve(&cast().company.register));
    assert_refused(&world, &deposit(), Refusal::DestinationMissing);
    world.run(venue().register(&cast().company.register));
    deposit().send(&mut world).unwrap();
}

#[test]
fn a_venues_status_counts_from_the_next_transfer_on() {
    let mut world = open_for_trade();
    deposit().send(&mut world).unwrap();
    let set = |status| {
        hook_program::set_holder_status(&cast().company.register, &venue().address, status)
    };
    for (status, source, destination) in [
        (2, Refusal::SourceSuspended, Refusal::DestinationSuspended),
        (4, Refusal::SourceSanctioned, Refusal::DestinationSanctioned),
        (3, Refusal::SourceRevoked, Refusal::DestinationRevoked),
    ] {
        world.run(set(status));
        assert_refused(&world, &deposit(), destination);
        assert_refused(&world, &withdrawal(), source);
    }
}

#[test]
fn an_orphaned_venue_stands_still_until_an_officer_reinstates_it() {
    let (mut world, register) = (open_for_trade(), cast().company.register);
    deposit().send(&mut world).unwrap();
    world.run(venue().revoke(&register));
    world.run(venue().suspend_orphaned(&register));
    let assert_stands_still = |world: &World| {
        assert_refused(world, &deposit(), Refusal::DestinationSuspended);
        assert_refused(world, &withdrawal(), Refusal::SourceSuspended);
    };
    assert_stands_still(&world);
    // Another approval is about venues to come.
    world.run(venue().approve(&register));
    assert_stands_still(&world);
    world.run(hook_program::set_holder_status(&register, &venue().address, 1));
    deposit().send(&mut world).unwrap();
    withdrawal().send(&mut world).unwrap();
}

#[test]
fn a_venue_has_no_country_and_no_class_that_a_policy_could_refuse() {
    // The company's policies admit residents of two countries only; the venue has none.
    let mut world = open_for_trade();
    let record: Holder = world.read(&cast().company.register.holder(&venue().address));
    assert_eq!((record.jurisdiction, record.investor_classes), (0, 0));
    assert_eq!(deposit().check(&mut world), 0);
    // Its record does not expire either.
    world.set_time(START + 300 * 86_400);
    assert_eq!(deposit().check(&mut world), 0);
}
