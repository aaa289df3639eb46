//! `schedule_action`. What becomes of the multiplier is followed in `corporate_actions`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionScheduled;
use scrip_issuer::state::{Asset, CorporateAction};
use scrip_issuer::{AnnounceActionArgs, CreateAssetArgs, ID};
use scrip_rules::corporate_action::ActionKind;
use scrip_svm_tests::fixtures::actions::STOPPED_SPLIT;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, dividend, new_share};
use scrip_svm_tests::setup::asset_args;
use scrip_transfer_hook::events::BlackoutSet;
use scrip_transfer_hook::state::Policy;

use super::*;
use crate::case::{assert_all_fail, case};

fn announced(world: &mut World, args: AnnounceActionArgs) -> Instruction {
    world.run(announce(0, args));
    schedule(0)
}

/// What scheduling makes of an action that was announced at [`START`].
fn scheduled(sequence: u32, args: &AnnounceActionArgs, new_multiplier: u128) -> CorporateAction {
    CorporateAction {
        state: ActionState::Scheduled as u8,
        scheduled_at: START,
        old_multiplier: SCALE,
        new_multiplier,
        ..as_announced(sequence, args)
    }
}

fn event(args: &AnnounceActionArgs, sequence: u32, new_multiplier: u128) -> ActionScheduled {
    ActionScheduled {
        asset: cast().share.asset,
        action: address(sequence),
        actor: maker(),
        sequence,
        kind: args.kind,
        old_multiplier: SCALE,
        new_multiplier,
        effective_at: AT,
        blackout_from: args.dates.blackout_from,
        blackout_until: args.dates.blackout_until,
        document_hash: [5; 32],
    }
}

#[test]
fn writes_multiplier_and_blackout() {
    let mut world = World::new();
    let share = cast().share;
    world.run(announce(0, STOPPED_SPLIT));
    let mut asset: Asset = world.read(&share.asset);
    let mut policy: Policy = world.read(&share.policy);
    let receipt = world.run(schedule(0));
    asset.next_multiplier = 4 * SCALE;
    asset.multiplier_effective_at = AT;
    asset.multiplier_changes = 1;
    world.assert_account(&share.asset, &asset);
    (policy.blackout_from, policy.blackout_until) = (AT - 600, AT + 600);
    world.assert_pod(&share.policy, &policy);
    assert_action(&world, &scheduled(0, &STOPPED_SPLIT, 4 * SCALE));
    receipt.assert_event(ID, &event(&STOPPED_SPLIT, 0, 4 * SCALE));
    let stops = BlackoutSet {
        policy: share.policy,
        mint: share.mint,
        old_from: 0,
        new_from: AT - 600,
        old_until: 0,
        new_until: AT + 600,
    };
    receipt.assert_event(scrip_transfer_hook::ID, &stops);
    assert_eq!(receipt.event_count(), 2);
    let units = receipt.outer_frame(&ID);
    println!("schedule_action, with multiplier and blackout: {units} compute units");
    assert!(units <= 40_000, "{units}");
}

#[test]
fn what_does_not_move_the_multiplier_is_bound_all_the_same() {
    let mut world = World::new();
    let share = cast().share;
    let mint = world.data(&share.mint);
    let still = ActionKind::ALL.into_iter();
    let still =
        still.filter(|kind| !example(*kind).terms.form().moves_multiplier() && !kind.ends_asset());
    for (sequence, kind) in (0..).zip(still) {
        let args = example(kind);
        world.run(announce(sequence, args));
        let asset: Asset = world.read(&share.asset);
        let receipt = world.run(schedule(sequence));
        world.assert_account(&share.asset, &asset);
        assert_action(&world, &scheduled(sequence, &args, SCALE));
        receipt.assert_event(ID, &event(&args, sequence, SCALE));
        assert_eq!(receipt.event_count(), 1);
    }
    assert_eq!(world.data(&share.mint), mint);
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only mint", |world| {
        by("schedule_action", Duty::Mint, announced(world, SPLIT))
    }),
    case(IssuerError::NotActive as u32, "the asset is closed", |world| {
        let share = new_share();
        world.run(issuer_program::create_asset(&share, asset_args(&share)));
        world.run(issuer_program::announce_action(&share, 0, SPLIT));
        world.run(issuer_program::wind_down(&share));
        world.run(issuer_program::close_asset(&share));
        issuer_program::schedule_action(&share, 0, SCALE)
    }),
    case(IssuerError::ActionMismatch as u32, "an action of another share", |world| {
        world.run(issuer_program::announce_action(&cast().other_share, 0, SPLIT));
        let other = [("action", addresses::action(&cast().other_share.asset, 0))];
        issuer_program::with("schedule_action", schedule(0), other)
    }),
    case(IssuerError::ActionNotAnnounced as u32, "it is scheduled", |world| {
        world.schedule(&cast().share, SPLIT);
        schedule(0)
    }),
    case(IssuerError::ActionNotApproved as u32, "a liquidation without a checker", |world| {
        announced(world, example(ActionKind::Liquidation))
    }),
    case(IssuerError::RatioNotGrowing as u32, "1/1", |world| announced(world, split(1, 1))),
    case(IssuerError::RatioNotShrinking as u32, "a reverse split that grows", |world| {
        announced(world, AnnounceActionArgs { kind: 3, ..split(4, 1) })
    }),
    case(IssuerError::RatioBeyondBound as u32, "a split above 20", |world| {
        announced(world, split(41, 2))
    }),
    case(IssuerError::RatioBeyondBound as u32, "a dividend above 10 %", |world| {
        announced(world, dividend(101, 1_000))
    }),
    case(IssuerError::ChangePending as u32, "another one is pending", |world| {
        world.schedule(&cast().share, SPLIT);
        world.run(announce(1, taking_effect(AT + NOTICE, SPLIT)));
        schedule(1)
    }),
    case(IssuerError::MultiplierMoved as u32, "another multiplier is expected", |world| {
        announced(world, SPLIT);
        issuer_program::schedule_action(&cast().share, 0, SCALE + 1)
    }),
    case(IssuerError::MultiplierMoved as u32, "no multiplier is expected", |world| {
        announced(world, SPLIT);
        issuer_program::schedule_action(&cast().share, 0, 0)
    }),
    case(IssuerError::MultiplierMoved as u32, "another, for what does not move it", |world| {
        announced(world, renamed());
        issuer_program::schedule_action(&cast().share, 0, SCALE - 1)
    }),
    case(IssuerError::EffectivePassed as u32, "nobody scheduled it in time", |world| {
        let schedule = announced(world, SPLIT);
        world.set_time(AT);
        schedule
    }),
    case(IssuerError::EffectiveInBlackout as u32, "the share stands still by then", |world| {
        world.run(issuer_program::set_blackout(&cast().share, AT, AT + 1));
        announced(world, SPLIT)
    }),
    case(IssuerError::BlackoutStanding as u32, "there is another blackout", |world| {
        world.run(issuer_program::set_blackout(&cast().share, START, START + 1));
        announced(world, STOPPED_SPLIT)
    }),
    case(IssuerError::NewMultiplierOutOfRange as u32, "beyond 10^18", |world| {
        let multiplier = SCALE * SCALE;
        let args = CreateAssetArgs { multiplier, ..asset_args(&new_share()) };
        world.run(issuer_program::create_asset(&new_share(), args));
        world.run(issuer_program::announce_action(&new_share(), 0, SPLIT));
        issuer_program::schedule_action(&new_share(), 0, multiplier)
    }),
    // Only accounts written past the programs can bring this about.
    case(IssuerError::MintMultiplierDiffers as u32, "the mint carries another one", |world| {
        world.edit(cast().share.asset, |asset| {
            let next_multiplier = 8 + 2 + 3 * 32 + 16 + 8;
            asset.data[next_multiplier..][..16].copy_from_slice(&(2 * SCALE).to_le_bytes());
            asset.data[next_multiplier + 16..][..8].copy_from_slice(&1i64.to_le_bytes());
        });
        world.edit(cast().share.asset, |asset| {
            // Counted, as every change is.
            let action_count = 8 + 2 + 3 * 32 + 2 * (16 + 8);
            asset.data[action_count..][..8].copy_from_slice(&[1, 0, 0, 0, 1, 0, 0, 0]);
        });
        world.run(announce(1, SPLIT));
        issuer_program::schedule_action(&cast().share, 1, 2 * SCALE)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
