//! The conversions, value by value and for whatever an old account may hold.

// SECURITY: tests alone, on numbers written beside them; nothing of it is in the program.
#![allow(clippy::arithmetic_side_effects, clippy::integer_division)]

use proptest::prelude::*;
use scrip_rules::corporate_action::{Election, RatioBounds};
use scrip_rules::multiplier::{Multiplier, SCALE};

use super::*;
use crate::state::{ActionDates, ActionTerms};

const NOW: i64 = 1_800_000_000;

fn key(byte: u8) -> Pubkey {
    Pubkey::new_from_array([byte; 32])
}

/// An asset of version 1 with another value in every field.
fn asset() -> AssetV1 {
    AssetV1 {
        version: 1,
        bump: 2,
        issuer: key(3),
        mint: key(4),
        policy: key(5),
        multiplier: 6,
        multiplier_since: 77,
        next_multiplier: 7,
        multiplier_effective_at: 8,
        action_count: 9,
        supply_cap: 10,
        min_notice: 11,
        split_max: 12,
        dividend_max_bps: 13,
        isin: [14; 12],
        terms_hash: [15; 32],
        status: 1,
        reserve_mode: 3,
        min_custodians: 18,
        haircut_bps: 19,
        reserve_max_age: 20,
        four_eyes_above: 21,
        purchase_fee_bps: 22,
        redemption_fee_bps: 23,
        settlement_window: 24,
    }
}

/// A 4-for-1 split of version 1.
fn split() -> CorporateActionV1 {
    CorporateActionV1 {
        version: 1,
        bump: 2,
        kind: 1,
        asset: key(4),
        sequence: 5,
        announced_at: NOW,
        effective_at: NOW + 3_600,
        ratio_numerator: 4,
        ratio_denominator: 1,
        old_multiplier: SCALE,
        new_multiplier: 4 * SCALE,
        document_hash: [12; 32],
        maker: key(13),
    }
}

fn account<T: AnchorSerialize>(discriminator: &[u8], fields: &T) -> Vec<u8> {
    let mut data = discriminator.to_vec();
    fields.serialize(&mut data).unwrap();
    data
}

fn asset_account(asset: &AssetV1) -> Vec<u8> {
    account(Asset::DISCRIMINATOR, asset)
}

fn action_account(action: &CorporateActionV1) -> Vec<u8> {
    account(CorporateAction::DISCRIMINATOR, action)
}

fn code(result: Result<Current>) -> u32 {
    match result.map(|_| ()).unwrap_err() {
        Error::AnchorError(error) => error.error_code_number,
        Error::ProgramError(error) => panic!("{error}"),
    }
}

#[test]
fn old_layouts() {
    assert_eq!((AssetV1::INIT_SPACE, CorporateActionV1::INIT_SPACE), (235, 167));
    assert_eq!(asset_account(&asset()).len(), 243);
    assert_eq!(action_account(&split()).len(), 175);
}

#[test]
fn every_value_of_an_asset_is_taken_over() {
    let Current { from, to, data } = current(&asset_account(&asset())).unwrap();
    assert_eq!((from, to), (1, 2));
    let expected = [
        Asset::DISCRIMINATOR,
        &[2, 2],
        &[[3; 32], [4; 32], [5; 32]].concat(),
        &6u128.to_le_bytes(),
        &77i64.to_le_bytes(),
        &7u128.to_le_bytes(),
        &8i64.to_le_bytes(),
        &9u32.to_le_bytes(),
        &9u32.to_le_bytes(),
        &10u64.to_le_bytes(),
        &11u32.to_le_bytes(),
        &12u16.to_le_bytes(),
        &[0, 0, 0, 0],
        &13u16.to_le_bytes(),
        &[14; 12],
        &[15; 32],
        &[1, 3, 18, 19, 0, 20, 0, 0, 0],
        &21u64.to_le_bytes(),
        &[22, 0, 23, 0, 24, 0, 0, 0, Election::Cash as u8],
    ]
    .concat();
    assert_eq!(data, expected);
}

#[test]
fn every_value_of_a_split_is_taken_over() {
    let Current { from, to, data } = current(&action_account(&split())).unwrap();
    assert_eq!((from, to, data.len()), (1, 2, 8 + CorporateAction::INIT_SPACE));
    let action = CorporateAction::try_deserialize(&mut &data[..]).unwrap();
    assert_eq!((action.version, action.bump, action.kind, action.state), (2, 2, 1, 3));
    assert_eq!((action.asset, action.sequence, action.maker), (key(4), 5, key(13)));
    assert_eq!((action.announced_at, action.scheduled_at, action.settled_at), (NOW, NOW, 0));
    let dates = ActionDates { effective_at: NOW + 3_600, ..ActionDates::default() };
    assert_eq!(action.dates, dates);
    assert_eq!((action.old_multiplier, action.new_multiplier), (SCALE, 4 * SCALE));
    assert_eq!(action.terms, ActionTerms::Ratio { numerator: 4, denominator: 1 });
    assert_eq!((action.document_hash, action.reason), ([12; 32], [0; 32]));
    assert_eq!((action.checker, action.amendments), (Pubkey::default(), 0));
    assert_eq!((action.payouts, action.open_payouts, action.open_tenders), (0, 0, 0));
}

#[test]
fn what_is_refused() {
    let (asset, split) = (asset(), split());
    let refused = |data: Vec<u8>| code(current(&data));
    let versions = [(0, IssuerError::AccountVersion), (2, IssuerError::AccountCurrent)];
    for (version, error) in versions.into_iter().chain([(3, IssuerError::AccountVersion)]) {
        let old = AssetV1 { version, ..asset.clone() };
        assert_eq!(refused(asset_account(&old)), u32::from(error), "asset {version}");
        let old = CorporateActionV1 { version, ..split.clone() };
        assert_eq!(refused(action_account(&old)), u32::from(error), "action {version}");
    }
    let unreadable = u32::from(ErrorCode::AccountDidNotDeserialize);
    for data in [asset_account(&asset), action_account(&split)] {
        assert_eq!(refused([&data[..], &[0]].concat()), unreadable, "a byte more");
        assert_eq!(refused(data[..data.len() - 1].to_vec()), unreadable, "a byte less");
        assert_eq!(refused(data[..8].to_vec()), u32::from(IssuerError::AccountVersion));
        assert_eq!(refused(data[..7].to_vec()), u32::from(IssuerError::NeverMigrated));
    }
    assert_eq!(refused(Vec::new()), u32::from(IssuerError::NeverMigrated));
    let unsound = AssetV1 { status: 0, ..asset };
    assert_eq!(refused(asset_account(&unsound)), u32::from(IssuerError::InvariantViolated));
    let kind = CorporateActionV1 { kind: 3, ..split.clone() };
    assert_eq!(refused(action_account(&kind)), u32::from(IssuerError::UnknownActionKind));
    let shrinks = CorporateActionV1 { ratio_numerator: 1, ..split };
    assert_eq!(refused(action_account(&shrinks)), u32::from(IssuerError::UnsoundTerms));
}

prop_compose! {
    /// What an asset of version 1 may hold: limits of every size, any number of actions.
    fn any_asset()(
        multipliers in (1..=1_000_000u128, 1..=1_000_000u128),
        actions in 0..1_000u32,
        times in (0..2 * NOW, 0..2 * NOW),
        caps in any::<(u64, u64)>(),
        notice in any::<u32>(),
        bounds in any::<(u16, u16)>(),
    ) -> AssetV1 {
        let moved = actions > 0;
        let current = multipliers.0 * SCALE / 1_000;
        AssetV1 {
            multiplier: current,
            next_multiplier: if moved { multipliers.1 * SCALE / 1_000 } else { current },
            multiplier_since: if moved { times.0 } else { 0 },
            multiplier_effective_at: if moved { times.1 } else { 0 },
            action_count: actions,
            supply_cap: caps.0,
            four_eyes_above: caps.1,
            min_notice: notice,
            split_max: bounds.0,
            dividend_max_bps: bounds.1,
            ..asset()
        }
    }
}

proptest! {
    #[test]
    fn no_limit_widens_and_no_multiplier_moves(old in any_asset(), now in 0..3 * NOW) {
        let Current { data, .. } = current(&asset_account(&old)).unwrap();
        let new = Asset::try_deserialize(&mut &data[..]).unwrap();
        prop_assert_eq!((new.issuer, new.mint, new.policy), (old.issuer, old.mint, old.policy));
        prop_assert_eq!((new.supply_cap, new.four_eyes_above), (old.supply_cap, old.four_eyes_above));
        prop_assert_eq!((new.action_count, new.min_notice), (old.action_count, old.min_notice));
        let bounds = RatioBounds {
            split_max: old.split_max,
            reverse_split_max: 0,
            bonus_max_bps: 0,
            dividend_max_bps: old.dividend_max_bps,
        };
        prop_assert_eq!(new.bounds(), bounds);
        let pending = now < old.multiplier_effective_at;
        let held = if pending { old.multiplier } else { old.next_multiplier };
        let since = if pending { old.multiplier_since } else { old.multiplier_effective_at };
        prop_assert_eq!(new.track().unwrap().at(now).scaled(), held);
        prop_assert_eq!(new.in_force_since(now).unwrap(), since);
        // What custodians say that they have seen stays comparable.
        let seen = old.action_count - u32::from(pending && old.action_count > 0);
        prop_assert_eq!(new.changes_in_force(now).unwrap(), seen);
    }

    #[test]
    fn a_conversion_is_the_last(old in any_asset()) {
        let once = current(&asset_account(&old)).unwrap().data;
        prop_assert_eq!(code(current(&once)), u32::from(IssuerError::AccountCurrent));
    }

    #[test]
    fn terms_give_the_multiplier_that_was_scheduled(
        kind in 1..=2u8,
        denominator in 1..=1_000_000u64,
        grown in 1..=10_000_000u64,
        before in 1..=1_000_000u128,
    ) {
        let before = Multiplier::from_scaled(before * SCALE / 1_000).unwrap();
        let numerator = denominator + grown;
        let ratio = scrip_rules::multiplier::Ratio::new(numerator, denominator).unwrap();
        let old = CorporateActionV1 {
            kind,
            ratio_numerator: numerator,
            ratio_denominator: denominator,
            old_multiplier: before.scaled(),
            new_multiplier: before.apply(ratio).unwrap().scaled(),
            ..split()
        };
        let data = current(&action_account(&old)).unwrap().data;
        let new = CorporateAction::try_deserialize(&mut &data[..]).unwrap();
        let ratio = new.terms.ratio().unwrap().unwrap();
        prop_assert_eq!(before.apply(ratio).unwrap().scaled(), old.new_multiplier);
        prop_assert_eq!((new.old_multiplier, new.new_multiplier), (old.old_multiplier, old.new_multiplier));
        prop_assert_eq!(new.kind, kind);
    }
}
