//! What needs a checker, who is one, and that the checker is not the maker.

use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ChangeApproved;
use scrip_issuer::state::{
    FOUR_EYES_LOOSENING, FOUR_EYES_RESERVE_RULE, PERMISSION_CHECK, PendingChange,
};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{START, TOKEN, World, addresses, cast, issuer_program};

use super::examples;
use super::*;

const NEEDED: u32 = IssuerError::ChangeNeedsChecker as u32;

fn four_eyes(bits: u8) -> Change {
    Change::FourEyes { bits }
}

/// Fails unless the change is refused at once and in the queue, until a checker has approved it.
#[track_caller]
fn assert_needs_checker(world: &mut World, change: Change) {
    let what = format!("{change:?}");
    world.refuse(at_once(change)).assert_code(NEEDED, &what);
    world.run(propose(change, 0));
    world.refuse(execute(change, 0)).assert_code(NEEDED, &what);
    world.run(approve(0));
    world.run(execute(change, 0));
}

#[test]
fn every_loosening_change_needs_a_checker_where_the_issuer_says_so() {
    for example in examples::all() {
        // Four eyes are switched on here; a shorter timelock waits besides.
        if ["FourEyes", "Timelock"].contains(&example.setting) {
            continue;
        }
        let mut world = World::without_signatures();
        world.run(at_once(example.from));
        world.run(at_once(four_eyes(FOUR_EYES_LOOSENING)));
        if example.loosens {
            assert_needs_checker(&mut world, example.to);
        } else {
            world.run(at_once(example.to));
        }
    }
}

#[test]
fn every_change_of_a_reserve_rule_needs_a_checker_where_the_issuer_says_so() {
    for example in examples::all() {
        if ["FourEyes", "Timelock"].contains(&example.setting) {
            continue;
        }
        let mut world = World::without_signatures();
        world.run(at_once(example.from));
        world.run(at_once(four_eyes(FOUR_EYES_RESERVE_RULE)));
        let takes_away = example.loosens && example.setting == "MintFourEyes";
        if example.setting == "ReserveRule" || takes_away {
            assert_needs_checker(&mut world, example.to);
        } else {
            world.run(at_once(example.to));
        }
    }
}

#[test]
fn whoever_takes_the_checker_away_needs_one() {
    for on in [1, 2, 3] {
        for off in (0..on).filter(|off| on & !off != 0) {
            let mut world = World::new();
            world.run(at_once(four_eyes(on)));
            assert_needs_checker(&mut world, four_eyes(off));
        }
    }
    let mut world = World::new();
    world.run(at_once(Change::MintFourEyes { above: TOKEN }));
    assert_needs_checker(&mut world, Change::MintFourEyes { above: TOKEN + 1 });
}

#[test]
fn an_approval_is_written_down_and_does_not_hurry() {
    let mut world = World::new();
    world.run(at_once(four_eyes(FOUR_EYES_LOOSENING)));
    set_timelock(&mut world, DAY);
    let change = Change::SupplyCap { raw: u64::MAX };
    world.run(propose(change, 0));
    let checker = cast().company.member(Duty::Check);
    let receipt = world.run(approve(0));
    receipt.assert_event(
        ID,
        &ChangeApproved {
            issuer: cast().company.address,
            pending_change: entry(0),
            actor: checker,
            executable_at: START + i64::from(DAY),
            reference: issuer_program::REFERENCE,
        },
    );
    assert_eq!(receipt.event_count(), 1);
    assert_eq!(world.read::<PendingChange>(&entry(0)).checker, checker);
    let code = IssuerError::ChangeAlreadyApproved as u32;
    world.refuse(approve(0)).assert_code(code, "twice");
    world.set_time(START + i64::from(DAY) - 1);
    let code = IssuerError::ChangeNotDue as u32;
    world.refuse(execute(change, 0)).assert_code(code, "approved, but early");
    world.set_time(START + i64::from(DAY));
    world.run(execute(change, 0));
}

#[test]
fn the_maker_is_not_the_checker_whatever_roles_it_has() {
    let mut world = World::new();
    let company = cast().company;
    world.run(issuer_program::grant_role(&company, company.admin, PERMISSION_CHECK));
    world.run(propose(Change::SupplyCap { raw: u64::MAX }, 0));
    let mut approve = approve(0);
    approve.accounts[0].pubkey = company.admin;
    approve.accounts[1].pubkey = addresses::role(&company.address, &company.admin);
    world.refuse(approve).assert_code(IssuerError::CheckerIsMaker as u32, "the admin itself");
}

#[test]
fn only_a_role_that_has_begun_not_ended_and_may_check_approves() {
    let mut world = World::new();
    let company = cast().company;
    world.run(propose(Change::SupplyCap { raw: u64::MAX }, 0));
    let by = |member| {
        let mut approve = approve(0);
        approve.accounts[0].pubkey = member;
        approve.accounts[1].pubkey = addresses::role(&company.address, &member);
        approve
    };
    let lacks = IssuerError::RoleLacksPermission as u32;
    for duty in Duty::ALL.into_iter().filter(|duty| *duty != Duty::Check) {
        world.refuse(by(company.member(duty))).assert_code(lacks, "a role for something else");
    }
    set_timelock(&mut world, DAY);
    let until = START + 2 * i64::from(DAY);
    let member = cast().bob;
    world.run(issuer_program::grant_role_until(&company, member, PERMISSION_CHECK, until));
    let begins = START + i64::from(DAY);
    for (time, code) in [
        (begins - 1, Some(IssuerError::RoleNotStarted)),
        (begins, None),
        (until - 1, None),
        (until, Some(IssuerError::RoleExpired)),
    ] {
        let mut world = world.clone();
        world.set_time(time);
        match code {
            Some(code) => world.refuse(by(member)).assert_code(code as u32, "at its ends"),
            None => drop(world.run(by(member))),
        }
    }
}
