//! `elect`

use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::Elected;
use scrip_issuer::state::{HOLDER_ELECTION_VERSION, HolderElection};
use scrip_rules::corporate_action::Election;
use scrip_rules::refusal::Refusal;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::offers::{ELECT_BY, choice, schedule};
use scrip_svm_tests::issuer_program::with;

use super::*;
use crate::case::{assert_all_fail, case};

fn elect(choice: u8) -> Instruction {
    issuer_program::elect(&cast().share, 0, &cast().alice, choice)
}

/// A dividend with a choice, and Alice who chooses shares.
fn choosing(world: &mut World) -> Instruction {
    schedule(world, choice(Election::Cash));
    elect(2)
}

pub const CASES: &[Case] = &[
    case(IssuerError::UnknownElection as u32, "neither", |world| {
        choosing(world);
        elect(0)
    }),
    case(IssuerError::UnknownElection as u32, "a third thing", |world| {
        choosing(world);
        elect(3)
    }),
    case(IssuerError::WrongForm as u32, "of a split", |world| {
        schedule(world, SPLIT);
        elect(1)
    }),
    case(IssuerError::ElectionOver as u32, "at the end of the time", |world| {
        let instruction = choosing(world);
        world.set_time(ELECT_BY - 1);
        world.clone().run(instruction.clone());
        world.set_time(ELECT_BY);
        instruction
    }),
    case(IssuerError::ElectionOver as u32, "of what is cancelled", |world| {
        let instruction = choosing(world);
        world.run(issuer_program::cancel_action(&cast().share, 0));
        instruction
    }),
    case(IssuerError::ActionMismatch as u32, "of another share's action", |world| {
        world.schedule(&cast().other_share, SPLIT);
        let other = addresses::action(&cast().other_share.asset, 0);
        let election = addresses::election(&other, &cast().alice);
        with("elect", choosing(world), [("action", other), ("election", election)])
    }),
    case(Refusal::DestinationMissing as u32, "by somebody on no register", |world| {
        choosing(world);
        issuer_program::elect(&cast().share, 0, &cast().carol, 1)
    }),
    case(Refusal::DestinationExpired as u32, "by a lapsed holder", |world| {
        let instruction = choosing(world);
        lapse(world);
        instruction
    }),
    case(Refusal::DestinationSuspended as u32, "by a suspended holder", |world| {
        let instruction = choosing(world);
        set_status(world, 2);
        instruction
    }),
    case(Refusal::DestinationOtherWallet as u32, "by another's record", |world| {
        let bobs = cast().share.holder(&cast().bob);
        with("elect", choosing(world), [("holder", bobs)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn a_choice_is_written_down() {
    for choice in [1, 2] {
        let mut world = World::new();
        choosing(&mut world);
        let action = read_action(&world, 0);
        let receipt = world.run(elect(choice));
        let (owner, address) = (cast().alice, addresses::election(&action_of(0), &cast().alice));
        let expected = HolderElection {
            version: HOLDER_ELECTION_VERSION,
            bump: addresses::bump(&address),
            choice,
            action: action_of(0),
            owner,
            rent_payer: cast().payer,
        };
        world.assert_account(&address, &expected);
        assert_action(&world, 0, &action);
        let asset = cast().share.asset;
        receipt.assert_event(ID, &Elected { asset, action: action_of(0), owner, choice });
        assert_eq!(receipt.event_count(), 1);
    }
}

#[test]
fn a_choice_may_be_made_before_the_dividend_is_scheduled_and_in_a_standstill() {
    let mut world = World::new();
    let args = choice(Election::Cash);
    world.run(issuer_program::announce_action(&cast().share, 0, args));
    world.run(elect(2));
    let now = world.now();
    world.run(issuer_program::halt(&cast().share, 2, 0));
    world.run(issuer_program::set_blackout(&cast().share, now, now + 100));
    world.run(issuer_program::pause(&cast().share));
    world.run(issuer_program::elect(&cast().share, 0, &cast().bob, 1));
}

#[test]
fn a_choice_is_changed_in_one_transaction() {
    let mut world = World::new();
    let instruction = choosing(&mut world);
    world.run(instruction.clone());
    world.refuse(instruction);
    world.refuse(elect(1));
    let before = lamports(&world);
    let withdraw = issuer_program::withdraw_election(&cast().share, 0, &cast().alice);
    world.set_time(ELECT_BY - 1);
    world.send_all(&[withdraw.clone(), elect(1)]).unwrap();
    assert_eq!(lamports(&world), before);
    let address = addresses::election(&action_of(0), &cast().alice);
    assert_eq!(world.read::<HolderElection>(&address).choice, 1);
    // At the end of the time neither half goes through.
    world.set_time(ELECT_BY);
    let failure = world.send_all(&[withdraw, elect(2)]).unwrap_err();
    failure.assert_code(IssuerError::ElectionStands as u32, "too late");
    assert_eq!(world.read::<HolderElection>(&address).choice, 1);
}

#[test]
fn what_those_get_who_do_not_choose_is_the_assets_setting_at_the_announcement() {
    let mut world = World::new();
    let shares = choice(Election::Reinvest);
    let announce = |args| issuer_program::announce_action(&cast().share, 0, args);
    let failure = world.refuse(announce(shares));
    failure.assert_code(IssuerError::DefaultElectionDiffers as u32, "the setting is cash");
    let setting = Change::DefaultElection { choice: Election::Reinvest as u8 };
    world.run(issuer_program::change_asset(&cast().share, setting));
    let failure = world.refuse(announce(choice(Election::Cash)));
    failure.assert_code(IssuerError::DefaultElectionDiffers as u32, "the setting is shares");
    schedule(&mut world, shares);
    // What is announced stays as it is.
    let setting = Change::DefaultElection { choice: Election::Cash as u8 };
    world.run(issuer_program::change_asset(&cast().share, setting));
    assert_eq!(read_action(&world, 0).terms, shares.terms);
    world.run(elect(1));
}
