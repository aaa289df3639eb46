//! Every change at once: those that tighten under a timelock, and all while there is none.

use anchor_lang::prelude::{AccountMeta, Pubkey};
use anchor_lang::solana_program::instruction::Instruction;
use scrip_issuer::ID;
use scrip_issuer::change::Change;
use scrip_issuer::error::IssuerError;
use scrip_issuer::events::SettingChanged;
use scrip_svm_tests::cast::Duty;
use scrip_svm_tests::{World, addresses, cast, hook_program, issuer_program, token_2022};

use super::examples::{self, Example};
use super::standing::standing;
use super::{DAY, asset_of, at_once, propose, set_timelock};
use crate::codes;

/// The event of a change that was made at once.
fn event(example: &Example) -> SettingChanged {
    SettingChanged {
        issuer: cast().company.address,
        asset: asset_of(&example.to),
        actor: cast().company.admin,
        pending_change: Pubkey::default(),
        old: example.from,
        new: example.to,
        reference: issuer_program::REFERENCE,
    }
}

/// Of the terms the transfer-hook program tells as well.
pub fn event_count(change: &Change) -> usize {
    if matches!(change, Change::PolicyTerms { .. }) { 2 } else { 1 }
}

fn assert_changes(world: &mut World, example: &Example) {
    let what = format!("{example:?}");
    assert_eq!(standing(world, &example.to), example.from, "{what}");
    let receipt = world.run(at_once(example.to));
    assert_eq!(standing(world, &example.to), example.to, "{what}");
    receipt.assert_event(ID, &event(example));
    assert_eq!(receipt.event_count(), event_count(&example.to), "{what}");
}

#[test]
fn without_a_timelock_every_change_is_made_at_once_and_touches_nothing_else() {
    for example in examples::all() {
        // A checker's part is in `four_eyes`; and no timelock becomes shorter without one.
        if ["FourEyes", "MintFourEyes", "Timelock"].contains(&example.setting) {
            continue;
        }
        let mut world = World::without_signatures();
        world.run(at_once(example.from));
        let before = world.accounts_of(&at_once(example.to));
        assert_changes(&mut world, &example);
        // Put back, every byte is as it was: nothing but the setting was written.
        world.run(at_once(example.from));
        assert_eq!(world.accounts_of(&at_once(example.to)), before, "{example:?}");
    }
}

#[test]
fn under_a_timelock_what_tightens_is_made_at_once() {
    for example in examples::all().iter().filter(|example| !example.loosens) {
        let mut world = World::without_signatures();
        world.run(at_once(example.from));
        if example.setting != "Timelock" {
            set_timelock(&mut world, DAY);
        }
        assert_changes(&mut world, example);
    }
}

#[test]
fn a_change_that_does_both_loosens() {
    let mut world = World::new();
    world.run(at_once(Change::Fees { purchase_bps: 5, redemption_bps: 5 }));
    set_timelock(&mut world, DAY);
    let both = Change::Fees { purchase_bps: 6, redemption_bps: 0 };
    let code = IssuerError::ChangeMustWait as u32;
    world.refuse(at_once(both)).assert_code(code, "one fee raised, the other lowered");
}

#[test]
fn a_change_needs_its_accounts() {
    let (company, share) = (cast().company, cast().share);
    let targets = [
        share.policy,
        share.mint,
        addresses::minter(&share.asset, &company.member(Duty::Mint)),
        addresses::custodian(&company.address, &company.custodian()),
        addresses::payment_listing(&share.asset, &cast().usd),
    ];
    // Needed only by what is written.
    let writers = [hook_program::event_authority(), scrip_transfer_hook::ID, token_2022::ID];
    let mut world = World::without_signatures();
    for change in examples::all().iter().map(|example| example.to) {
        for target in targets {
            for instruction in [at_once(change), propose(change, 0)] {
                assert_missing(&mut world, instruction, target);
            }
        }
        for writer in writers {
            assert_missing(&mut world, at_once(change), writer);
        }
    }
}

/// Fails unless the instruction, if it names this account, cannot do without it.
#[track_caller]
fn assert_missing(world: &mut World, mut instruction: Instruction, target: Pubkey) {
    let place = instruction.accounts.iter().position(|meta| meta.pubkey == target);
    if let Some(place) = place {
        // How an account is not given.
        instruction.accounts[place] = AccountMeta::new_readonly(ID, false);
        let code = IssuerError::ChangeTargetMissing as u32;
        world.refuse(instruction).assert_code(code, "without an account");
    }
}

#[test]
fn a_change_names_an_asset_exactly_if_it_is_about_one() {
    let (company, share) = (cast().company, cast().share);
    let mut world = World::new();
    let code = IssuerError::ChangeTargetMismatch as u32;
    let treasury = Change::Treasury { owner: company.admin };
    let with_asset = issuer_program::propose_change(&company, Some(&share), treasury, 0);
    world.refuse(with_asset).assert_code(code, "an asset for the treasury");
    let cap = Change::SupplyCap { raw: 1 };
    let without = issuer_program::propose_change(&company, None, cap, 0);
    world.refuse(without).assert_code(code, "no asset for its cap");
}

#[test]
fn a_change_names_the_account_that_it_is_about() {
    let (company, share) = (cast().company, cast().share);
    let mut world = World::new();
    let other = cast().other_share;
    world.run(issuer_program::add_minter(&share, cast().bob));
    world.run(issuer_program::add_custodian(&company, cast().bob));
    let mismatch = IssuerError::ChangeTargetMismatch as u32;
    let member = company.member(Duty::Mint);
    let minter = Change::Minter { member, cap: 1, capacity: 1, period: 1 };
    let custodian = Change::Custodian { key: company.custodian(), approved: false };
    let terms = Change::PolicyTerms { terms: scrip_svm_tests::setup::terms() };
    let hook = Change::HookProgram { program: cast().bob };
    for (change, right, wrong, code) in [
        (minter, share.minter(), addresses::minter(&share.asset, &cast().bob), mismatch),
        (minter, share.minter(), other.minter(), codes::HAS_ONE),
        (
            custodian,
            addresses::custodian(&company.address, &company.custodian()),
            addresses::custodian(&company.address, &cast().bob),
            mismatch,
        ),
        (terms, share.policy, other.policy, mismatch),
        (hook, share.mint, other.mint, mismatch),
    ] {
        let mut instruction = at_once(change);
        let mut metas = instruction.accounts.iter_mut();
        metas.find(|meta| meta.pubkey == right).unwrap().pubkey = wrong;
        world.refuse(instruction).assert_code(code, "the account of something else");
    }
}
