//! The queue of changes, used for another share, twice, too early, too late, or after the rules for it changed.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{Asset, CHANGE_GRACE, FOUR_EYES_ALL, Issuer};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::{self as issuer, with};
use scrip_svm_tests::{START, World, cast};

use crate::codes::NOT_INITIALISED;

const CAP: Change = Change::SupplyCap { raw: u64::MAX };
const HOUR: u32 = 3_600;
const HOURS: i64 = HOUR as i64;

fn set(world: &mut World, change: Change) {
    world.run(issuer::change_company(&cast().company, change));
}

/// An issuer that waits for an hour, and proposes to raise the share's cap.
fn proposed() -> World {
    let mut world = World::new();
    set(&mut world, Change::Timelock { seconds: HOUR });
    world.run(issuer::propose_change(&cast().company, Some(&cast().share), CAP, 0));
    world
}

fn execute() -> Instruction {
    issuer::execute_change(&cast().company, Some(&cast().share), CAP, 0, cast().mallory)
}

#[track_caller]
fn refused(world: &mut World, error: IssuerError) {
    world.refuse(execute()).assert_code(error as u32, "the change");
}

#[test]
fn a_change_of_one_share_is_not_carried_out_on_another() {
    let mut world = proposed();
    world.set_time(START + HOURS);
    for other in [&cast().other_share, &cast().foreign_share] {
        let elsewhere = with("execute_change", execute(), [("asset", other.asset)]);
        world.refuse(elsewhere);
        let issuer = [("asset", other.asset), ("issuer", other.company.address)];
        let elsewhere = with("execute_change", execute(), issuer);
        let code = IssuerError::ChangeTargetMismatch as u32;
        world.refuse(elsewhere).assert_code(code, "another share");
    }
    world.run(execute());
    assert_eq!(world.read::<Asset>(&cast().share.asset).supply_cap, u64::MAX);
}

#[test]
fn a_longer_timelock_counts_for_what_waits_already() {
    let mut world = proposed();
    set(&mut world, Change::Timelock { seconds: 3 * HOUR });
    world.set_time(START + 3 * HOURS - 1);
    refused(&mut world, IssuerError::ChangeNotDue);
    world.set_time(START + 3 * HOURS);
    world.run(execute());
}

#[test]
fn a_shorter_timelock_does_not_hurry_what_waits_already() {
    let mut world = proposed();
    let company = cast().company;
    let none = Change::Timelock { seconds: 0 };
    world.run(issuer::propose_change(&company, None, none, 1));
    world.run(issuer::propose_change(&company, Some(&cast().share), CAP, 2));
    world.set_time(START + HOURS - 1);
    let hurry = issuer::execute_change(&company, None, none, 1, cast().mallory);
    let code = IssuerError::ChangeNotDue as u32;
    world.refuse(hurry.clone()).assert_code(code, "the timelock itself");
    world.run(issuer::propose_change(&company, Some(&cast().share), CAP, 3));
    world.set_time(START + HOURS);
    world.run(hurry);
    assert_eq!(world.read::<Issuer>(&company.address).timelock, 0);
    let late = issuer::execute_change(&company, Some(&cast().share), CAP, 3, cast().mallory);
    world.refuse(late).assert_code(code, "proposed a second before");
}

#[test]
fn four_eyes_switched_on_count_for_what_waits_already() {
    let mut world = proposed();
    set(&mut world, Change::FourEyes { bits: FOUR_EYES_ALL });
    world.set_time(START + HOURS);
    refused(&mut world, IssuerError::ChangeNeedsChecker);
    world.run(issuer::approve_change(&cast().company, 0));
    world.run(execute());
}

#[test]
fn what_tightened_when_proposed_waits_if_it_loosens_now() {
    // A cap of five is less than the cap, and more than the one of two that comes in between.
    let (company, share) = (&cast().company, &cast().share);
    let five = Change::SupplyCap { raw: 5 };
    let mut world = World::new();
    set(&mut world, Change::Timelock { seconds: HOUR });
    world.run(issuer::propose_change(company, Some(share), five, 0));
    world.run(issuer::change_asset(share, Change::SupplyCap { raw: 2 }));
    let execute = issuer::execute_change(company, Some(share), five, 0, cast().mallory);
    world.set_time(START + HOURS - 1);
    let code = IssuerError::ChangeNotDue as u32;
    world.refuse(execute.clone()).assert_code(code, "it loosens now");
    world.set_time(START + HOURS);
    world.run(execute);
}

#[test]
fn a_change_is_carried_out_once() {
    let mut world = proposed();
    world.set_time(START + HOURS);
    world.run(execute());
    world.run(issuer::change_asset(&cast().share, Change::SupplyCap { raw: 1 }));
    world.refuse(execute()).assert_code(NOT_INITIALISED, "carried out already");
    let failure = world.refuse(issuer::approve_change(&cast().company, 0));
    failure.assert_code(NOT_INITIALISED, "approved afterwards");
}

#[test]
fn a_stale_change_is_dead_and_anybody_may_bury_it() {
    let mut world = proposed();
    world.set_time(START + HOURS + CHANGE_GRACE);
    refused(&mut world, IssuerError::ChangeExpired);
    // Approval does not wake it, and a longer timelock only makes it later.
    world.run(issuer::approve_change(&cast().company, 0));
    refused(&mut world, IssuerError::ChangeExpired);
    set(&mut world, Change::Timelock { seconds: 30 * 86_400 });
    refused(&mut world, IssuerError::ChangeNotDue);
    world.set_time(START + 30 * 86_400);
    refused(&mut world, IssuerError::ChangeExpired);
    world.run(issuer::cancel_change(&cast().company, 0, cast().mallory));
}

#[test]
fn a_clock_that_goes_back_carries_nothing_out() {
    let mut world = proposed();
    world.set_time(START + HOURS);
    world.clone().run(execute());
    world.set_time(START + HOURS - 1);
    refused(&mut world, IssuerError::ChangeNotDue);
    world.set_time(START - HOURS);
    refused(&mut world, IssuerError::ChangeNotDue);
}

#[test]
fn an_admin_who_left_approves_nothing_and_the_new_one_may_cancel() {
    let mut world = proposed();
    let (company, new) = (cast().company, cast().alice);
    let admin = Change::Admin { proposed: new };
    world.run(issuer::propose_change(&company, None, admin, 1));
    world.set_time(START + HOURS);
    world.run(issuer::execute_change(&company, None, admin, 1, cast().mallory));
    world.run(issuer::accept_admin(&company, new));
    let again = issuer::propose_change(&company, Some(&cast().share), CAP, 2);
    let code = IssuerError::NotAdmin as u32;
    world.refuse(again).assert_code(code, "the admin of the past");
    world.run(issuer::cancel_change(&company, 0, new));
    world.refuse(execute()).assert_code(NOT_INITIALISED, "cancelled by the new admin");
}

#[test]
fn a_checker_without_a_role_approves_nothing() {
    let mut world = proposed();
    let company = cast().company;
    world.run(issuer::revoke_role(&company, &company.member(Duty::Check)));
    let failure = world.refuse(issuer::approve_change(&company, 0));
    failure.assert_code(NOT_INITIALISED, "a role revoked");
}
