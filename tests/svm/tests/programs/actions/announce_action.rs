//! `announce_action`

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionAnnounced;
use scrip_issuer::state::{ActionDates, ActionTerms, Asset};
use scrip_issuer::{AnnounceActionArgs, ID};
use scrip_rules::corporate_action::{ActionKind, MAX_BLACKOUT, MAX_NOTICE};
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::actions::STOPPED_SPLIT;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, new_share};
use scrip_svm_tests::setup::asset_args;
use scrip_svm_tests::{START, World, cast, issuer_program};

use super::{
    AT, address, announce, as_announced, assert_action, by, example, maker, taking_effect,
};
use crate::case::{Case, assert_all_fail, case};

#[test]
fn puts_an_action_of_every_kind_into_the_calendar() {
    let mut world = World::new();
    let share = cast().share;
    let mut asset: Asset = world.read(&share.asset);
    let (mint, policy) = (world.account(&share.mint), world.account(&share.policy));
    for (sequence, kind) in (0..).zip(ActionKind::ALL) {
        let args = example(kind);
        let receipt = world.run(announce(sequence, args));
        assert_action(&world, &as_announced(sequence, &args));
        let event = ActionAnnounced {
            asset: share.asset,
            action: address(sequence),
            actor: maker(),
            sequence,
            kind: kind as u8,
            dates: args.dates,
            terms: args.terms,
            document_hash: [5; 32],
        };
        receipt.assert_event(ID, &event);
        assert_eq!(receipt.event_count(), 1);
        asset.action_count = sequence + 1;
        world.assert_account(&share.asset, &asset);
    }
    // Telling binds nobody yet.
    assert_eq!((world.account(&share.mint), world.account(&share.policy)), (mint, policy));
}

#[test]
fn an_action_keeps_its_blackout_and_an_asset_that_is_wound_down_has_actions() {
    let mut world = World::new();
    world.run(issuer_program::wind_down(&cast().share));
    world.run(announce(0, STOPPED_SPLIT));
    assert_action(&world, &as_announced(0, &STOPPED_SPLIT));
}

fn dated(dates: ActionDates) -> Instruction {
    announce(0, AnnounceActionArgs { dates, ..SPLIT })
}

fn choice(default: u8) -> AnnounceActionArgs {
    let mut args = example(ActionKind::DividendReinvestment);
    if let ActionTerms::Choice { default: announced, .. } = &mut args.terms {
        *announced = default;
    }
    args
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only mint", |_| {
        by("announce_action", Duty::Mint, announce(0, SPLIT))
    }),
    case(IssuerError::RoleLacksPermission as u32, "a member who may only check", |_| {
        by("announce_action", Duty::Check, announce(0, SPLIT))
    }),
    case(IssuerError::NotActive as u32, "the asset is closed", |world| {
        let share = new_share();
        world.run(issuer_program::create_asset(&share, asset_args(&share)));
        world.run(issuer_program::wind_down(&share));
        world.run(issuer_program::close_asset(&share));
        issuer_program::announce_action(&share, 0, SPLIT)
    }),
    case(IssuerError::UnknownActionKind as u32, "kind 0", |_| {
        announce(0, AnnounceActionArgs { kind: 0, ..SPLIT })
    }),
    case(IssuerError::UnknownActionKind as u32, "kind 17", |_| {
        announce(0, AnnounceActionArgs { kind: 17, ..SPLIT })
    }),
    case(IssuerError::UnsoundTerms as u32, "4/0", |_| announce(0, super::split(4, 0))),
    case(IssuerError::UnsoundTerms as u32, "a split in cash", |_| {
        let terms = example(ActionKind::InterestPayment).terms;
        announce(0, AnnounceActionArgs { terms, ..SPLIT })
    }),
    case(IssuerError::DefaultElectionDiffers as u32, "shares, where the asset says cash", |_| {
        announce(0, choice(2))
    }),
    case(IssuerError::DefaultElectionDiffers as u32, "neither cash nor shares", |_| {
        announce(0, choice(3))
    }),
    case(IssuerError::NoticeTooShort as u32, "a second too early", |_| {
        announce(0, taking_effect(AT - 1, SPLIT))
    }),
    case(IssuerError::NoticeTooShort as u32, "in the past", |_| {
        announce(0, taking_effect(START - 1, SPLIT))
    }),
    case(IssuerError::NoticeTooLong as u32, "a second too late", |_| {
        announce(0, taking_effect(START + MAX_NOTICE + 1, SPLIT))
    }),
    case(IssuerError::DatesOutOfOrder as u32, "recorded after the effect", |_| {
        dated(ActionDates { record_at: AT + 1, ..SPLIT.dates })
    }),
    case(IssuerError::DatesOutOfOrder as u32, "a dividend without a record date", |_| {
        let args = example(ActionKind::InterestPayment);
        let dates = ActionDates { record_at: 0, ..args.dates };
        announce(0, AnnounceActionArgs { dates, ..args })
    }),
    case(IssuerError::DatesOutOfOrder as u32, "a choice without an end", |_| {
        let args = choice(1);
        let dates = ActionDates { elect_by: 0, ..args.dates };
        announce(0, AnnounceActionArgs { dates, ..args })
    }),
    case(IssuerError::ActionBlackoutMalformed as u32, "over when it takes effect", |_| {
        dated(ActionDates { blackout_from: AT - 9, blackout_until: AT, ..SPLIT.dates })
    }),
    case(IssuerError::ActionBlackoutMalformed as u32, "more than a week", |_| {
        let blackout_until = AT + MAX_BLACKOUT + 1;
        dated(ActionDates { blackout_from: AT, blackout_until, ..SPLIT.dates })
    }),
    // Only accounts written past the programs can bring this about.
    case(IssuerError::InvariantViolated as u32, "the last action that can be counted", |world| {
        world.edit(cast().share.asset, |asset| {
            let action_count = 8 + 2 + 3 * 32 + 2 * (16 + 8);
            asset.data[action_count..][..4].fill(u8::MAX);
        });
        announce(u32::MAX, SPLIT)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}

#[test]
fn the_shortest_and_the_longest_notice_pass() {
    let mut world = World::new();
    world.run(announce(0, taking_effect(START + NOTICE, SPLIT)));
    world.run(announce(1, taking_effect(START + MAX_NOTICE, SPLIT)));
}
