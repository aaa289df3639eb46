//! `withdraw_election`: while holders choose, and when the choice has been counted; not in between.

use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ElectionWithdrawn;
use scrip_issuer::{ID, OpenPayoutArgs};
use scrip_rules::corporate_action::Election;
use scrip_svm_tests::distribution::Tree;
use scrip_svm_tests::fixtures::offers::{DEADLINE, EFFECTIVE, ELECT_BY, choice, schedule};
use scrip_svm_tests::issuer_program::with;

use super::*;
use crate::case::{assert_all_fail, case};

fn withdraw() -> Instruction {
    issuer_program::withdraw_election(&cast().share, 0, &cast().alice)
}

/// Alice has chosen shares.
fn chosen(world: &mut World) -> Instruction {
    schedule(world, choice(Election::Cash));
    world.run(issuer_program::elect(&cast().share, 0, &cast().alice, 2));
    withdraw()
}

pub const CASES: &[Case] = &[
    case(IssuerError::ElectionStands as u32, "at the end of the time", |world| {
        let instruction = chosen(world);
        world.set_time(ELECT_BY);
        instruction
    }),
    case(IssuerError::ElectionStands as u32, "when it is in force and not settled", |world| {
        let instruction = chosen(world);
        world.set_time(EFFECTIVE + 1_000 * DAY);
        instruction
    }),
    case(IssuerError::ActionMismatch as u32, "as if it were another action's", |world| {
        let instruction = chosen(world);
        schedule(world, choice(Election::Cash));
        with("withdraw_election", instruction, [("action", action_of(1))])
    }),
    case(IssuerError::NotEscrowOwner as u32, "by somebody else", |world| {
        with("withdraw_election", chosen(world), [("owner", cast().bob)])
    }),
    case(IssuerError::NotEscrowOwner as u32, "by who paid the rent", |world| {
        with("withdraw_election", chosen(world), [("owner", cast().payer)])
    }),
    case(IssuerError::NotRentPayer as u32, "for the rent", |world| {
        with("withdraw_election", chosen(world), [("rent_receiver", cast().alice)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

/// Withdraws, and holds event, account and rent against what they must be.
fn assert_gone(world: &mut World, before: u64) {
    let receipt = world.run(withdraw());
    let (action, owner) = (action_of(0), cast().alice);
    receipt.assert_event(ID, &ElectionWithdrawn { action, owner, choice: 2 });
    assert_eq!(receipt.event_count(), 1);
    assert_eq!(world.account(&addresses::election(&action, &owner)), None);
    assert_eq!(lamports(world), before);
}

fn before_choosing(world: &mut World) -> u64 {
    schedule(world, choice(Election::Cash));
    let before = lamports(world);
    world.run(issuer_program::elect(&cast().share, 0, &cast().alice, 2));
    assert!(lamports(world) < before);
    before
}

#[test]
fn until_the_end_of_the_time() {
    let mut world = World::new();
    let before = before_choosing(&mut world);
    world.set_time(ELECT_BY - 1);
    assert_gone(&mut world, before);
}

#[test]
fn when_the_dividend_is_cancelled() {
    let mut world = World::new();
    let before = before_choosing(&mut world);
    world.set_time(ELECT_BY + 1);
    world.run(issuer_program::cancel_action(&cast().share, 0));
    // Also by a holder who is on no register any more.
    set_status(&mut world, 3);
    assert_gone(&mut world, before);
}

#[test]
fn when_it_is_settled() {
    let mut world = World::new();
    schedule(&mut world, choice(Election::Cash));
    let payout = cash_payout(0);
    let tree = Tree::new(&payout, &[(cast().bob, 1, 9, 0)]);
    let before = lamports(&world);
    world.run(issuer_program::elect(&cast().share, 0, &cast().alice, 2));
    let rent = before - lamports(&world);
    let (share, treasury) = (&cast().share, cast().company.treasury());
    let args = OpenPayoutArgs {
        total: tree.net(),
        root: tree.root(),
        leaves: tree.leaf_count(),
        withheld: 0,
        snapshot_hash: [1; 32],
        deadline: DEADLINE,
    };
    world.set_time(ELECT_BY);
    world.run(issuer_program::open_payout(share, 0, PaidWith::Cash, args));
    world.run(issuer_program::fund_payout(share, 0, PaidWith::Cash, &treasury, tree.net()));
    world.set_time(DEADLINE);
    world.refuse(withdraw()).assert_code(IssuerError::ElectionStands as u32, "not settled");
    world.run(issuer_program::sweep_payout(share, 0, PaidWith::Cash));
    world.refuse(withdraw()).assert_code(IssuerError::ElectionStands as u32, "not settled");
    world.run(issuer_program::settle_action(share, 0));
    let before = lamports(&world) + rent;
    assert_gone(&mut world, before);
}

#[test]
fn the_rent_goes_back_to_whoever_paid_it() {
    let mut world = World::new();
    schedule(&mut world, choice(Election::Cash));
    let alice = cast().alice;
    let own = |instruction, account| {
        let name = if account == "payer" { "elect" } else { "withdraw_election" };
        with(name, instruction, [(account, alice)])
    };
    let before = world.account(&alice).unwrap().lamports;
    world.run(own(issuer_program::elect(&cast().share, 0, &alice, 1), "payer"));
    assert!(world.account(&alice).unwrap().lamports < before);
    world.refuse(withdraw()).assert_code(IssuerError::NotRentPayer as u32, "another receiver");
    world.run(own(withdraw(), "rent_receiver"));
    assert_eq!(world.account(&alice).unwrap().lamports, before);
}
