//! `schedule_action`. What becomes of the multiplier is followed in `corporate_actions`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::ActionScheduled;
use scrip_issuer::state::{Asset, CORPORATE_ACTION_VERSION, CorporateAction};
use scrip_issuer::{CreateAssetArgs, ID, ScheduleActionArgs};
use scrip_rules::corporate_action::MAX_NOTICE;
use scrip_rules::multiplier::SCALE;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::fixtures::{NOTICE, SPLIT, new_share};
use scrip_svm_tests::setup::asset_args;
use scrip_svm_tests::{START, World, addresses, cast, issuer_program};

use crate::case::{Case, assert_all_fail, case};

fn schedule(args: ScheduleActionArgs) -> Instruction {
    issuer_program::schedule_action(&cast().share, 0, args)
}

#[test]
fn writes_the_action_into_the_history() {
    let mut world = World::new();
    let share = cast().share;
    let mut asset: Asset = world.read(&share.asset);
    let receipt = world.run(schedule(SPLIT));
    asset.next_multiplier = 4 * SCALE;
    asset.multiplier_effective_at = START + NOTICE;
    asset.action_count = 1;
    world.assert_account(&share.asset, &asset);
    let (action, maker) =
        (addresses::action(&share.asset, 0), share.company.member(Duty::CorporateActions));
    let expected = CorporateAction {
        version: CORPORATE_ACTION_VERSION,
        bump: addresses::bump(&action),
        kind: 1,
        asset: share.asset,
        sequence: 0,
        announced_at: START,
        effective_at: START + NOTICE,
        ratio_numerator: 4,
        ratio_denominator: 1,
        old_multiplier: SCALE,
        new_multiplier: 4 * SCALE,
        document_hash: [5; 32],
        maker,
    };
    world.assert_account(&action, &expected);
    let event = ActionScheduled {
        asset: share.asset,
        action,
        actor: maker,
        sequence: 0,
        kind: 1,
        ratio_numerator: 4,
        ratio_denominator: 1,
        old_multiplier: SCALE,
        new_multiplier: 4 * SCALE,
        effective_at: START + NOTICE,
        document_hash: [5; 32],
    };
    receipt.assert_event(ID, &event);
    assert_eq!(receipt.event_count(), 1);
}

pub const CASES: &[Case] = &[
    case(IssuerError::RoleLacksPermission as u32, "a member who may only mint", |_| {
        let mut instruction = schedule(SPLIT);
        instruction.accounts[0].pubkey = cast().company.member(Duty::Mint);
        instruction.accounts[2].pubkey = cast().company.role(Duty::Mint);
        instruction
    }),
    case(IssuerError::UnknownActionKind as u32, "kind 3", |_| {
        schedule(ScheduleActionArgs { kind: 3, ..SPLIT })
    }),
    case(IssuerError::ZeroInRatio as u32, "4/0", |_| {
        schedule(ScheduleActionArgs { ratio_denominator: 0, ..SPLIT })
    }),
    case(IssuerError::ZeroInRatio as u32, "0/1", |_| {
        schedule(ScheduleActionArgs { ratio_numerator: 0, ..SPLIT })
    }),
    case(IssuerError::RatioNotGrowing as u32, "1/1", |_| {
        schedule(ScheduleActionArgs { ratio_numerator: 1, ..SPLIT })
    }),
    case(IssuerError::RatioBeyondBound as u32, "a split above 20", |_| {
        schedule(ScheduleActionArgs { ratio_numerator: 41, ratio_denominator: 2, ..SPLIT })
    }),
    case(IssuerError::RatioBeyondBound as u32, "a dividend above 10 %", |_| {
        let ratio =
            ScheduleActionArgs { ratio_numerator: 1_101, ratio_denominator: 1_000, ..SPLIT };
        schedule(ScheduleActionArgs { kind: 2, ..ratio })
    }),
    case(IssuerError::ChangePending as u32, "another one is pending", |world| {
        world.run(schedule(SPLIT));
        let args = ScheduleActionArgs { effective_at: START + 2 * NOTICE, ..SPLIT };
        issuer_program::schedule_action(&cast().share, 1, args)
    }),
    case(IssuerError::NoticeTooShort as u32, "a second too early", |_| {
        schedule(ScheduleActionArgs { effective_at: START + NOTICE - 1, ..SPLIT })
    }),
    case(IssuerError::NoticeTooShort as u32, "in the past", |_| {
        schedule(ScheduleActionArgs { effective_at: START - 1, ..SPLIT })
    }),
    case(IssuerError::NoticeTooLong as u32, "a second too late", |_| {
        schedule(ScheduleActionArgs { effective_at: START + MAX_NOTICE + 1, ..SPLIT })
    }),
    case(IssuerError::MultiplierMoved as u32, "another multiplier is expected", |_| {
        schedule(ScheduleActionArgs { expected_multiplier: SCALE + 1, ..SPLIT })
    }),
    case(IssuerError::MultiplierMoved as u32, "no multiplier is expected", |_| {
        schedule(ScheduleActionArgs { expected_multiplier: 0, ..SPLIT })
    }),
    case(IssuerError::NewMultiplierOutOfRange as u32, "beyond 10^18", |world| {
        let multiplier = SCALE * SCALE;
        let args = CreateAssetArgs { multiplier, ..asset_args(&new_share()) };
        world.run(issuer_program::create_asset(&new_share(), args));
        let args = ScheduleActionArgs { expected_multiplier: multiplier, ..SPLIT };
        issuer_program::schedule_action(&new_share(), 0, args)
    }),
    // Only accounts written past the programs can bring these about.
    case(IssuerError::InvariantViolated as u32, "the last action that can be counted", |world| {
        world.edit(cast().share.asset, |asset| {
            let action_count = 8 + 2 + 3 * 32 + 2 * (16 + 8);
            asset.data[action_count..][..4].fill(u8::MAX);
        });
        issuer_program::schedule_action(&cast().share, u32::MAX, SPLIT)
    }),
    case(IssuerError::MintMultiplierDiffers as u32, "the mint carries another one", |world| {
        world.edit(cast().share.asset, |asset| {
            let next_multiplier = 8 + 2 + 3 * 32 + 16 + 8;
            asset.data[next_multiplier..][..16].copy_from_slice(&(2 * SCALE).to_le_bytes());
        });
        schedule(ScheduleActionArgs { expected_multiplier: 2 * SCALE, ..SPLIT })
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
