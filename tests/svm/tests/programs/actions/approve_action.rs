//! `approve_action`. What an approval binds is in `four_eyes`.

use scrip_issuer::ID;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionApproved;
use scrip_issuer::state::{Asset, CorporateAction};
use scrip_svm_tests::fixtures::SPLIT;

use super::*;
use crate::case::{assert_all_fail, case};

#[test]
fn approves() {
    let mut world = World::new();
    let (share, checker) = (cast().share, cast().company.member(Duty::Check));
    world.run(announce(0, SPLIT));
    let asset: Asset = world.read(&share.asset);
    let receipt = world.run(approve(0, 0));
    let state = ActionState::Approved as u8;
    assert_action(&world, &CorporateAction { state, checker, ..as_announced(0, &SPLIT) });
    world.assert_account(&share.asset, &asset);
    let (action, actor) = (address(0), checker);
    receipt.assert_event(ID, &ActionApproved { asset: share.asset, action, actor, amendments: 0 });
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "the maker, who may not check", |world| {
        world.run(announce(0, SPLIT));
        by("approve_action", Duty::CorporateActions, approve(0, 0))
    }),
    case(IssuerError::CheckerIsMaker as u32, "the maker, who may check as well", |world| {
        may_make_and_check(world, Duty::CorporateActions);
        world.run(announce(0, SPLIT));
        by("approve_action", Duty::CorporateActions, approve(0, 0))
    }),
    case(IssuerError::ActionMismatch as u32, "an action of another share", |world| {
        world.run(issuer_program::announce_action(&cast().other_share, 0, SPLIT));
        let other = [("action", addresses::action(&cast().other_share.asset, 0))];
        issuer_program::with("approve_action", approve(0, 0), other)
    }),
    case(IssuerError::ActionAmendedMeanwhile as u32, "it was amended", |world| {
        world.run(announce(0, SPLIT));
        world.run(amend(0, SPLIT));
        approve(0, 0)
    }),
    case(IssuerError::ActionNotAnnounced as u32, "it is approved", |world| {
        world.run(announce(0, SPLIT));
        world.run(approve(0, 0));
        approve(0, 0)
    }),
    case(IssuerError::ActionNotAnnounced as u32, "it is scheduled", |world| {
        world.schedule(&cast().share, SPLIT);
        approve(0, 0)
    }),
    case(IssuerError::ActionNotAnnounced as u32, "it is cancelled", |world| {
        world.run(announce(0, SPLIT));
        world.run(cancel(0));
        approve(0, 0)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
