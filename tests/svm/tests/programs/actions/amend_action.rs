//! `amend_action`

use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionAmended;
use scrip_issuer::state::{ActionTerms, Asset, CorporateAction};
use scrip_issuer::{AnnounceActionArgs, ID, OpenPayoutArgs, instruction};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::actions::STOPPED_SPLIT;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT};
use scrip_svm_tests::issuer_program::{self, PaidWith, REFERENCE};
use scrip_svm_tests::payment::DOLLAR;
use scrip_svm_tests::{START, World, addresses, cast};

use super::*;
use crate::case::{assert_all_fail, case};

/// Half an hour later, other terms.
fn amended() -> AnnounceActionArgs {
    taking_effect(AT + 1_800, split(3, 1))
}

#[test]
fn announces_anew() {
    let share = cast().share;
    for (old_state, events) in
        [(ActionState::Announced, 1), (ActionState::Approved, 1), (ActionState::Scheduled, 2)]
    {
        let mut world = World::new();
        world.run(announce(0, STOPPED_SPLIT));
        let asset: Asset = world.read(&share.asset);
        let (mint, policy) = (world.data(&share.mint), world.data(&share.policy));
        if old_state != ActionState::Announced {
            world.run(approve(0, 0));
        }
        if old_state == ActionState::Scheduled {
            world.run(schedule(0));
        }
        world.set_time(START + 1_800);
        let args = amended();
        let receipt = world.run(amend(0, args));
        let expected = CorporateAction {
            announced_at: START + 1_800,
            amendments: 1,
            document_hash: [6; 32],
            reason: REFERENCE,
            ..as_announced(0, &args)
        };
        assert_action(&world, &expected);
        // Nothing of what it had written is left.
        world.assert_account(&share.asset, &asset);
        assert_eq!((world.data(&share.mint), world.data(&share.policy)), (mint, policy));
        let event = ActionAmended {
            asset: share.asset,
            action: address(0),
            actor: maker(),
            old_state: old_state as u8,
            old_dates: STOPPED_SPLIT.dates,
            new_dates: args.dates,
            old_terms: STOPPED_SPLIT.terms,
            new_terms: args.terms,
            document_hash: [6; 32],
            reason: REFERENCE,
        };
        receipt.assert_event(ID, &event);
        // Of the policy the transfer-hook program tells.
        assert_eq!(receipt.event_count(), events, "{old_state:?}");
        world.run(schedule(0));
    }
}

#[test]
fn whoever_amends_is_the_maker_from_then_on() {
    let mut world = World::new();
    may_make_and_check(&mut world, Duty::Mint);
    world.run(announce(0, SPLIT));
    world.run(by("amend_action", Duty::Mint, amend(0, SPLIT)));
    assert_eq!(world.read::<CorporateAction>(&address(0)).maker, cast().company.member(Duty::Mint));
    world.run(amend(0, SPLIT));
    let action: CorporateAction = world.read(&address(0));
    assert_eq!((action.maker, action.amendments), (maker(), 2));
}

/// A scheduled offer to buy.
fn offer(world: &mut World) {
    world.schedule(&cast().share, example(ActionKind::RepurchaseOffer));
}

/// A scheduled offer to buy whose payout is open.
pub(super) fn paying(world: &mut World) {
    offer(world);
    let args = OpenPayoutArgs {
        total: 1_000 * DOLLAR,
        root: [0; 32],
        leaves: 0,
        withheld: 0,
        snapshot_hash: [0; 32],
        deadline: AT + 60 * 86_400,
    };
    world.run(issuer_program::open_payout(&cast().share, 0, PaidWith::Cash, args));
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only check", |world| {
        world.run(announce(0, SPLIT));
        by("amend_action", Duty::Check, amend(0, SPLIT))
    }),
    case(IssuerError::ReasonMissing as u32, "no reason", |world| {
        world.run(announce(0, SPLIT));
        let args = scrip_issuer::AmendActionArgs {
            dates: SPLIT.dates,
            terms: SPLIT.terms,
            document_hash: [6; 32],
            reason: [0; 32],
        };
        let mut amend = amend(0, SPLIT);
        amend.data = anchor_lang::InstructionData::data(&instruction::AmendAction { args });
        amend
    }),
    case(IssuerError::ActionMismatch as u32, "an action of another share", |world| {
        world.run(announce(0, SPLIT));
        world.run(issuer_program::announce_action(&cast().other_share, 0, SPLIT));
        let other = [("action", addresses::action(&cast().other_share.asset, 0))];
        issuer_program::with("amend_action", amend(0, SPLIT), other)
    }),
    case(IssuerError::NoticeTooShort as u32, "the notice begins again", |world| {
        world.run(announce(0, SPLIT));
        world.set_time(START + 1);
        amend(0, SPLIT)
    }),
    case(IssuerError::DefaultElectionDiffers as u32, "another default", |world| {
        let args = example(ActionKind::DividendReinvestment);
        world.run(announce(0, args));
        let ActionTerms::Choice { payment_mint, gross, withholding_bps, price, .. } = args.terms
        else {
            panic!("{:?}", args.terms);
        };
        let terms = ActionTerms::Choice { payment_mint, gross, withholding_bps, price, default: 2 };
        amend(0, AnnounceActionArgs { terms, ..args })
    }),
    case(IssuerError::ActionFinal as u32, "it is in force", |world| {
        world.schedule(&cast().share, SPLIT);
        world.set_time(AT);
        amend(0, taking_effect(AT + NOTICE, SPLIT))
    }),
    case(IssuerError::TendersOpen as u32, "somebody has tendered", |world| {
        offer(world);
        world.run(issuer_program::tender_shares(&cast().share, 0, &cast().alice, 1));
        amend(0, example(ActionKind::RepurchaseOffer))
    }),
    case(IssuerError::PayoutsOpen as u32, "its payout is open", |world| {
        paying(world);
        amend(0, example(ActionKind::RepurchaseOffer))
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
