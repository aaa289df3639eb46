//! `approve_change`, `execute_change`, `cancel_change`: the errors

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{CHANGE_GRACE, FOUR_EYES_ALL};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::issuer_program::{
    approve_change, cancel_change, change_company, execute_change, propose_change, with,
};
use scrip_svm_tests::{START, World, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

const CAP: Change = Change::SupplyCap { raw: u64::MAX };
const WAIT: u32 = 100;

/// With a timelock and four eyes on, proposes to raise the share's cap.
fn propose(world: &mut World) {
    let company = cast().company;
    world.run(change_company(&company, Change::Timelock { seconds: WAIT }));
    world.run(change_company(&company, Change::FourEyes { bits: FOUR_EYES_ALL }));
    world.run(propose_change(&company, Some(&cast().share), CAP, 0));
}

fn approved(world: &mut World) {
    propose(world);
    world.run(approve_change(&cast().company, 0));
}

fn execute() -> Instruction {
    execute_change(&cast().company, Some(&cast().share), CAP, 0, cast().mallory)
}

/// The checker's role is another one now.
fn regrant_checker(world: &mut World, permissions: u32, expires_at: i64) {
    let (company, member) = (cast().company, cast().company.member(Duty::Check));
    world.run(issuer_program::revoke_role(&company, &member));
    world.run(issuer_program::grant_role_until(&company, member, permissions, expires_at));
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "approved by a minter", |world| {
        propose(world);
        let (member, role) = (cast().company.member(Duty::Mint), cast().company.role(Duty::Mint));
        let approve = approve_change(&cast().company, 0);
        with("approve_change", approve, [("checker", member), ("role", role)])
    }),
    case(IssuerError::RoleNotStarted as u32, "approved by who will be a checker", |world| {
        propose(world);
        regrant_checker(world, Duty::Check.permission(), 0);
        approve_change(&cast().company, 0)
    }),
    case(IssuerError::RoleExpired as u32, "approved by who was a checker", |world| {
        regrant_checker(world, Duty::Check.permission(), START + 5);
        propose(world);
        world.set_time(START + 5);
        approve_change(&cast().company, 0)
    }),
    case(IssuerError::CheckerIsMaker as u32, "approved by the admin itself", |world| {
        let company = cast().company;
        let check = Duty::Check.permission();
        world.run(issuer_program::grant_role(&company, company.admin, check));
        propose(world);
        let role = scrip_svm_tests::addresses::role(&company.address, &company.admin);
        let approve = approve_change(&company, 0);
        with("approve_change", approve, [("checker", company.admin), ("role", role)])
    }),
    case(IssuerError::ChangeAlreadyApproved as u32, "approved twice", |world| {
        approved(world);
        approve_change(&cast().company, 0)
    }),
    case(IssuerError::NotRentPayer as u32, "executed for the rent", |world| {
        approved(world);
        world.set_time(START + i64::from(WAIT));
        with("execute_change", execute(), [("rent_receiver", cast().mallory)])
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "executed on the other share", |world| {
        approved(world);
        world.set_time(START + i64::from(WAIT));
        with("execute_change", execute(), [("asset", cast().other_share.asset)])
    }),
    case(IssuerError::ChangeTargetMismatch as u32, "executed on no share", |world| {
        approved(world);
        world.set_time(START + i64::from(WAIT));
        execute_change(&cast().company, None, CAP, 0, cast().mallory)
    }),
    case(IssuerError::ChangeNotDue as u32, "a second too early", |world| {
        approved(world);
        world.set_time(START + i64::from(WAIT) - 1);
        execute()
    }),
    case(IssuerError::ChangeNotDue as u32, "before it was proposed", |world| {
        approved(world);
        world.set_time(START - 1);
        execute()
    }),
    case(IssuerError::ChangeExpired as u32, "a second too late", |world| {
        approved(world);
        world.set_time(START + i64::from(WAIT) + CHANGE_GRACE);
        execute()
    }),
    case(IssuerError::ChangeNeedsChecker as u32, "approved by nobody", |world| {
        propose(world);
        world.set_time(START + i64::from(WAIT));
        execute()
    }),
    case(IssuerError::NotAdmin as u32, "cancelled by somebody while it may be executed", |world| {
        approved(world);
        world.set_time(START + i64::from(WAIT) + CHANGE_GRACE - 1);
        cancel_change(&cast().company, 0, cast().mallory)
    }),
    case(IssuerError::NotRentPayer as u32, "cancelled for the rent", |world| {
        approved(world);
        let cancel = cancel_change(&cast().company, 0, cast().company.admin);
        with("cancel_change", cancel, [("rent_receiver", cast().company.admin)])
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
