//! `create_asset`: the accounts of Scrip. The mint itself is looked at in `mint`.

use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::AssetCreated;
use scrip_issuer::state::{ASSET_VERSION, Asset, AssetStatus};
use scrip_issuer::{CreateAssetArgs, ID};
use scrip_rules::multiplier::SCALE;
use scrip_rules::reserves::ReserveMode;
use scrip_svm_tests::fixtures::new_share;
use scrip_svm_tests::setup::asset_args;
use scrip_svm_tests::{World, addresses, cast, issuer_program};
use scrip_transfer_hook::events::PolicyCreated;
use scrip_transfer_hook::state::{POLICY_VERSION, Policy};

use crate::case::{Case, assert_all_fail, case};
use crate::hook::unsound_terms;
use crate::hook::update_policy::{other_terms, with_terms};

#[test]
fn creates_asset_policy_and_validation_account() {
    let mut world = World::new();
    let share = new_share();
    let args = CreateAssetArgs { terms: other_terms(), ..asset_args(&share) };
    let receipt = world.run(issuer_program::create_asset(&share, args.clone()));
    let expected = Asset {
        version: ASSET_VERSION,
        bump: addresses::bump(&share.asset),
        issuer: share.company.address,
        mint: share.mint,
        policy: share.policy,
        multiplier: SCALE,
        multiplier_since: 0,
        next_multiplier: SCALE,
        multiplier_effective_at: 0,
        action_count: 0,
        multiplier_changes: 0,
        supply_cap: args.supply_cap,
        min_notice: args.min_notice,
        split_max: args.split_max,
        reverse_split_max: args.reverse_split_max,
        bonus_max_bps: args.bonus_max_bps,
        dividend_max_bps: args.dividend_max_bps,
        isin: args.isin,
        terms_hash: args.terms_hash,
        status: AssetStatus::Active as u8,
        reserve_mode: ReserveMode::Off as u8,
        min_custodians: 0,
        haircut_bps: 0,
        reserve_max_age: 0,
        four_eyes_above: u64::MAX,
        purchase_fee_bps: 0,
        redemption_fee_bps: 0,
        settlement_window: 5 * 86_400,
        default_election: 1,
    };
    world.assert_account(&share.asset, &expected);
    let registry = share.company.register.address;
    let blank = Policy {
        version: POLICY_VERSION,
        bump: addresses::bump(&share.policy),
        mint: share.mint,
        registry,
        authority: share.asset,
        ..bytemuck::Zeroable::zeroed()
    };
    world.assert_pod(&share.policy, &with_terms(blank, &args.terms));
    assert_eq!(world.account(&share.metas).unwrap().owner, scrip_transfer_hook::ID);
    let event = AssetCreated {
        issuer: share.company.address,
        asset: share.asset,
        mint: share.mint,
        policy: share.policy,
        actor: share.company.admin,
        isin: args.isin,
        terms_hash: args.terms_hash,
        multiplier: SCALE,
        supply_cap: args.supply_cap,
    };
    receipt.assert_event(ID, &event);
    let event = PolicyCreated {
        policy: share.policy,
        mint: share.mint,
        registry,
        authority: share.asset,
        terms: args.terms,
    };
    receipt.assert_event(scrip_transfer_hook::ID, &event);
    assert_eq!(receipt.event_count(), 2);
}

#[test]
fn the_longest_metadata_fits() {
    let mut world = World::new();
    let args = CreateAssetArgs {
        name: "n".repeat(64),
        symbol: "s".repeat(16),
        uri: "u".repeat(200),
        ..asset_args(&new_share())
    };
    world.run(issuer_program::create_asset(&new_share(), args));
}

#[test]
fn unsound_terms_are_refused() {
    unsound_terms::assert_refused(|_, terms| {
        let args = CreateAssetArgs { terms, ..asset_args(&new_share()) };
        issuer_program::create_asset(&new_share(), args)
    });
}

fn create(change: fn(&mut CreateAssetArgs)) -> Instruction {
    let mut args = asset_args(&new_share());
    change(&mut args);
    issuer_program::create_asset(&new_share(), args)
}

pub const CASES: &[Case] = &[
    case(IssuerError::NotAdmin as u32, "somebody else signs", |_| {
        let mut instruction = create(|_| {});
        instruction.accounts[0].pubkey = cast().mallory;
        instruction
    }),
    case(IssuerError::MetadataLength as u32, "no name", |_| create(|args| args.name.clear())),
    case(IssuerError::MetadataLength as u32, "no symbol", |_| create(|args| args.symbol.clear())),
    case(IssuerError::MetadataLength as u32, "no URI", |_| create(|args| args.uri.clear())),
    case(IssuerError::MetadataLength as u32, "name of 65 bytes", |_| {
        create(|args| args.name = "n".repeat(65))
    }),
    case(IssuerError::MetadataLength as u32, "symbol of 17 bytes", |_| {
        create(|args| args.symbol = "s".repeat(17))
    }),
    case(IssuerError::MetadataLength as u32, "URI of 201 bytes", |_| {
        create(|args| args.uri = "u".repeat(201))
    }),
    case(IssuerError::MalformedIsin as u32, "a wrong check digit", |_| {
        create(|args| args.isin = *b"US0378331006")
    }),
    case(IssuerError::MultiplierOutOfRange as u32, "zero", |_| create(|args| args.multiplier = 0)),
    case(IssuerError::MultiplierOutOfRange as u32, "above 10^18", |_| {
        create(|args| args.multiplier = SCALE * SCALE + 1)
    }),
];

#[test]
fn errors() {
    assert_all_fail(CASES);
}
