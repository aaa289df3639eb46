//! Bit 4 of the setting `FourEyes`: nothing is scheduled that only one pair of eyes has seen. What ends the asset is never.

use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::state::{FOUR_EYES_ACTIONS, FOUR_EYES_LOOSENING, FOUR_EYES_RESERVE_RULE};
use scrip_svm_tests::fixtures::SPLIT;

use super::*;
use crate::governance::at_once;

const NOT_APPROVED: u32 = IssuerError::ActionNotApproved as u32;

fn world(bits: u8) -> World {
    let mut world = World::without_signatures();
    world.run(at_once(Change::FourEyes { bits }));
    world
}

#[test]
fn under_the_bit_every_kind_needs_a_checker() {
    for kind in ActionKind::ALL {
        let mut world = world(FOUR_EYES_ACTIONS);
        world.run(announce(0, example(kind)));
        world.refuse(schedule(0)).assert_code(NOT_APPROVED, kind.code());
        world.run(approve(0, 0));
        world.run(schedule(0));
    }
}

#[test]
fn without_it_only_what_ends_the_asset_does() {
    for kind in ActionKind::ALL {
        let mut world = world(FOUR_EYES_LOOSENING | FOUR_EYES_RESERVE_RULE);
        world.run(announce(0, example(kind)));
        if kind.ends_asset() {
            world.refuse(schedule(0)).assert_code(NOT_APPROVED, kind.code());
            world.run(approve(0, 0));
        }
        world.run(schedule(0));
    }
}

#[test]
fn the_maker_is_nobodys_checker() {
    let mut world = world(FOUR_EYES_ACTIONS);
    may_make_and_check(&mut world, Duty::Check);
    may_make_and_check(&mut world, Duty::CorporateActions);
    let own = IssuerError::CheckerIsMaker as u32;
    world.run(announce(0, SPLIT));
    let by_maker =
        |amendments| by("approve_action", Duty::CorporateActions, approve(0, amendments));
    world.refuse(by_maker(0)).assert_code(own, "announced");
    // Whoever amends becomes the maker: the other one may approve now, and he himself may not.
    world.run(by("amend_action", Duty::Check, amend(0, SPLIT)));
    world.refuse(approve(0, 1)).assert_code(own, "amended");
    world.run(by_maker(1));
    world.run(schedule(0));
}

#[test]
fn an_amendment_takes_the_approval_away() {
    let mut world = world(FOUR_EYES_ACTIONS);
    world.run(announce(0, SPLIT));
    world.run(approve(0, 0));
    world.run(amend(0, split(20, 1)));
    let action: CorporateAction = world.read(&address(0));
    assert_eq!(action.checker, Pubkey::default());
    world.refuse(schedule(0)).assert_code(NOT_APPROVED, "of other terms");
    world.run(approve(0, 1));
    world.run(schedule(0));
    // Also of one that is scheduled.
    world.run(amend(0, split(3, 1)));
    world.refuse(schedule(0)).assert_code(NOT_APPROVED, "of other terms");
}

#[test]
fn an_approval_is_of_what_the_checker_has_read() {
    let mut world = world(FOUR_EYES_ACTIONS);
    let code = IssuerError::ActionAmendedMeanwhile as u32;
    world.run(announce(0, SPLIT));
    world.refuse(approve(0, 1)).assert_code(code, "of an amendment that is not there");
    // The maker amends while the approval is under way.
    world.run(amend(0, split(20, 1)));
    world.refuse(approve(0, 0)).assert_code(code, "of what it was");
    world.refuse(approve(0, u16::MAX)).assert_code(code, "of whatever");
    world.run(approve(0, 1));
}

#[test]
fn the_bit_counts_when_it_is_scheduled() {
    let mut world = World::without_signatures();
    world.run(announce(0, SPLIT));
    world.run(at_once(Change::FourEyes { bits: FOUR_EYES_ACTIONS }));
    world.refuse(schedule(0)).assert_code(NOT_APPROVED, "announced before");
    let out = at_once(Change::FourEyes { bits: 0 });
    world
        .refuse(out)
        .assert_code(IssuerError::ChangeNeedsChecker as u32, "nobody takes it out alone");
}

#[test]
fn a_checker_whose_role_is_gone_has_approved_all_the_same_and_approves_no_more() {
    let mut world = world(FOUR_EYES_ACTIONS);
    let checker = cast().company.member(Duty::Check);
    world.run(announce(0, SPLIT));
    world.run(announce(1, SPLIT));
    world.run(approve(0, 0));
    world.run(issuer_program::revoke_role(&cast().company, &checker));
    world.run(schedule(0));
    let code = crate::codes::NOT_INITIALISED;
    world.refuse(approve(1, 0)).assert_code(code, "without a role");
}
