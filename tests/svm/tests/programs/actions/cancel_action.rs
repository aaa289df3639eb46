//! `cancel_action`. What is taken back is in `reversal`.

use anchor_lang::InstructionData;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionCancelled;
use scrip_issuer::state::{Asset, CorporateAction};
use scrip_issuer::{ID, instruction};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::SPLIT;
use scrip_svm_tests::fixtures::actions::STOPPED_SPLIT;
use scrip_svm_tests::issuer_program::REFERENCE;

use super::*;
use crate::case::{assert_all_fail, case};

#[test]
fn ends_an_action_that_is_not_in_force() {
    let share = cast().share;
    for (old_state, events) in
        [(ActionState::Announced, 1), (ActionState::Approved, 1), (ActionState::Scheduled, 2)]
    {
        let mut world = World::new();
        let before = (world.data(&share.mint), world.data(&share.policy));
        world.run(announce(0, STOPPED_SPLIT));
        let asset: Asset = world.read(&share.asset);
        let mut expected = as_announced(0, &STOPPED_SPLIT);
        if old_state != ActionState::Announced {
            world.run(approve(0, 0));
            expected.checker = cast().company.member(Duty::Check);
        }
        if old_state == ActionState::Scheduled {
            world.run(schedule(0));
        }
        // To the last second.
        world.set_time(AT - 1);
        let receipt = world.run(cancel(0));
        let state = ActionState::Cancelled as u8;
        assert_action(&world, &CorporateAction { state, reason: REFERENCE, ..expected });
        world.assert_account(&share.asset, &asset);
        assert_eq!((world.data(&share.mint), world.data(&share.policy)), before);
        let event = ActionCancelled {
            asset: share.asset,
            action: address(0),
            actor: maker(),
            old_state: old_state as u8,
            reason: REFERENCE,
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), events, "{old_state:?}");
    }
}

#[test]
fn an_offer_is_cancelled_though_shares_are_tendered() {
    let mut world = World::new();
    let (share, alice) = (cast().share, cast().alice);
    world.schedule(&share, example(ActionKind::TenderOffer));
    world.run(issuer_program::tender_shares(&share, 0, &alice, 7));
    world.run(cancel(0));
    let action: CorporateAction = world.read(&address(0));
    assert_eq!((action.state().unwrap(), action.open_tenders), (ActionState::Cancelled, 1));
    world.run(issuer_program::withdraw_tender(&share, 0, &alice));
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only check", |world| {
        world.run(announce(0, SPLIT));
        by("cancel_action", Duty::Check, cancel(0))
    }),
    case(IssuerError::ReasonMissing as u32, "no reason", |world| {
        world.run(announce(0, SPLIT));
        let data = instruction::CancelAction { reason: [0; 32] }.data();
        Instruction { data, ..cancel(0) }
    }),
    case(IssuerError::ActionMismatch as u32, "an action of another share", |world| {
        world.run(issuer_program::announce_action(&cast().other_share, 0, SPLIT));
        let other = [("action", addresses::action(&cast().other_share.asset, 0))];
        issuer_program::with("cancel_action", cancel(0), other)
    }),
    case(IssuerError::ActionFinal as u32, "it is in force", |world| {
        world.schedule(&cast().share, SPLIT);
        world.set_time(AT);
        cancel(0)
    }),
    case(IssuerError::ActionFinal as u32, "it is cancelled", |world| {
        world.run(announce(0, SPLIT));
        world.run(cancel(0));
        cancel(0)
    }),
    case(IssuerError::PayoutsOpen as u32, "its payout is open", |world| {
        super::amend_action::paying(world);
        cancel(0)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
